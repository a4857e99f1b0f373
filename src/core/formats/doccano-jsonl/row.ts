import type { Refused } from '../adapter.ts'
import { isObject, isStrings, type JsonLine, type JsonObject } from '../json-lines.ts'

export interface RowSpan {
  readonly id: string
  /** The file gives it no id. */
  readonly unnumbered: boolean
  readonly start: number
  readonly end: number
  readonly label: string
  /** What else the span says: id as it was, user, … */
  readonly own: Readonly<Record<string, unknown>>
  /** Keys of the object in its order. */
  readonly keys?: readonly string[]
}

export interface RowRelation {
  readonly id: string | null
  readonly type: string
  readonly from: string
  readonly to: string
  readonly own: Readonly<Record<string, unknown>>
  readonly keys: readonly string[]
}

/** One line of a doccano file, whichever version wrote it. */
export interface Row {
  readonly line: JsonLine
  readonly fields: JsonObject
  /** `text`, or `data` from doccano 1.5. */
  readonly textKey: 'text' | 'data'
  readonly raw: string
  /** Where the spans stand and in which form; null where there are none. */
  readonly spansIn: { readonly key: string; readonly form: 'triples' | 'objects' } | null
  readonly spans: readonly RowSpan[]
  readonly relations: readonly RowRelation[]
  /** Classes of the whole text, by the key that they stand under. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  readonly comments: readonly string[]
  /** Keys that hold what is above; all others are facts about the document. */
  readonly known: ReadonlySet<string>
  readonly refused: readonly Refused[]
}

const SPAN_KEYS = ['label', 'labels', 'entities', 'annotations'] as const

/** The row, or why doccano would not take the line. */
export function readRow(line: JsonLine, file: string): Row | string {
  const fields = line.value
  if (!isObject(fields)) return 'it is no JSON object'
  const textKey = typeof fields['text'] === 'string' ? 'text' : 'data'
  const raw = fields[textKey]
  if (typeof raw !== 'string') return 'the key “text” is missing or is no text'
  if (raw === '') return 'its text is empty'
  const refused: Refused[] = []
  const drop = (what: string, why: string) => refused.push({ file, line: line.line, what, why })
  const known = new Set<string>([textKey])
  const classes: Record<string, readonly string[]> = {}
  let spansIn: Row['spansIn'] = null
  const spans: RowSpan[] = []
  const ids = new Set<string>()

  for (const key of SPAN_KEYS) {
    const items = fields[key]
    if (!Array.isArray(items)) continue
    if (items.length > 0 && (isStrings(items) || items.every(isClass))) {
      known.add(key)
      classes[key] = items.map((item) => (typeof item === 'string' ? item : String(item['label'])))
    } else if (spansIn === null) {
      known.add(key)
      const form = items.some(isObject) || (items.length === 0 && key === 'entities') ? 'objects' : 'triples'
      spansIn = { key, form }
      for (const [index, item] of items.entries()) {
        const span = readSpan(item, spans.length)
        if (typeof span === 'string') drop(`${key} ${index + 1}`, span)
        else if (ids.has(span.id)) drop(`${key} ${index + 1}`, `another has the id ${span.id}`)
        else {
          ids.add(span.id)
          spans.push(span)
        }
      }
    }
  }
  if (isStrings(fields['cats'])) {
    known.add('cats')
    classes['cats'] = fields['cats']
  }

  const relations: RowRelation[] = []
  if (Array.isArray(fields['relations'])) {
    known.add('relations')
    for (const [index, item] of fields['relations'].entries()) {
      const relation = readRelation(item)
      if (typeof relation === 'string') drop(`relation ${index + 1}`, relation)
      else if (!ids.has(relation.from) || !ids.has(relation.to)) drop(`relation ${index + 1}`, `there is no entity ${ids.has(relation.from) ? relation.to : relation.from}, at which doccano’s own import stops`)
      else relations.push(relation)
    }
  }
  const comments = readComments(fields['Comments'])
  if (comments) known.add('Comments')
  return { line, fields, textKey, raw, spansIn, spans, relations, classes, comments: comments ?? [], known, refused }
}

function isClass(item: unknown): item is JsonObject {
  return isObject(item) && 'label' in item && !('start_offset' in item)
}

function readSpan(item: unknown, before: number): RowSpan | string {
  const place = (start: unknown, end: unknown): string | null => {
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'start and end are not whole numbers'
    // −0 is a place, too.
    return Number(start) < 0 || Number(start) >= Number(end) ? 'it does not end after it starts' : null
  }
  if (Array.isArray(item)) {
    const [start, end, label] = item
    if (item.length !== 3 || typeof label !== 'string') return 'it is not [start, end, label]'
    return place(start, end) ?? { id: `a${before + 1}`, unnumbered: true, start: Math.abs(Number(start)), end: Number(end), label, own: {} }
  }
  if (!isObject(item)) return 'it is neither [start, end, label] nor an object'
  const { id, start_offset: start, end_offset: end, label, ...own } = item
  if (typeof label !== 'string' && typeof label !== 'number') return 'its label is missing'
  const number = typeof label === 'number' ? { label } : {}
  return place(start, end) ?? { id: id === undefined ? `a${before + 1}` : String(id), unnumbered: id === undefined, start: Math.abs(Number(start)), end: Number(end), label: String(label), own: { ...own, ...number, ...oddId(id) }, keys: Object.keys(item) }
}

function readRelation(item: unknown): RowRelation | string {
  if (!isObject(item)) return 'it is no object'
  const { id, from_id: from, to_id: to, type, ...own } = item
  if (typeof type !== 'string') return 'its type is missing'
  if (from === undefined || to === undefined) return 'from_id or to_id is missing'
  return { id: id === undefined ? null : String(id), type, from: String(from), to: String(to), own: { ...own, ...oddId(id) }, keys: Object.keys(item) }
}

function readComments(items: unknown): string[] | null {
  if (!Array.isArray(items)) return null
  const texts = items.map((item) => (isObject(item) ? item['comment'] : item))
  return isStrings(texts) ? texts : null
}

/** An id that doccano does not give, carried along as it is: it gives whole numbers. */
function oddId(id: unknown): { readonly id?: unknown } {
  return id === undefined || (Number.isSafeInteger(id) && Number(id) >= 0) ? {} : { id }
}
