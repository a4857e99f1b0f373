import { normaliseText } from '../text/normalise.ts'
import { ok, type Result } from '../result.ts'
import { refusal, type SourceFile } from './adapter.ts'
import { lineOfSyntaxError } from './json-position.ts'

// Of the platform, like Intl: browsers and Node have the same. Core's types know neither.
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { decode: (bytes: Uint8Array) => string }
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array<ArrayBuffer> }

/** Larger files are refused before they are decoded: the decoded text is held in memory. */
const MAX_BYTES = 256 * 1024 * 1024
const HEAD = 64 * 1024

export interface SourceText {
  /** As decoded, without the BOM, line ends as they are. */
  readonly raw: string
  /** `normaliseText(raw)`. */
  readonly text: string
  readonly bom: boolean
}

/** Decodes strictly: a wrong byte refuses the file, naming its line. UTF-16 is taken only with its BOM. */
export function readText(file: SourceFile): Result<SourceText> {
  const { bytes, path } = file
  if (bytes.length > MAX_BYTES) return refusal(path, null, `it is larger than ${MAX_BYTES / 1024 / 1024} MB.`, 'Split it.')
  const label = utf16Label(bytes) ?? 'utf-8'
  const decoded = decode(bytes, label)
  if (decoded === null) {
    return refusal(path, lineOfBadByte(bytes), `this is not ${label.toUpperCase()}.`, 'Save the file as UTF-8.')
  }
  const bom = decoded.startsWith('\ufeff')
  const raw = bom ? decoded.slice(1) : decoded
  return ok({ raw, text: normaliseText(raw), bom })
}

/** The first part of a file as text, for looking at what it is: never fails, wrong bytes become U+FFFD. */
export function headOf(file: SourceFile, size = HEAD): string {
  const bytes = file.bytes.subarray(0, size)
  const text = new TextDecoder(utf16Label(bytes) ?? 'utf-8', { fatal: false, ignoreBOM: true }).decode(bytes)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** The whole file as one JSON value. */
export function readJson(file: SourceFile): Result<{ readonly value: unknown; readonly source: SourceText }> {
  const source = readText(file)
  if (!source.ok) return source
  const value = parseJson(source.value.raw)
  if (value === undefined) return refusal(file.path, lineOfSyntaxError(source.value.raw), 'this is not JSON.')
  return ok({ value, source: source.value })
}

/** The value of a JSON text; undefined where it is none, or nested so deep that no honest file is. */
export function parseJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json)
    return isTooDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

const MAX_DEPTH = 200

/** Later steps walk values recursively. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Halves the file until the first wrong byte is found; lines are counted by LF. */
function lineOfBadByte(bytes: Uint8Array): number {
  let good = 0
  let line = 1
  for (let end = bytes.indexOf(0x0a); ; end = bytes.indexOf(0x0a, good)) {
    const stop = end === -1 ? bytes.length : end + 1
    if (decode(bytes.subarray(good, stop), 'utf-8') === null || end === -1) return line
    good = stop
    line += 1
  }
}
