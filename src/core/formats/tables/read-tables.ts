import { payloadSchema, valueSchema, type Payload, type Value } from '../../model/value.ts'
import type { Refused } from '../adapter.ts'
import { timestampOf, type InterchangeAnnotation, type InterchangeFragment, type InterchangeRelation, type InterchangeSet, type ParsedDocument, type Scheme } from '../interchange.ts'
import { isObject } from '../json-lines.ts'
import { noteRecord, type Origin, type Origins } from '../origins.ts'
import { parseJson } from '../source-text.ts'
import { readPayload } from '../value-cells.ts'
import { readSchemeSheet } from './scheme-sheet.ts'
import { FACT, keyOf, STATE, VALUE, type Cell, type ReadSheets, type Row } from './sheet.ts'
import { readableCell } from './write-tables.ts'

/** What others call the columns of a table of annotations, in the order in which they are looked for. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['annotation_id'],
  article: ['document', 'file', 'document_id'],
  annotator: ['coder', 'user'],
  label: ['code'],
  quote: ['text', 'segment'],
  note: ['comment', 'memo'],
  start_utf16: ['start'],
  end_utf16: ['end'],
}

/** Whether these are the columns of a table of annotations: 3 Concord’s own, 2 what somebody else has made, 0 no. */
export function looksLikeAnnotations(columns: readonly string[]): number {
  const has = (name: string) => columnFor(columns, name) !== null
  if (!['article', 'label', 'start_utf16', 'end_utf16', 'quote'].every(has)) return 0
  return columns.includes('start_utf16') && columns.includes('article') ? 3 : 2
}

interface GrowingSet {
  readonly annotator: string | null
  readonly annotations: InterchangeAnnotation[]
  readonly relations: InterchangeRelation[]
  readonly ids: Set<string>
  status?: 'in_progress' | 'done'
  note?: string
}

interface Growing {
  readonly metadata: Record<string, unknown>
  readonly sets: Map<string | null, GrowingSet>
}

export interface ReadTables {
  readonly documents: ParsedDocument[]
  readonly scheme: Scheme
  readonly refused: Refused[]
  readonly remarks: string[]
  readonly origins: Origins
}

