import { fail, ok, type Result } from '../result.ts'

export type Separator = ',' | ';'

/** One row after RFC 4180: CRLF, quotes doubled; a cell is quoted only where it must be. */
export function writeRow(cells: readonly string[], separator: Separator = ','): string {
  const written = cells.map((cell) => (/["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${written.join(separator)}\r\n`
}

export interface CsvRow {
  /** Line (1-based) where the row starts; a quoted cell may hold line ends. */
  readonly line: number
  readonly cells: string[]
}

/** Rows of a CSV text; LF alone is accepted as a row end, and a BOM before the first. */
export function readRows(text: string, file: string, separator: Separator = ','): Result<CsvRow[]> {
  const rows: CsvRow[] = []
  let line = 1
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
      if (cell === null) {
        return fail(
          'csv.quote',
          `${file}, line ${line}: a quotation mark that opens a cell is never closed.`,
          'Close the cell with a quotation mark.',
          {
            where: { file, line },
          },
        )
      }
      row.cells.push(cell.value)
      line += countLineEnds(text, at, cell.end)
      at = cell.end
      if (text[at] !== separator) break
      at += 1
    }
    if (at < text.length) {
      at = text.startsWith('\r\n', at) ? at + 2 : at + 1
      line += 1
    }
    rows.push(row)
  }
  return ok(rows)
}

/** Spreadsheets skip NUL, and take full-width signs for the narrow ones. */
const FORMULA = /^\0*[=+\-@\t\r'＝＋－＠]/

/**
 * Spreadsheets run cells that start with these signs as formulas. Such a cell gets an apostrophe in front, and so
 * does a cell that starts with an apostrophe: taking one off whatever starts with one gives every cell back exactly.
 */
export function defuse(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

export function undefuse(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

interface Cell {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && !text.startsWith('\r\n', end)) end += 1
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number, separator: string): Cell | null {
  let end = text.indexOf('"', from + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end === -1) return null
  // What stands between the closing mark and the next comma belongs to no cell after RFC 4180; nothing of ours has it.
  const rest = plainCell(text, end + 1, separator)
  return { value: text.slice(from + 1, end).replaceAll('""', '"') + rest.value, end: rest.end }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
