import { ok, type Result } from '../result.ts'
import { refusal, type Refused, type SourceFile } from './adapter.ts'
import { lineOfSyntaxError } from './json-position.ts'
import { parseJson, readText } from './source-text.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export interface JsonLine {
  /** 1-based; in a file that is one JSON array, the number of the element. */
  readonly line: number
  readonly value: unknown
  /** How the line was written, so that it can be written so again; null where none of the known ways gives it. */
  readonly style: JsonStyle | null
}

export interface JsonLines {
  readonly lines: readonly JsonLine[]
  /** Lines that are no JSON. */
  readonly refused: readonly Refused[]
}

/** JSON Lines, or one JSON array or object over several lines: an object or array for each record. A file without any is refused. */
export function readJsonLines(file: SourceFile): Result<JsonLines> {
  const source = readText(file)
  if (!source.ok) return source
  const { raw } = source.value
  const lines: JsonLine[] = []
  const refused: Refused[] = []
  let number = 0
  for (const row of raw.split('\n')) {
    number += 1
    const json = row.replace(/\r$/, '')
    if (json.trim() === '') continue
    const value = parseJson(json)
    if (value === undefined) refused.push({ file: file.path, line: number, what: 'the line', why: 'it is not JSON' })
    else lines.push({ line: number, value, style: styleOf(json, value) })
  }
  const [only] = lines
  if (refused.length === 0 && lines.length === 1 && Array.isArray(only?.value) && only.value.every(isObject)) return ok({ lines: elements(only.value), refused })
  if (refused.length === 0) return ok({ lines, refused })
  const whole = parseJson(raw)
  if (Array.isArray(whole)) return ok({ lines: elements(whole), refused: [] })
  if (isObject(whole)) return ok({ lines: elements([whole]), refused: [] })
  if (lines.length > 0) return ok({ lines, refused })
  return refusal(file.path, lineOfSyntaxError(raw) ?? 1, 'no line of it is JSON.')
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** How programs write JSON on one line: with or without blanks after `,` and `:`, non-ASCII escaped, `/` escaped. */
export type JsonStyle = 'compact' | 'compact-ascii' | 'compact-slash' | 'python' | 'python-ascii'

const STYLES: readonly JsonStyle[] = ['compact', 'python', 'python-ascii', 'compact-ascii', 'compact-slash']

function styleOf(json: string, value: unknown): JsonStyle | null {
  return STYLES.find((style) => writeJson(value, style) === json) ?? null
}

/** A value on one line in a style; line ends that some readers split at are escaped whatever the style. */
export function writeJson(value: unknown, style: JsonStyle = 'compact'): string {
  const spaced = style === 'python' || style === 'python-ascii'
  const json = (spaced ? writeSpaced(value) : JSON.stringify(value)).replace(/[\u0085\u2028\u2029]/g, escaped)
  if (style === 'compact-slash') return json.replaceAll('/', '\\/')
  return style === 'compact-ascii' || style === 'python-ascii' ? json.replace(/[\u007f-\uffff]/g, escaped) : json
}

function writeSpaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSpaced).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}: ${writeSpaced(item)}`).join(', ')}}`
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function elements(values: readonly unknown[]): JsonLine[] {
  return values.map((value, index) => ({ line: index + 1, value, style: null }))
}
