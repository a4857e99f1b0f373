/** A cell of a table that people open: CSV writes all as text, a workbook keeps numbers and truth values. */
export type Cell = string | number | boolean | null

export interface Sheet {
  readonly name: SheetName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export const SHEETS = ['annotations', 'values', 'documents', 'sets', 'relations', 'codebook'] as const
export type SheetName = (typeof SHEETS)[number]

/** A row as read, by column. `line` is the line of a CSV file or the row of a sheet. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyMap<string, Cell>
}

export interface ReadSheet {
  /** What a refusal names: the file, or the file and its sheet. */
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export type ReadSheets = ReadonlyMap<SheetName, ReadSheet>

/** Columns of the sheet of annotations: those of Concord’s own CSV (a promise, see export-record.ts), then what that has no place for. */
export const FIXED = ['id', 'article', 'annotator', 'label', 'start', 'end', 'start_utf16', 'end_utf16', 'quote', 'created', 'modified', 'fragments', 'note'] as const
export const VALUE = 'attributes.'
export const STATE = 'states.'
export const FACT = 'facts.'

export function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts)
}

/** Names in one cell, `a; b`: as JSON where a name would be cut in two. */
export function listCell(names: readonly string[]): string {
  return names.some((name) => name.includes(';') || name.trim() !== name || name === '' || name.startsWith('[')) ? JSON.stringify(names) : names.join('; ')
}

export function readListCell(cell: string): string[] {
  if (cell.startsWith('[')) {
    try {
      const names: unknown = JSON.parse(cell)
      if (Array.isArray(names)) return names.map(String)
    } catch {
      // Then it is a name that begins so.
    }
  }
  return cell === '' ? [] : cell.split(';').map((name) => name.trim())
}
