import { measured, notDefined, type Measured } from '../result.ts'
import type { CountedItem, CountStatistics } from './counts.ts'
import { total, weighted } from './table.ts'

const equal = (a: number, b: number): number => (a === b ? 1 : 0)

/**
 * Share of equal values among all ordered pairs of values on the same item; items with more values weigh more (Σ n_i A_i / Σ n_i
 * over items with two or more values), which makes it 1 − D_o of Krippendorff's nominal α. Complete data: the plain share.
 * Undefined, `no_items`, without an item that has two values.
 */
export function percentAgreement({ coincidences }: CountStatistics): Measured<number> {
  const values = total(coincidences.cells)
  return values > 0 ? measured(weighted(coincidences, equal) / values) : notDefined('no_items')
}

/** The same with every item weighing the same: the mean of A_i over items with two or more values (Gwet's p_a). */
export function percentAgreementOfItems({ pairShares, paired }: CountStatistics): Measured<number> {
  return paired > 0 ? measured(weighted(pairShares, equal) / paired) : notDefined('no_items')
}

/** A_i = Σ_c n_ic (n_ic − 1) / (n_i (n_i − 1)), item by item, repeated as often as the item occurs (Fleiss 1971). */
export function itemAgreements(items: readonly CountedItem[]): Measured<number>[] {
  return items.flatMap(({ count, counts }) => {
    const n = counts.reduce((all, one) => all + one, 0)
    const same = counts.reduce((all, one) => all + one * (one - 1), 0)
    const value = n < 2 ? notDefined('no_items') : measured(same / (n * (n - 1)))
    return Array.from({ length: count }, () => value)
  })
}
