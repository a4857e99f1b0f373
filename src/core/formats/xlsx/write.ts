import type { SourceFile } from '../adapter.ts'
import { encodeText } from '../source-text.ts'
import type { Cell } from '../tables/sheet.ts'
import { escapeXml, escapeXmlAttribute } from '../xml.ts'
import { writeZip } from '../zip.ts'

/** What a sheet and a cell hold at most. */
export const MAX_ROWS = 1_048_576
export const MAX_CELL = 32_767

export interface WorkbookSheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WIDTHS: Readonly<Record<string, number>> = { quote: 60, value: 40, definition: 60, note: 40, article: 30, json: 20, fragments: 12 }

/** A workbook of plain tables: text is text and never a formula, the first row stays in sight and filters. Same tables, same bytes. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array<ArrayBuffer> {
  const part = (path: string, xml: string): SourceFile => ({ path, bytes: encodeText(HEAD + xml) })
  const each = (write: (sheet: WorkbookSheet, number: number) => string) => sheets.map((sheet, index) => write(sheet, index + 1)).join('')
  return writeZip([
    part('[Content_Types].xml', `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${KIND}.worksheet+xml"/>`)}</Types>`),
    part('_rels/.rels', `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    part('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name }, number) => `<sheet name="${escapeXmlAttribute(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${RELS}">${each((_, number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`),
    part('xl/styles.xml', STYLES),
    ...sheets.map((sheet, index) => part(`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet))),
  ])
}

/** Style 1 is the bold of the first row; style 2 marks text, so that what looks like a number stays what it is when it is edited. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function worksheet({ columns, rows }: WorkbookSheet): string {
  const last = columnName(Math.max(columns.length, 1) - 1)
  const widths = columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[column] ?? 16}" customWidth="1"/>`).join('')
  const head = rowXml(1, columns, 1)
  const body = rows.map((row, index) => rowXml(index + 2, row, 2)).join('')
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>${head}${body}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/></worksheet>`
}

function rowXml(number: number, cells: readonly Cell[], style: number): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, style)).join('')}</row>`
}

function cellXml(place: string, cell: Cell, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeCell(cell))}</t></is></c>`
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** What is no `Char` of XML 1.0, CR, which it would turn into LF, and the sign that an escape begins with. */
const ESCAPED = /_(?=x[0-9a-fA-F]{4}_)|[^\t\n -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Characters that a sheet cannot hold stand as `_x000D_`, and what looks like that gets its first sign written so. */
export function escapeCell(text: string): string {
  return text.replace(ESCAPED, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

export function unescapeCell(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** As much of a text as a cell holds, never half a character. */
export function cutCell(text: string): string {
  return text.length <= MAX_CELL ? text : text.slice(0, MAX_CELL).replace(/[\ud800-\udbff]$/, '')
}
