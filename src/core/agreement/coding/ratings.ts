/** A value that an item can have. */
export type Category = string | number

/** Items that occur several times with the same values are one with a count. */
export interface Item {
  readonly count: number
  /** Index of the category for each rater, −1 where there is none. */
  readonly values: readonly number[]
}

/** What several raters said of the same items. */
export interface Ratings {
  /** All that could have been said, in order (the order counts for ordinal metrics and for weights). */
  readonly categories: readonly Category[]
  readonly raters: number
  readonly items: readonly Item[]
}

/** The items as raters named the values; null where one is missing. */
export interface RawItem {
  readonly count?: number
  readonly labels: readonly (Category | null)[]
}

/** Without an inventory, the categories are those that occur: in numeric order if all are numbers, else by code units. */
export function ratingsOf(raters: number, items: readonly RawItem[], inventory?: readonly Category[]): Ratings {
  const categories = inventory ?? inOrder(items.flatMap(({ labels }) => labels.filter((label) => label !== null)))
  const indexOf = new Map(categories.map((category, index) => [category, index]))
  const coded = items.map(({ count, labels }) => ({
    count: count ?? 1,
    values: Array.from({ length: raters }, (_, rater) => {
      const label = labels[rater] ?? null
      return label === null ? -1 : (indexOf.get(label) ?? -1)
    }),
  }))
  return { categories, raters, items: coded }
}

export function inOrder(values: Iterable<Category>): Category[] {
  const distinct = [...new Set(values)]
  const numeric = distinct.every((value) => value !== '' && Number.isFinite(Number(value)))
  return numeric
    ? distinct.toSorted((a, b) => Number(a) - Number(b))
    : distinct.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
}
