import { defuse } from '../formats/csv-cells.ts'
import type { AttributeType } from '../model/codebook.ts'
import type { CellReader } from './arrange.ts'
import { valueOf } from './cell.ts'
import { NOTE, type GridColumn } from './columns.ts'
import type { CellContent, GridRange, Shown } from './plan.ts'
import { parseTsv, printTsv } from './tsv.ts'

/** Columns whose cells are figures in a spreadsheet too. */
const FIGURES: readonly AttributeType[] = ['number', 'quantity', 'date', 'scale']

/** A range for the clipboard: its text, and beside it what is recorded, which the text may not show whole. */
export function copyCells({ codebook, rows, columns }: Shown, range: GridRange, cell: CellReader): { readonly text: string; readonly cells: CellContent[][] } {
  const chosen = rows.slice(range.top, range.bottom + 1)
  const across = columns.slice(range.left, range.right + 1)
  const texts = chosen.map((row) => across.map((column) => safe(column, cell(row, column).text)))
  const cells = chosen.map((row) => across.map((column): CellContent => contentOf(column, row.annotation.note ?? '', valueOf(codebook, row.annotation, column) ?? null, cell(row, column).text)))
  return { text: printTsv(texts), cells }
}

function contentOf(column: GridColumn, note: string, value: CellContent, text: string): CellContent {
  if (column === NOTE) return note
  return column.attribute ? value : text
}

/** Articles are foreign text: what a spreadsheet would run as a formula gets an apostrophe in front, as in an export. */
function safe({ attribute }: GridColumn, text: string): string {
  return attribute && FIGURES.includes(attribute.type) ? text : defuse(text)
}

/** What is on the clipboard, cell by cell; an apostrophe that stands only to keep a spreadsheet from running the cell is off. */
export function pastedTexts(text: string): string[][] {
  return parseTsv(text).map((row) => row.map((cell) => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell)))
}
