/**
 * Tab-separated text as spreadsheets put it on the clipboard and take it from there: a cell that holds a tab or a line end,
 * or that begins with a quotation mark, stands in quotation marks, those inside doubled. More than one row ends in a line
 * end, as there, so that an empty last row is not lost.
 */
export function printTsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
  return lines.length > 1 ? `${lines.join('\n')}\n` : lines.join('')
}

/**
 * Reads what any of them may have written; a quotation mark that is never closed, or that is closed in the middle of a
 * cell, is a character like others. Rows may be of different lengths; there is always at least one cell.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const cell = quotedCell(text, at) ?? plainCell(text, at)
    row.push(cell.value)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at = text.startsWith('\r\n', at) ? at + 2 : at + 1
    if (at >= text.length) return rows
  }
}

interface Cell {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, from: number): Cell {
  let end = from
  while (end < text.length && !isEnd(text, end)) end += 1
  return { value: text.slice(from, end), end }
}

function quotedCell(text: string, from: number): Cell | null {
  if (text[from] !== '"') return null
  let end = text.indexOf('"', from + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end === -1 || (end + 1 < text.length && !isEnd(text, end + 1))) return null
  return { value: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 }
}

/** A lone CR ends a row too, as from old Macs. */
function isEnd(text: string, at: number): boolean {
  return text[at] === '\t' || text[at] === '\n' || text[at] === '\r'
}
