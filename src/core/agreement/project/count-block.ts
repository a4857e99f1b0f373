import type { CountStatistics } from '../coding/counts.ts'
import type { Layout, Tally } from './tally.ts'

/** Where the counts of some coded items lie that the coefficients for any number of annotators need. */
export interface CountBlock {
  readonly at: number
  readonly size: number
}

/** rated, paired and single; then totals, squares, shares; then both tables. */
export function countBlock(layout: Layout, size: number): CountBlock {
  return { at: layout.take(3 + 3 * size + 2 * size * size), size }
}

export function addStatistics(tally: Tally, { at, size }: CountBlock, counts: CountStatistics): void {
  tally.addAll(at, [counts.rated, counts.paired, counts.single])
  tally.addAll(at + 3, counts.totals)
  tally.addAll(at + 3 + size, counts.squares)
  tally.addAll(at + 3 + 2 * size, counts.shares)
  tally.addAll(at + 3 + 3 * size, counts.pairShares.cells)
  tally.addAll(at + 3 + 3 * size + size * size, counts.coincidences.cells)
}

/** `fewest` and `most` do not add up: only measures that allow for missing values are to be asked. */
export function statisticsAt(counts: Float64Array, { at, size }: CountBlock): CountStatistics {
  const vector = (index: number): Float64Array => counts.subarray(at + 3 + index * size, at + 3 + (index + 1) * size)
  const tables = at + 3 + 3 * size
  return {
    rated: counts[at] ?? 0,
    paired: counts[at + 1] ?? 0,
    single: counts[at + 2] ?? 0,
    fewest: 0,
    most: Infinity,
    totals: vector(0),
    squares: vector(1),
    shares: vector(2),
    pairShares: { size, cells: counts.subarray(tables, tables + size * size) },
    coincidences: { size, cells: counts.subarray(tables + size * size, tables + 2 * size * size) },
  }
}
