import { ok, type Result } from '../../result.ts'
import { refusal, type SourceFile } from '../adapter.ts'
import type { Cell, Row } from '../tables/sheet.ts'
import { elementsOf, firstElement, readXml, textOf, type XmlElement } from '../xml.ts'
import { isZip, readZip } from '../zip.ts'
import { unescapeCell } from './write.ts'

export interface WorkbookTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

const MAX_COLUMNS = 16_384
const LIMITS = { entries: 5_000, bytes: 512 * 1024 * 1024 }
const WANTED = /^\/?xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/

/** The tables of a workbook: texts, numbers and truth values as they stand; of formulas the last result. The first row names the columns. */
export function readWorkbook(file: SourceFile): Result<WorkbookTable[]> {
  if (!isZip(file.bytes)) return refusal(file.path, null, 'this is not an Excel workbook (.xlsx).')
  const entries = readZip(file, (path) => WANTED.test(path), LIMITS)
  if (!entries.ok) return entries
  const parts = new Map(entries.value.map((entry) => [entry.path.replace(/^\//, ''), entry]))
  const part = (path: string): Result<XmlElement | null> => {
    const entry = parts.get(path)
    return entry ? readXml({ path: `${file.path}/${path}`, bytes: entry.bytes }) : ok(null)
  }
  const [book, rels, shared] = [part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'), part('xl/sharedStrings.xml')]
  if (!book.ok) return book
  if (!rels.ok) return rels
  if (!shared.ok) return shared
  if (!book.value) return refusal(file.path, null, 'there is no workbook in it.')
  const targets = new Map(elementsOf(rels.value ?? book.value, 'Relationship').map((rel) => [rel.attributes.get('Id'), rel.attributes.get('Target') ?? '']))
  const strings = shared.value ? elementsOf(shared.value, 'si').map(richText) : []
  const tables: WorkbookTable[] = []
  for (const sheet of elementsOf(firstElement(book.value, 'sheets') ?? book.value, 'sheet')) {
    const name = sheet.attributes.get('name') ?? ''
    const id = [...sheet.attributes].find(([key]) => key.endsWith(':id'))?.[1]
    const target = targets.get(id) ?? ''
    const xml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (!xml.ok) return xml
    const table = xml.value && tableOf(name, xml.value, strings)
    if (typeof table === 'string') return refusal(`${file.path}, sheet ${name}`, null, table)
    if (table) tables.push(table)
  }
  return ok(tables)
}

/** The table, or why it is none. */
function tableOf(name: string, sheet: XmlElement, strings: readonly string[]): WorkbookTable | string {
  let columns: Map<number, string> | null = null
  const rows: Row[] = []
  let number = 0
  for (const row of elementsOf(firstElement(sheet, 'sheetData') ?? sheet, 'row')) {
    number = Number(row.attributes.get('r') ?? number + 1)
    const cells = new Map<number, Cell>()
    let at = -1
    for (const cell of elementsOf(row, 'c')) {
      at = columnAt(cell.attributes.get('r')) ?? at + 1
      if (at >= MAX_COLUMNS) return `it has more than ${MAX_COLUMNS} columns.`
      const value = cellValue(cell, strings)
      if (value !== null) cells.set(at, value)
    }
    if (!columns) columns = new Map([...cells].map(([index, cell]) => [index, String(cell)]))
    else if (cells.size > 0) rows.push({ line: number, cells: new Map([...columns].map(([index, column]) => [column, cells.get(index) ?? null])) })
  }
  return { name, columns: [...(columns?.values() ?? [])], rows }
}

function columnAt(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,4}(?=\d)/.exec(place ?? '')?.[0]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellValue(cell: XmlElement, strings: readonly string[]): Cell {
  const type = cell.attributes.get('t') ?? 'n'
  const inline = firstElement(cell, 'is')
  if (type === 'inlineStr') return inline ? richText(inline) : null
  const value = firstElement(cell, 'v')
  const text = value ? textOf(value) : ''
  if (text === '') return null
  if (type === 's') return strings[Number(text)] ?? null
  if (type === 'b') return text === '1' || text === 'true'
  if (type === 'n') return Number.isFinite(Number(text)) ? Number(text) : text
  return unescapeCell(text)
}

/** Text in one piece or in pieces of several styles; how it is read aloud is no part of it. */
function richText(element: XmlElement): string {
  const pieces = element.children.flatMap((child) => (typeof child === 'string' ? [] : child.local === 't' ? [child] : child.local === 'r' ? elementsOf(child, 't') : []))
  return unescapeCell(pieces.map(textOf).join(''))
}
