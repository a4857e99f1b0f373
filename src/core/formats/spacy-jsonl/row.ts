import { isObject, isStrings, type JsonLine, type JsonObject } from '../json-lines.ts'

/** Which of the shapes a record has: Prodigy’s task, `doc.to_json()`, or spaCy’s `[text, {entities}]`. */
export type Shape = 'prodigy' | 'doc' | 'pair'

export interface RowSpan {
  readonly start: number
  readonly end: number
  readonly label: string
  readonly words: string | undefined
  readonly own: JsonObject
  /** Keys of the object in its order. */
  readonly keys?: readonly string[]
}

export interface Row {
  readonly line: JsonLine
  readonly shape: Shape
  readonly raw: string
  readonly spans: readonly (RowSpan | string)[]
  readonly relations: readonly unknown[]
  readonly meta: JsonObject
  /** `label` and `accept`, of a text as a whole. */
  readonly values: Readonly<Record<string, string | readonly string[]>>
  /** Every other field, and the order of all. */
  readonly fields: JsonObject
  readonly keys: readonly string[]
}

export function readRow(line: JsonLine): Row | string {
  const { value } = line
  if (Array.isArray(value)) {
    const [raw, facts] = value
    if (value.length !== 2 || typeof raw !== 'string' || !isObject(facts)) return 'it is not [text, {…}]'
    const { entities, ...fields } = facts
    return { line, shape: 'pair', raw, spans: listOf(entities).map(tripleSpan), relations: [], meta: {}, values: {}, fields, keys: Object.keys(facts) }
  }
  if (!isObject(value)) return 'it is no JSON object'
  const { text: raw, ents, spans, relations, meta, label, accept, ...fields } = value
  if (typeof raw !== 'string') return 'the key “text” is missing or is no text'
  const keys = Object.keys(value)
  const values = { ...(typeof label === 'string' && { label }), ...(isStrings(accept) && { accept }) }
  const rest = { ...fields, ...(label !== undefined && typeof label !== 'string' && { label }), ...(accept !== undefined && !isStrings(accept) && { accept }), ...(meta !== undefined && !isObject(meta) && { meta }) }
  const shared = { line, raw, meta: isObject(meta) ? meta : {}, values, fields: rest, keys }
  if (Array.isArray(ents) || isObject(spans)) {
    const groups = isObject(spans) ? Object.entries(spans) : []
    const found = [...listOf(ents).map((item) => objectSpan(item)), ...groups.flatMap(([group, items]) => listOf(items).map((item) => objectSpan(item, group)))]
    return { ...shared, shape: 'doc', spans: found, relations: [] }
  }
  return { ...shared, shape: 'prodigy', spans: listOf(spans).map((item) => objectSpan(item)), relations: listOf(relations) }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function tripleSpan(item: unknown): RowSpan | string {
  if (!Array.isArray(item) || typeof item[2] !== 'string') return 'it is not [start, end, label]'
  return placed(item[0], item[1]) ?? { start: Number(item[0]), end: Number(item[1]), label: item[2], words: undefined, own: item.length > 3 ? { more: item.slice(3) } : {} }
}

function objectSpan(item: unknown, group?: string): RowSpan | string {
  if (!isObject(item)) return 'it is no object'
  const { start, end, label, text, ...own } = item
  if (typeof label !== 'string') return 'its label is missing'
  return placed(start, end) ?? { start: Number(start), end: Number(end), label, words: typeof text === 'string' ? text : undefined, own: { ...own, ...(group !== undefined && { group }) }, keys: Object.keys(item) }
}

function placed(start: unknown, end: unknown): string | null {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'start and end are not whole numbers'
  return Number(start) < 0 || Number(start) >= Number(end) ? 'it does not end after it starts' : null
}
