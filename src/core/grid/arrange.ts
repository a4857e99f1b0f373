import { folded } from '../codebook/inputs/narrow.ts'
import { choiceById } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Payload } from '../model/value.ts'
import type { CellState, GridCell } from './cell.ts'
import { valueOf } from './cell.ts'
import type { GridColumn, GridRow } from './columns.ts'

/** Cells as they are shown; asked often, so it should remember. */
export type CellReader = (row: GridRow, column: GridColumn) => GridCell

export interface GridOrder {
  readonly column: string
  readonly descending: boolean
}

/** What a column must hold: a state, or a text that is shown. */
export type ColumnFilter = { readonly kind: 'state'; readonly state: CellState } | { readonly kind: 'value'; readonly text: string }

export interface GridFilter {
  /** Every word must stand somewhere in the row, whatever the case and the accents. */
  readonly text: string
  readonly columns: Readonly<Record<string, ColumnFilter>>
}

export const NO_FILTER: GridFilter = { text: '', columns: {} }

export interface Arrangement {
  readonly codebook: Codebook
  readonly columns: readonly GridColumn[]
  readonly cell: CellReader
  /** null: by article and place. */
  readonly order: GridOrder | null
  readonly filter: GridFilter
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The rows that match, in order. Rows with nothing in the column come last either way; equals stay as they were. */
export function arrange(rows: readonly GridRow[], how: Arrangement): readonly GridRow[] {
  const kept = isNoFilter(how.filter) ? rows : rows.filter((row) => matches(row, how))
  const column = how.order && how.columns.find(({ id }) => id === how.order?.column)
  if (!column || !how.order) return kept
  const sign = how.order.descending ? -1 : 1
  const keyed = kept.map((row) => ({ row, key: sortKey(row, column, how) }))
  return keyed.toSorted((a, b) => compareKeys(a.key, b.key, sign)).map(({ row }) => row)
}

/** More new rows than this are arranged with all others. */
const FEW = 50

/**
 * The rows after some of them have changed: each stays where it was, also where it belongs elsewhere now or no longer
 * matches, because a table that moves while it is filled in cannot be filled in. New rows that match come where they belong.
 */
export function arrangeAgain(before: readonly GridRow[], rows: readonly GridRow[], how: Arrangement): readonly GridRow[] {
  const now = new Map(rows.map((row) => [row.key, row]))
  const kept = before.flatMap(({ key }) => now.get(key) ?? [])
  const known = new Set(before.map(({ key }) => key))
  const fresh = rows.filter(({ key }) => !known.has(key))
  if (fresh.length === 0) return kept
  if (fresh.length > FEW) return arrange(rows, how)
  const arranged = arrange(rows, how)
  const wanted = new Set(fresh)
  const result = [...kept]
  for (const [index, row] of arranged.entries()) {
    if (!wanted.has(row)) continue
    const previous = arranged[index - 1]
    result.splice(previous ? result.indexOf(previous) + 1 : 0, 0, row)
  }
  return result
}

export function isNoFilter({ text, columns }: GridFilter): boolean {
  return text.trim() === '' && Object.keys(columns).length === 0
}

export function matches(row: GridRow, how: Arrangement): boolean {
  const { columns, cell, filter } = how
  for (const column of columns) {
    const wanted = filter.columns[column.id]
    if (!wanted) continue
    const { state, text } = cell(row, column)
    if (wanted.kind === 'state' ? !isState(state, wanted.state) : text !== wanted.text) return false
  }
  const words = folded(filter.text).split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return true
  const text = haystack(row, how)
  return words.every((word) => text.includes(word))
}

/** What misses a value is empty too. */
function isState(state: CellState, wanted: CellState): boolean {
  return state === wanted || (wanted === 'empty' && state === 'missing')
}

// Folding thousands of rows again for each keystroke would be felt. The words of the cells may be others in another
// table: that of the project has the article's title in front.
const haystacks = new WeakMap<GridRow, { readonly columns: readonly GridColumn[]; readonly text: string }>()

function haystack(row: GridRow, { columns, cell }: Arrangement): string {
  const known = haystacks.get(row)
  if (known && known.columns === columns) return known.text
  const text = folded(columns.map((column) => cell(row, column).text).join('\n'))
  haystacks.set(row, { columns, text })
  return text
}

type SortKey = string | number | null

function compareKeys(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
}

/** Numbers by size, dates by day, scales in their own order, and everything else by its text. */
function sortKey(row: GridRow, column: GridColumn, { codebook, cell }: Arrangement): SortKey {
  const { text, state } = cell(row, column)
  const value = valueOf(codebook, row.annotation, column)
  if (column.attribute && value && (state === 'decided' || state === 'default') && 'value' in value) return payloadKey(codebook, column, value.value, text)
  // Answers without content come after all values, together.
  if (state === 'not_stated' || state === 'not_applicable') return null
  return text === '' ? null : text
}

function payloadKey(codebook: Codebook, { attribute }: GridColumn, payload: Payload, text: string): SortKey {
  if (typeof payload === 'number') return payload
  if (attribute?.type === 'scale' && typeof payload === 'string') {
    const at = attribute.values?.findIndex(({ id }) => id === choiceById(codebook, attribute, payload)?.id) ?? -1
    return at < 0 ? text : at
  }
  if (typeof payload !== 'object' || Array.isArray(payload)) return text
  if ('precision' in payload) return payload.start ?? payload.end ?? null
  return 'amount' in payload || 'min' in payload || 'max' in payload ? (payload.amount ?? payload.min ?? payload.max ?? null) : text
}

/** The texts of a column with how often each stands there, the commonest first. */
export function columnTexts(rows: readonly GridRow[], column: GridColumn, cell: CellReader, most: number): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const { text, state } = cell(row, column)
    if (text !== '' && (state === 'decided' || state === 'default')) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const all = Array.from(counts, ([text, count]) => ({ text, count }))
  return all.toSorted((a, b) => b.count - a.count || collator.compare(a.text, b.text)).slice(0, most)
}
