import { ok, type Result } from '../../result.ts'
import { refusal, type Adapter, type FormatFile, type Parsed, type Serialized, type SerializeOptions, type SourceFile } from '../adapter.ts'
import type { Interchange } from '../interchange.ts'
import { createLosses, type LossKind, type Losses } from '../losses.ts'
import { fromSheets, looksLikeAnnotations } from '../tables/read-tables.ts'
import { SHEETS, STATE, VALUE, type Cell, type ReadSheet, type Sheet, type SheetName } from '../tables/sheet.ts'
import { toSheets } from '../tables/write-tables.ts'
import { hasEntry } from '../zip.ts'
import { readWorkbook, type WorkbookTable } from './read.ts'
import { cutCell, MAX_ROWS, writeWorkbook, type WorkbookSheet } from './write.ts'

/** A workbook for people: annotations as rows that read well, the values in long form, documents, relations and the codebook. */
export const xlsx: Adapter = {
  name: 'xlsx',
  title: 'Excel workbook',
  detect: (file) => (hasEntry(file, /xl\/workbook\.xml/) ? 3 : 0),
  parse,
  serialize,
}

function parse(files: readonly SourceFile[]): Result<Parsed> {
  const [file] = files
  if (!file) return refusal('', null, 'there is no file.')
  const tables = readWorkbook(file)
  if (!tables.ok) return tables
  const sheets = new Map<SheetName, ReadSheet>()
  for (const name of SHEETS) {
    const parts = tables.value.filter((table) => table.name === name || new RegExp(`^${name} \\d+$`).test(table.name))
    const [first] = parts
    if (first) sheets.set(name, readSheet(file, { ...first, rows: parts.flatMap(({ rows }) => rows) }))
  }
  // In a workbook that somebody else has made, whichever sheet has the columns.
  const other = tables.value.find(({ columns }) => looksLikeAnnotations(columns) > 0)
  if (!sheets.has('annotations') && other) sheets.set('annotations', readSheet(file, other))
  if (looksLikeAnnotations(sheets.get('annotations')?.columns ?? []) === 0) return refusal(file.path, null, 'no sheet of it names the columns article, label, start, end and quote in its first row.')
  return ok({ ...fromSheets(sheets, 'readable'), counting: null })
}

function readSheet({ path }: SourceFile, { name, columns, rows }: WorkbookTable): ReadSheet {
  return { file: `${path}, sheet ${name}`, columns, rows }
}

function serialize(interchange: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  function* files(): Generator<FormatFile> {
    const sheets = toSheets(interchange, { format: 'xlsx', layout: 'both', cells: 'readable' }, losses)
    yield { path: `${options.name ?? 'annotations'}.xlsx`, content: [writeWorkbook(sheets.flatMap((sheet) => parts(cut(sheet, losses))))] }
  }
  return { files: files(), losses: losses.list }
}

/** A sheet holds a million rows; what is more goes on in `annotations 2`. */
function parts(sheet: Sheet): WorkbookSheet[] {
  const count = Math.max(1, Math.ceil(sheet.rows.length / (MAX_ROWS - 1)))
  return Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? sheet.name : `${sheet.name} ${index + 1}`,
    columns: sheet.columns,
    rows: sheet.rows.slice(index * (MAX_ROWS - 1), (index + 1) * (MAX_ROWS - 1)),
  }))
}

const KINDS: Readonly<Record<string, LossKind>> = { quote: 'places', fragments: 'fragments', note: 'notes', label: 'labels', definition: 'scheme' }

function cut(sheet: Sheet, losses: Losses): Sheet {
  return { ...sheet, rows: sheet.rows.map((row) => row.map((cell, index) => cutInto(cell, sheet.columns[index] ?? '', String(row[0]), losses))) }
}

function cutInto(cell: Cell, column: string, row: string, losses: Losses): Cell {
  if (typeof cell !== 'string') return cell
  const kept = cutCell(cell)
  if (kept !== cell) losses.add(KINDS[column] ?? (column.startsWith(VALUE) || column.startsWith(STATE) ? 'values' : 'extra'), 'what is longer than the 32,767 characters of a cell', `${row}: ${column}`)
  return kept
}
