import { ok, type Result } from '../../result.ts'
import { optionOf, refusal, type Adapter, type AdapterOption, type FormatFile, type Parsed, type ParseOptions, type Serialized, type SerializeOptions, type SourceFile } from '../adapter.ts'
import { defuse, readRows, undefuse, writeRow, type Separator } from '../csv-cells.ts'
import type { Interchange } from '../interchange.ts'
import { createLosses } from '../losses.ts'
import { nameOf } from '../paths.ts'
import { headOf, readText } from '../source-text.ts'
import { fromSheets, looksLikeAnnotations } from '../tables/read-tables.ts'
import { SHEETS, type Cell, type ReadSheet, type Row, type Sheet, type SheetName } from '../tables/sheet.ts'
import { toSheets } from '../tables/write-tables.ts'

const OPTIONS: readonly AdapterOption[] = [
  { name: 'layout', values: ['wide', 'long'], default: 'wide', for: 'write', help: 'wide: a column for each attribute; long: the values in a table of their own, a row each' },
  { name: 'for', values: ['r-python', 'excel'], default: 'r-python', for: 'write', help: 'excel: with a byte-order mark, so that Excel reads UTF-8; r-python: without' },
  { name: 'delimiter', values: ['comma', 'semicolon'], default: 'comma', for: 'write', help: 'semicolon: for Excel where the comma is the decimal sign' },
  { name: 'formulas', values: ['safe', 'raw'], default: 'safe', for: 'both', help: 'safe: texts that a spreadsheet would run have an apostrophe in front; raw: every text as it is, for programs only' },
]

/** CSV for people: a row for each annotation, and beside it tables of documents, sets, relations and the codebook. */
export const csv: Adapter = { name: 'csv', title: 'CSV tables', options: OPTIONS, detect, group, parse, serialize }

function detect(file: SourceFile): number {
  return looksLikeAnnotations(headerOf(headOf(file)).columns)
}

function headerOf(text: string, plain = undefuse): { columns: string[]; separator: Separator } {
  const found = ([',', ';'] as const).map((separator) => {
    const rows = readRows(firstRow(text), '', separator)
    return { columns: rows.ok ? (rows.value[0]?.cells ?? []).map(plain) : [], separator }
  })
  return found.find(({ columns }) => looksLikeAnnotations(columns) > 0) ?? { columns: [], separator: ',' }
}

/** Up to the first line end outside quotation marks: a name may hold one. */
function firstRow(text: string): string {
  return /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? ''
}

/** `x.csv` with its `x.codebook.csv` and the others. */
function group(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  return mine.map((file) => [file, ...all.filter(({ path }) => path !== file.path && sheetOf(path, file.path) !== null)])
}

function sheetOf(path: string, main: string): SheetName | null {
  return SHEETS.find((sheet) => path === `${nameOf(main)}.${sheet}.csv`) ?? null
}

function parse(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const [main] = files
  if (!main) return refusal('', null, 'there is no file.')
  const cellOf = optionOf(OPTIONS, options.own, 'formulas') === 'raw' ? asItIs : undefuse
  const { columns, separator } = headerOf(headOf(main), cellOf)
  if (columns.length === 0) return refusal(main.path, 1, 'the first row does not name the columns article, label, start, end and quote.')
  const sheets = new Map<SheetName, ReadSheet>()
  const refused: Parsed['refused'][number][] = []
  for (const file of files) {
    const read = readSheet(file, separator, cellOf)
    if (!read.ok) return read
    sheets.set(file === main ? 'annotations' : (sheetOf(file.path, main.path) ?? 'annotations'), read.value)
    refused.push(...read.value.refused)
  }
  const { refused: more, ...read } = fromSheets(sheets, 'exact')
  return ok({ ...read, refused: [...refused, ...more], counting: null })
}

function asItIs(cell: string): string {
  return cell
}

function readSheet(file: SourceFile, separator: Separator, cellOf: (cell: string) => string): Result<ReadSheet & { refused: Parsed['refused'] }> {
  const source = readText(file)
  if (!source.ok) return source
  const rows = readRows(source.value.raw, file.path, separator)
  if (!rows.ok) return rows
  const [header, ...body] = rows.value
  const columns = header?.cells.map(cellOf) ?? []
  // Only what Concord wrote has apostrophes that mean nothing; a table of others is taken as it stands.
  const plain = columns.includes('quote') && !columns.includes('start_utf16') ? asItIs : cellOf
  const refused: Parsed['refused'][number][] = []
  const found: Row[] = []
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) refused.push({ file: file.path, line, what: 'the row', why: `it has ${cells.length} cells, the header has ${columns.length}` })
    else found.push({ line, cells: new Map(columns.map((column, index) => [column, plain(cells[index] ?? '')])) })
  }
  return ok({ file: file.path, columns, rows: found, refused })
}

function serialize(interchange: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const option = (name: string) => optionOf(OPTIONS, options.own, name)
  const separator = option('delimiter') === 'semicolon' ? ';' : ','
  const bom = option('for') === 'excel' ? '\ufeff' : ''
  const raw = option('formulas') === 'raw'
  const stem = options.name ?? 'annotations'
  function* files(): Generator<FormatFile> {
    for (const sheet of toSheets(interchange, { format: 'csv', layout: option('layout') === 'long' ? 'long' : 'wide', cells: 'exact' }, losses)) {
      const path = sheet.name === 'annotations' ? `${stem}.csv` : `${stem}.${sheet.name}.csv`
      yield { path, content: { [Symbol.iterator]: () => rowsOf(sheet, separator, bom, raw ? asItIs : defuse) } }
    }
  }
  return { files: files(), losses: losses.list, ...(raw && { readBack: () => ({ own: { formulas: 'raw' } }) }) }
}

function* rowsOf({ columns, rows }: Sheet, separator: Separator, bom: string, textCell: (text: string) => string): Generator<string> {
  yield bom + writeRow(columns.map(textCell), separator)
  // A bare negative number is no formula, and people calculate with it.
  for (const row of rows) yield writeRow(row.map((cell: Cell) => (typeof cell === 'string' ? textCell(cell) : String(cell ?? ''))), separator)
}
