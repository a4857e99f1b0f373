import type { Codebook } from '../model/codebook.ts'
import { payloadSchema, type Value } from '../model/value.ts'
import { fail, ok, type Result } from '../result.ts'
import { defuse, readRows, undefuse, writeRow } from './csv-cells.ts'
import { exportRecordSchema, type ExportRecord } from './export-record.ts'
import { payloadCell, readPayload, readsAsJson } from './value-cells.ts'

const FIXED = [
  'id',
  'article',
  'annotator',
  'label',
  'start',
  'end',
  'start_utf16',
  'end_utf16',
  'quote',
  'created',
  'modified',
  'fragments',
] as const
const NUMBERS: ReadonlySet<string> = new Set(['start', 'end', 'start_utf16', 'end_utf16'])
const VALUE = 'attributes.'
const STATE = 'states.'

/**
 * One row for each record. After the fixed columns comes `attributes.<id>` for each attribute of the codebook (and
 * any other that is used), followed by `states.<id>` where some value is not simply decided: there an empty cell
 * means decided. In a column of text, choice or scale a cell is the text itself, and whatever else it may hold stands
 * as JSON after `json:`. In the other columns values stand as JSON, and text stands as it is unless it would read as
 * JSON. An absent value is empty.
 */
export function* writeCsv(
  records: readonly ExportRecord[],
  codebook: Codebook,
  options: { bom?: boolean } = {},
): Generator<string> {
  const columns = attributeColumns(records, codebook)
  const textual = textualColumns(codebook)
  yield (options.bom ? '\ufeff' : '') + writeRow([...FIXED, ...columns].map(defuse))
  for (const record of records) {
    const fixed = FIXED.map((name) => {
      if (name === 'fragments') return record.fragments ? JSON.stringify(record.fragments) : ''
      return defuse(String(record[name]))
    })
    yield writeRow([...fixed, ...columns.map((column) => attributeCell(record, column, textual))])
  }
}

export function readCsv(text: string, file: string, codebook: Codebook): Result<ExportRecord[]> {
  const rows = readRows(text, file)
  if (!rows.ok) return rows
  const [header, ...body] = rows.value
  const columns = header?.cells.map(undefuse) ?? []
  const textual = textualColumns(codebook)
  const records: ExportRecord[] = []
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      return unreadable(file, line, `it has ${cells.length} cells, the header has ${columns.length}`)
    }
    const record = readRecord(columns, cells, textual)
    const parsed = exportRecordSchema.safeParse(record.ok ? record.value : undefined)
    if (!record.ok) return unreadable(file, line, record.error)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return unreadable(file, line, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
    }
    records.push(parsed.data)
  }
  return ok(records)
}

function attributeColumns(records: readonly ExportRecord[], codebook: Codebook): string[] {
  const used = new Set<string>()
  const undecided = new Set<string>()
  for (const record of records) {
    for (const [id, value] of Object.entries(record.attributes)) {
      used.add(id)
      if (value.state !== 'decided') undecided.add(id)
    }
  }
  const listed = codebook.attributes
    .filter((attribute) => attribute.retired !== true || used.has(attribute.id))
    .map(({ id }) => id)
  const known = new Set(listed)
  const others = [...used].filter((id) => !known.has(id)).toSorted()
  return [...known, ...others].flatMap((id) => (undecided.has(id) ? [VALUE + id, STATE + id] : [VALUE + id]))
}

/** Columns whose values are texts or ids: there `3` is what a person chose, not a number. */
function textualColumns(codebook: Codebook): ReadonlySet<string> {
  const textual = codebook.attributes.filter(({ type }) => type === 'text' || type === 'choice' || type === 'scale')
  return new Set(textual.map(({ id }) => VALUE + id))
}

function attributeCell(record: ExportRecord, column: string, textual: ReadonlySet<string>): string {
  if (column.startsWith(STATE)) {
    const value = record.attributes[column.slice(STATE.length)]
    return value === undefined || value.state === 'decided' ? '' : value.state
  }
  const value = record.attributes[column.slice(VALUE.length)]
  if (value === undefined || !('value' in value)) return ''
  const cell = payloadCell(value.value, textual.has(column))
  // A bare negative number is no formula, and people calculate with it.
  return typeof value.value === 'string' ? defuse(cell) : cell
}

function readRecord(
  columns: readonly string[],
  cells: readonly string[],
  textual: ReadonlySet<string>,
): Result<unknown, string> {
  const record: Record<string, unknown> = {}
  const attributes: Record<string, Value> = {}
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (column.startsWith(STATE)) continue
    if (!column.startsWith(VALUE)) {
      if (NUMBERS.has(column)) record[column] = Number(cell)
      else if (column !== 'fragments') record[column] = undefuse(cell)
      else if (cell !== '') record[column] = readsAsJson(cell) ? JSON.parse(cell) : cell
      continue
    }
    const id = column.slice(VALUE.length)
    const value = readValue(cell, cells[columns.indexOf(STATE + id)] ?? '', textual.has(column))
    if (value === null) return { ok: false, error: `the cell ${column} holds no value of an attribute` }
    if (value) attributes[id] = value
  }
  return ok({ ...record, attributes })
}

/** `undefined`: no value; `null`: not a value. */
function readValue(cell: string, state: string, textual: boolean): Value | undefined | null {
  if (state === 'not_stated' || state === 'not_applicable') return { state }
  if (cell === '') return undefined
  const payload = payloadSchema.safeParse(readPayload(undefuse(cell), textual))
  if (!payload.success) return null
  return { state: state === 'default' ? 'default' : 'decided', value: payload.data }
}

function unreadable(file: string, line: number, what: string) {
  return fail(
    'export.unreadable',
    `${file}, line ${line}: this is not a row of a Concord export: ${what}.`,
    'Export again, and leave the file as it was written.',
    { where: { file, line } },
  )
}
