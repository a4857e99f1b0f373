import { FORMAT_VERSION } from '../../model/annotation-set.ts'
import { codebookSchema, type Codebook } from '../../model/codebook.ts'
import type { Environment } from '../../model/environment.ts'
import { readRows, undefuse, type CsvRow } from '../../formats/csv-cells.ts'
import { err, fail, ok, type AppError, type Result } from '../../result.ts'
import { checkCodebook } from '../check.ts'
import { freshId } from '../edits/fresh.ts'
import { columns, jsonOf, rowKinds, type Column, type RowKind } from './columns.ts'
import { issueError } from './issue.ts'
import { made, type Made } from './make.ts'

/** One row with its line (1-based). */
export interface TableRow {
  readonly line: number
  readonly kind: RowKind
  readonly cell: (column: Column) => string
}

/**
 * A codebook from a table as `codebookCsv` writes it, or as a spreadsheet saves it again: columns in any order, commas or
 * semicolons between them, empty rows anywhere. Rows without an id get one from their name. Errors name the line.
 */
export function readCodebookCsv(text: string, file: string, environment: Environment): Result<Codebook> {
  const table = tableOf(text, file)
  if (!table.ok) return table
  const rows = withIds(table.value, environment)
  const build = attempt(rows, file)
  if (!build.ok) return build
  const parsed = codebookSchema.safeParse(build.value.codebook)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return err(issueError(file, build.value, issue))
  }
  const [wrong] = checkCodebook(parsed.data)
  return wrong ? err({ ...wrong, message: `${file}: ${wrong.message}`, where: { file } }) : ok(parsed.data)
}

function tableOf(text: string, file: string): Result<TableRow[]> {
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const rows = readRows(text, file, firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',')
  if (!rows.ok) return rows
  const [head, ...body] = rows.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const line = head?.line ?? 1
  if (!names.includes('kind')) {
    return fail('codebook.csv', `${file}, line ${line}: there is no column “kind”, so this is not a codebook as Concord writes it.`, 'Export a codebook as CSV and change that file.', { where: { file, line } })
  }
  const unknown = names.find((name) => name !== '' && !columns.some((column) => column === name))
  if (unknown !== undefined) {
    return fail('codebook.csv', `${file}, line ${line}: the column “${unknown}” is not one of a codebook.`, `Take it out, or name it as one of these: ${columns.join(', ')}.`, { where: { file, line } })
  }
  const found: TableRow[] = []
  for (const row of body) {
    const next = rowOf(row, names, file)
    if (!next.ok) return next
    found.push(next.value)
  }
  return ok(found)
}

function rowOf({ line, cells }: CsvRow, names: readonly string[], file: string): Result<TableRow> {
  const cell = (column: Column) => undefuse(cells[names.indexOf(column)] ?? '')
  const kind = rowKinds.find((each) => each === cell('kind').trim())
  if (kind) return ok({ line, kind, cell })
  return fail('codebook.csv', `${file}, line ${line}: “${cell('kind')}” is no kind of row.`, `Write one of these into the column “kind”: ${rowKinds.join(', ')}.`, { where: { file, line } })
}

const NAMED: ReadonlySet<RowKind> = new Set(['label', 'attribute', 'value', 'relation', 'sector', 'entity', 'rule', 'worked_example'])

/** Somebody who adds a row need not think of an id. A row of an empty list has no name either, and gets none. */
function withIds(rows: readonly TableRow[], environment: Environment): TableRow[] {
  const scope = (row: TableRow) => (row.kind === 'value' ? `value ${row.cell('of')}` : row.kind)
  const taken = new Map<string, string[]>()
  for (const row of rows) taken.set(scope(row), [...(taken.get(scope(row)) ?? []), row.cell('id')])
  return rows.map((row) => {
    const name = row.kind === 'rule' || row.kind === 'worked_example' ? row.kind : row.cell('name')
    if (!NAMED.has(row.kind) || row.cell('id') !== '' || name === '') return row
    const ids = taken.get(scope(row)) ?? []
    const id = freshId(name, ids, environment)
    ids.push(id)
    return { ...row, cell: (column: Column) => (column === 'id' ? id : row.cell(column)) }
  })
}

function attempt(rows: readonly TableRow[], file: string): Result<Made> {
  const wrong: AppError[] = []
  const refuse = (line: number, message: string, remedy: string) =>
    void wrong.push({ code: 'codebook.csv', message: `${file}, line ${line}: ${message}`, remedy, retry: false, where: { file, line } })
  for (const row of rows) {
    for (const column of columns) {
      try {
        jsonOf(row.cell(column))
      } catch {
        refuse(row.line, `what stands in the column “${column}” after json: is not JSON.`, 'Take out “json:”, or write JSON after it.')
      }
    }
  }
  const result = wrong.length === 0 ? made(rows, FORMAT_VERSION, refuse) : null
  const [first] = wrong
  return first || !result ? err(first ?? { code: 'codebook.csv', message: file, remedy: '', retry: false }) : ok(result)
}