export function fromSheets(sheets: ReadSheets, cells: 'exact' | 'readable'): ReadTables {
  const scheme = readSchemeSheet(sheets.get('codebook'))
  const documents = new Map<string, Growing>()
  const refused: Refused[] = []
  const remarks: string[] = []
  const origins = new Map<string, Origin>()
  const setOf = (article: string, annotator: string | null): GrowingSet => {
    const document = documents.get(article) ?? { metadata: {}, sets: new Map<string | null, GrowingSet>() }
    documents.set(article, document)
    const set = document.sets.get(annotator) ?? { annotator, annotations: [], relations: [], ids: new Set<string>() }
    document.sets.set(annotator, set)
    return set
  }
  for (const { cells: row } of sheets.get('documents')?.rows ?? []) {
    const article = textOf(row.get('article'))
    if (article !== '' && !documents.has(article)) documents.set(article, { metadata: factsOf(row), sets: new Map() })
  }
  for (const { cells: row } of sheets.get('sets')?.rows ?? []) {
    if (textOf(row.get('article')) === '') continue
    const set = setOf(textOf(row.get('article')), nameOrNull(row.get('annotator')))
    const [status, note] = [row.get('status'), textOf(row.get('note'))]
    if (status === 'done' || status === 'in_progress') set.status = status
    if (note !== '') set.note = note
  }
  const values = valuesByAnnotation(sheets, refused)
  const table = sheets.get('annotations')
  if (table && !table.columns.includes('start_utf16')) remarks.push(`${table.file}: start and end were read as UTF-16 units, end exclusive, as the table does not say what they count.`)
  const textual = new Set(scheme.attributes.filter(({ type }) => ['text', 'choice', 'scale'].includes(type)).map(({ name }) => name))
  for (const row of table?.rows ?? []) {
    const named = (column: string) => row.cells.get(columnFor(table?.columns ?? [], column) ?? column)
    const article = textOf(named('article'))
    const set = article === '' ? null : setOf(article, nameOrNull(named('annotator')))
    const id = textOf(named('id')) || freeId(set?.ids)
    const why = set === null ? 'it names no article' : set.ids.has(id) ? 'it is there twice' : null
    const made = why ?? annotationOf(row, named, id, (column) => attributesOf(row, table?.columns ?? [], values.get(keyOf(article, set?.annotator ?? null, id)), textual, cells, column))
    if (typeof made === 'string') refused.push({ file: table?.file ?? '', line: row.line, what: id === '' ? 'the row' : `annotation ${id}`, why: made })
    else {
      set?.ids.add(id)
      set?.annotations.push(made)
      noteRecord(origins, article, { annotator: set?.annotator ?? null, id }, { file: table?.file ?? '', line: row.line })
    }
  }
  for (const row of sheets.get('relations')?.rows ?? []) {
    const cell = (column: string) => textOf(row.cells.get(column))
    const set = documents.get(cell('article'))?.sets.get(nameOrNull(row.cells.get('annotator')))
    const drop = (why: string) => void refused.push({ file: sheets.get('relations')?.file ?? '', line: row.line, what: `relation ${cell('id')}`, why })
    if (!set || !set.ids.has(cell('from'))) drop('the annotation it starts at is not there')
    else if (cell('to') === '' || (cell('to_article') === '' && !set.ids.has(cell('to')))) drop('the annotation it leads to is not there')
    else {
      set.relations.push({
        id: cell('id') || `r${set.relations.length + 1}`,
        type: cell('type'),
        from: { annotation: cell('from') },
        to: { annotation: cell('to'), ...(cell('to_article') !== '' && { document: cell('to_article') }) },
        ...times(row),
      })
    }
  }
  return { documents: [...documents].map(([name, { metadata, sets }]) => ({ name, text: null, metadata, sets: [...sets.values()].map(finished) })), scheme, refused, remarks, origins }
}

function finished({ ids: _ids, ...set }: GrowingSet): InterchangeSet {
  return set
}

/** The annotation, or why there is none. */
function annotationOf(row: Row, named: (column: string) => Cell | undefined, id: string, attributes: (fail: (why: string) => void) => Record<string, Value>): InterchangeAnnotation | string {
  const label = textOf(named('label'))
  if (label === '') return 'it has no label'
  const fragments = fragmentsOf(row, named)
  if (typeof fragments === 'string') return fragments
  let problem: string | null = null
  const values = attributes((why) => (problem ??= why))
  if (problem !== null) return problem
  const note = textOf(named('note'))
  return { id, label, fragments, attributes: values, ...(note !== '' && { note }), ...times(row) }
}

function fragmentsOf(row: Row, named: (column: string) => Cell | undefined): InterchangeFragment[] | string {
  const pieces = textOf(row.cells.get('fragments'))
  if (pieces === '') {
    const fragment = fragmentOf(named('start_utf16'), named('end_utf16'), textOf(named('quote')))
    return fragment ? [fragment] : 'its start and end are no place'
  }
  const list = parseJson(pieces)
  if (!Array.isArray(list) || list.length === 0) return 'its fragments are not a list'
  const found: InterchangeFragment[] = []
  for (const piece of list) {
    const fragment = isObject(piece) ? fragmentOf(piece['start_utf16'], piece['end_utf16'], String(piece['quote'] ?? '')) : null
    if (!fragment || fragment.start < (found.at(-1)?.end ?? 0)) return 'its fragments are no places in order'
    found.push(fragment)
  }
  return found
}

function fragmentOf(from: unknown, to: unknown, quote: string): InterchangeFragment | null {
  const [start, end] = [wholeNumber(from), wholeNumber(to)]
  return start === null || end === null || start > end || quote.length !== end - start ? null : { start, end, quote }
}

