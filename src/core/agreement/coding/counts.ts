import type { Ratings } from './ratings.ts'
import { addTo, emptyTable, type Table } from './table.ts'

/**
 * What the coefficients for any number of anonymous raters are computed from. n_ic is how many raters gave item i the value c,
 * n_i = Σ_c n_ic. Everything but `fewest` and `most` adds up over documents.
 */
export interface CountStatistics {
  /** Items with a value at all, and with two or more. */
  readonly rated: number
  readonly paired: number
  /** Items with a value left out of `paired`. */
  readonly single: number
  /** The least and the greatest n_i. */
  readonly fewest: number
  readonly most: number
  /** Σ_i n_ic, Σ_i n_ic² and Σ_i n_ic/n_i for each value. */
  readonly totals: Float64Array
  readonly squares: Float64Array
  readonly shares: Float64Array
  /** Σ_i of ordered pairs of values (c, k) / (n_i (n_i − 1)) over items with n_i ≥ 2: every item counts the same. */
  readonly pairShares: Table
  /** Krippendorff's coincidences, Σ_i of ordered pairs (c, k) / (n_i − 1) over the same items: every value counts the same. */
  readonly coincidences: Table
}

/** How often each value was given to an item. */
export interface CountedItem {
  readonly count: number
  readonly counts: readonly number[]
}

export function countedItems(ratings: Ratings): CountedItem[] {
  return ratings.items.map(({ count, values }) => {
    const counts = Array.from({ length: ratings.categories.length }, () => 0)
    for (const value of values) if (value >= 0) counts[value] = (counts[value] ?? 0) + 1
    return { count, counts }
  })
}

export function countStatistics(size: number, items: readonly CountedItem[]): CountStatistics {
  const result = {
    rated: 0,
    paired: 0,
    single: 0,
    fewest: Infinity,
    most: 0,
    totals: new Float64Array(size),
    squares: new Float64Array(size),
    shares: new Float64Array(size),
    pairShares: emptyTable(size),
    coincidences: emptyTable(size),
  }
  for (const { count, counts } of items) {
    const n = counts.reduce((all, one) => all + one, 0)
    result.fewest = Math.min(result.fewest, n)
    result.most = Math.max(result.most, n)
    if (n === 0) continue
    result.rated += count
    if (n === 1) result.single += count
    else result.paired += count
    for (const [c, given] of counts.entries()) {
      if (given === 0) continue
      result.totals[c] = (result.totals[c] ?? 0) + count * given
      result.squares[c] = (result.squares[c] ?? 0) + count * given * given
      result.shares[c] = (result.shares[c] ?? 0) + (count * given) / n
      if (n < 2) continue
      for (const [k, other] of counts.entries()) {
        const pairs = count * given * (c === k ? given - 1 : other)
        if (pairs === 0) continue
        addTo(result.pairShares, c, k, pairs / (n * (n - 1)))
        addTo(result.coincidences, c, k, pairs / (n - 1))
      }
    }
  }
  return result
}

/** Whether every item has the same number of values, two or more. */
export function isComplete({ fewest, most }: CountStatistics): boolean {
  return fewest === most && most >= 2
}

/** Whether two values occur among those of `totals`. */
export function varies(totals: Float64Array): boolean {
  return totals.filter((amount) => amount > 0).length > 1
}
