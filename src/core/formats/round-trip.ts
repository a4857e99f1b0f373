import { sameJson } from '../model/equal.ts'
import { ok, type Result } from '../result.ts'
import { sameBytes, type Adapter, type FormatFile, type Parsed, type ParseOptions, type SourceFile } from './adapter.ts'
import { detectFormats, type SourceGroup } from './detect.ts'
import type { InterchangeDocument, ParsedDocument } from './interchange.ts'
import { stemOf } from './paths.ts'
import { encodeText } from './source-text.ts'

/** What became of one group of files that was read, written and read again. */
export interface RoundTrip {
  readonly parsed: Parsed
  /** Null: equal. Otherwise the first difference, in words. */
  readonly difference: string | null
  /** Of the files that were given, those that came out byte for byte. */
  readonly identical: readonly string[]
  /** Null: the format is only read. */
  readonly written: readonly SourceFile[] | null
}

/** parse → serialize → parse of one group. An error is that of the first reading: the files are refused. */
export function roundTrip({ adapter, files }: SourceGroup): Result<RoundTrip> {
  const first = adapter.parse?.(files, {})
  if (!first) return ok({ parsed: NOTHING, difference: 'this format is not read', identical: [], written: null })
  if (!first.ok) return first
  const parsed = first.value
  const documents = parsed.documents.map(withText)
  if (!adapter.serialize) return ok({ parsed, difference: null, identical: [], written: null })
  const serialized = adapter.serialize({ scheme: parsed.scheme, documents }, { name: stemOf(files[0]?.path ?? '') })
  const written = [...serialized.files].map(toSource)
  const again = [...adapter.serialize({ scheme: parsed.scheme, documents }, { name: stemOf(files[0]?.path ?? '') }).files].map(toSource)
  const bytes = new Map(written.map((file) => [file.path, file.bytes]))
  const identical = files.filter((file) => sameBytes(file.bytes, bytes.get(file.path) ?? (written.length === 1 && files.length === 1 ? written[0]?.bytes : undefined)))
  const unsteady = written.find((file, index) => !sameBytes(file.bytes, again[index]?.bytes))
  const difference = unsteady ? `${unsteady.path} is written differently the second time` : differenceAfter(adapter, written, parsed, serialized.readBack?.())
  return ok({ parsed, difference, identical: identical.map(({ path }) => path), written })
}

export function bytesOf(file: FormatFile): Uint8Array {
  const pieces = [...file.content].map((piece) => (typeof piece === 'string' ? encodeText(piece) : piece))
  if (pieces.length === 1 && pieces[0]) return pieces[0]
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

export function toSource(file: FormatFile): SourceFile {
  return { path: file.path, bytes: bytesOf(file) }
}

/** Reads files that one adapter wrote, all groups together. */
export function readBack(adapter: Adapter, written: readonly SourceFile[], options: ParseOptions = {}): Result<Parsed[]> {
  const all: Parsed[] = []
  for (const group of detectFormats(written, [adapter]).groups) {
    const parsed = adapter.parse?.(group.files, options)
    if (parsed && !parsed.ok) return parsed
    if (parsed) all.push(parsed.value)
  }
  return ok(all)
}

/** An adapter that needs no text for writing gets by without; the others get an empty one. */
function withText(document: ParsedDocument): InterchangeDocument {
  return { ...document, text: document.text ?? '' }
}

function differenceAfter(adapter: Adapter, written: readonly SourceFile[], parsed: Parsed, options: ParseOptions = {}): string | null {
  const second = readBack(adapter, written, options)
  if (!second.ok) return `what was written is refused: ${second.error.message}`
  const refused = second.value.flatMap((group) => group.refused)[0]
  if (refused) return `of what was written is refused: ${refused.what}: ${refused.why}`
  const documents = second.value.flatMap((group) => group.documents)
  const place = firstDifferent(parsed.documents, documents, 'documents') ?? firstDifferent(parsed.scheme, second.value[0]?.scheme ?? NOTHING.scheme, 'scheme')
  return place === null ? null : `read again it differs: ${place}`
}

const NOTHING: Parsed = { documents: [], scheme: { labels: [], attributes: [], relations: [] }, refused: [], counting: null, remarks: [] }

/** Where two JSON values differ first, and how. */
export function firstDifferent(before: unknown, after: unknown, path: string): string | null {
  if (sameJson(before, after)) return null
  if (typeof before === 'object' && typeof after === 'object' && before !== null && after !== null) {
    const other = new Map(Object.entries(after))
    for (const [key, value] of Object.entries(before)) {
      const found = firstDifferent(value, other.get(key), `${path}.${key}`)
      if (found !== null) return found
    }
    const more = [...other].find(([key, value]) => value !== undefined && !(key in before))
    if (more) return `${path}.${more[0]} was not there and is ${short(more[1])}`
  }
  return `${path} was ${short(before)} and is ${short(after)}`
}

function short(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 120 ? `${json.slice(0, 120)}…` : json
}
