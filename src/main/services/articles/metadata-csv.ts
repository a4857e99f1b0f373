import { basename } from 'node:path'
import Papa from 'papaparse'
import type { Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import type { FieldChanges } from './article-info.ts'
import type { Disk } from '../disk/disk.ts'
import { decodeArticle } from './decode.ts'
import { readDate } from './metadata-date.ts'

export interface MetadataPreview {
  /** Articles that a line speaks of, with what it says; nothing is written yet. */
  readonly matched: { readonly path: string; readonly fields: FieldChanges }[]
  /** Lines (1-based) that were left out in whole or in part. */
  readonly problems: { readonly line: number; readonly message: string }[]
}

type Column = 'path' | 'title' | 'date' | 'outlet' | 'link' | 'note'

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries<Column>({
    path: 'path',
    file: 'path',
    filename: 'path',
    article: 'path',
    title: 'title',
    headline: 'title',
    date: 'date',
    published: 'date',
    outlet: 'outlet',
    source: 'outlet',
    publisher: 'outlet',
    link: 'link',
    url: 'link',
    note: 'note',
    notes: 'note',
  }),
)

/** The same from a file, in whatever encoding a spreadsheet program wrote it. */
export async function readMetadataFile(
  disk: Disk,
  path: string,
  articlePaths: readonly string[],
): Promise<Result<MetadataPreview>> {
  const bytes = await disk.readBytes(path)
  if (!bytes.ok) return bytes
  const decoded = decodeArticle(bytes.value)
  if (decoded.ok) return readMetadata(decoded.text, basename(path), articlePaths)
  return fail(
    'metadata.binary',
    `${basename(path)} cannot be read: ${decoded.reason}`,
    'Save the table as CSV (UTF-8).',
    { where: { file: path } },
  )
}

/**
 * Titles, dates, outlets and links of many articles from a CSV: the first line names the columns, in any order and
 * case; comma, semicolon, tab or bar between them. An article is named by its path, or by its file name where that is
 * unique. An empty cell changes nothing.
 */
export function readMetadata(csv: string, file: string, articlePaths: readonly string[]): Result<MetadataPreview> {
  const rows = readRows(csv.replace(/^\uFEFF/, ''))
  const [head, ...body] = rows
  const columns = head?.cells.map((cell) => COLUMNS.get(cell.toLowerCase().replace(/[\s_-]/gu, ''))) ?? []
  const line = head?.line ?? 1
  if (!columns.includes('path')) {
    return fail(
      'metadata.columns',
      `${file}: line ${line} does not name a column “path” (or file, filename, article).`,
      'Put the names of the columns into the first line: path, title, date, outlet, link.',
      { where: { file, line } },
    )
  }
  const problems: MetadataPreview['problems'][number][] = []
  const unknown = head?.cells.filter((cell, index) => cell !== '' && !columns[index]) ?? []
  if (unknown.length > 0)
    problems.push({ line, message: `not used: ${unknown.map((name) => `“${name}”`).join(', ')}.` })
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index)
  if (twice) problems.push({ line, message: `several columns say ${twice}; the first that is filled in counts.` })

  const find = finder(articlePaths)
  const seen = new Map<string, number>()
  const matched: MetadataPreview['matched'][number][] = []
  for (const row of body) {
    const report = (message: string) => problems.push({ line: row.line, message })
    const cell = (column: Column) => row.cells.find((text, index) => columns[index] === column && text !== '')
    const name = cell('path')
    if (row.broken) report('a quotation mark is opened and not closed as it should be.')
    if (name === undefined) {
      report('it names no article.')
      continue
    }
    const path = find(name)
    if (!path.ok) {
      report(path.error)
      continue
    }
    const before = seen.get(path.value)
    if (before !== undefined) {
      report(`${path.value} was named on line ${before} already; this line is left out.`)
      continue
    }
    seen.set(path.value, row.line)
    const fields = fieldsOf(cell, report)
    if (Object.keys(fields).length > 0) matched.push({ path: path.value, fields })
    else report(`it says nothing about ${path.value}.`)
  }
  return ok({ matched, problems })
}

function fieldsOf(cell: (column: Column) => string | undefined, report: (message: string) => void): FieldChanges {
  const fields: { -readonly [Name in keyof FieldChanges]: FieldChanges[Name] } = {}
  for (const column of ['title', 'outlet', 'link', 'note'] as const) {
    const text = cell(column)
    if (text !== undefined) fields[column] = column === 'note' ? text : text.replace(/\s+/gu, ' ')
  }
  const written = cell('date')
  if (written === undefined) return fields
  const date = readDate(written)
  if (date.ok) fields.date = date.date
  else if (date.reason === 'unknown') report(`“${written}” is not a date. Write it as year-month-day.`)
  else report(`“${written}” can be read in two ways. Write it as year-month-day.`)
  return fields
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
  readonly broken: boolean
}

function readRows(csv: string): Row[] {
  const rows: Row[] = []
  let line = 1
  let from = 0
  Papa.parse<string[]>(csv, {
    step: ({ data, errors, meta }) => {
      const cells = data.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== ''))
        rows.push({ line, cells, broken: errors.some((error) => error.type === 'Quotes') })
      line += csv.slice(from, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0
      from = meta.cursor
    },
  })
  return rows
}

/** By whole path, else without regard to case and normalisation, else by a file name that only one article has. */
function finder(paths: readonly string[]): (name: string) => Result<string, string> {
  const exact = new Set(paths)
  const byKey = grouped(paths, key)
  const byName = grouped(paths, (path) => key(path.slice(path.lastIndexOf('/') + 1)))
  return (written) => {
    const name = written
      .replaceAll('\\', '/')
      .replace(/^(\.?\/)+/, '')
      .replace(/^articles\//, '')
    const found = exact.has(name) ? [name] : (byKey.get(key(name)) ?? byName.get(key(name)) ?? [])
    const [first, ...others] = found
    if (first === undefined) return { ok: false, error: `there is no article “${written}” in this project.` }
    if (others.length === 0) return ok(first)
    return { ok: false, error: `“${written}” may be ${found.slice(0, 3).join(' or ')}. Write the whole path.` }
  }
}

function key(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function grouped(paths: readonly string[], keyOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) groups.set(keyOf(path), [...(groups.get(keyOf(path)) ?? []), path])
  return groups
}