function wholeNumber(cell: unknown): number | null {
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' && /^\d{1,15}(\.0)?$/.test(cell) ? Number(cell) : -1
  return Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** What stands in the annotation’s columns, and what the table of values adds. A value that the columns still show as it was is taken whole. */
function attributesOf(row: Row, columns: readonly string[], long: ReadonlyMap<string, Value> | undefined, textual: ReadonlySet<string>, cells: 'exact' | 'readable', fail: (why: string) => void): Record<string, Value> {
  const found: [string, Value][] = []
  const wide = columns.filter((column) => column.startsWith(VALUE))
  for (const column of wide) {
    const name = column.slice(VALUE.length)
    const state = textOf(row.cells.get(STATE + name))
    const cell = row.cells.get(column)
    if (state === 'not_stated' || state === 'not_applicable') found.push([name, { state }])
    else if (cell !== undefined && cell !== null && cell !== '') {
      const kept = long?.get(name)
      const whole = kept && 'value' in kept && readableCell(kept.value) === cell ? kept.value : null
      const payload = whole ?? (typeof cell !== 'string' || cells === 'readable' ? cell : payloadSchema.safeParse(readPayload(cell, textual.has(name))).data)
      if (payload === undefined) fail(`the cell ${column} holds no value of an attribute`)
      else found.push([name, { state: state === 'default' ? 'default' : 'decided', value: payload }])
    } else if (long?.get(name) && emptyPayload(long.get(name))) found.push([name, long.get(name) ?? { state: 'not_stated' }])
  }
  for (const [name, value] of long ?? []) if (!wide.includes(VALUE + name)) found.push([name, value])
  return Object.fromEntries(found)
}

/** Values that people see as nothing: an empty text, an empty list. */
function emptyPayload(value: Value | undefined): boolean {
  return value !== undefined && 'value' in value && readableCell(value.value) === ''
}

function valuesByAnnotation(sheets: ReadSheets, refused: Refused[]): Map<string, Map<string, Value>> {
  const found = new Map<string, Map<string, Value>>()
  const sheet = sheets.get('values')
  for (const { line, cells } of sheet?.rows ?? []) {
    const name = textOf(cells.get('attribute'))
    const value = valueSchema.safeParse({ state: cells.get('state') || 'decided', ...longPayload(cells) })
    const key = keyOf(textOf(cells.get('article')), nameOrNull(cells.get('annotator')), textOf(cells.get('id')))
    if (!value.success || name === '') refused.push({ file: sheet?.file ?? '', line, what: `value of ${name || 'an attribute'}`, why: 'it is no value' })
    else found.set(key, (found.get(key) ?? new Map<string, Value>()).set(name, value.data))
  }
  return found
}

function longPayload(cells: Row['cells']): { value?: Payload } {
  const [json, shown] = [textOf(cells.get('json')), cells.get('value')]
  const payload = json === '' ? shown : payloadSchema.safeParse(parseJson(json)).data
  return payload === undefined || payload === null || (json === '' && payload === '') ? {} : { value: payload }
}

function factsOf(row: Row['cells']): Record<string, unknown> {
  return Object.fromEntries([...row].flatMap(([column, cell]): [string, unknown][] => (column.startsWith(FACT) && cell !== null && cell !== '' ? [[column.slice(FACT.length), typeof cell === 'string' ? readPayload(cell, false) : cell]] : [])))
}

function times(row: Row): { created?: string; modified?: string } {
  const [created, modified] = [timestampOf(row.cells.get('created')), timestampOf(row.cells.get('modified'))]
  return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) }
}

function columnFor(columns: readonly string[], name: string): string | null {
  return [name, ...(OTHER_NAMES[name] ?? [])].find((one) => columns.includes(one)) ?? null
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell === null ? '' : String(cell)
}

function nameOrNull(cell: Cell | undefined): string | null {
  return textOf(cell) || null
}

function freeId(taken: ReadonlySet<string> | undefined): string {
  let number = (taken?.size ?? 0) + 1
  while (taken?.has(`a${number}`)) number += 1
  return `a${number}`
}
