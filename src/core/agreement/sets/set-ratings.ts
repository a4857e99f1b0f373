import { custom, type Metric } from '../coding/metrics.ts'
import { ratingsOf, type Ratings } from '../coding/ratings.ts'
import { measured, notDefined, type Measured } from '../result.ts'
import type { SetDistance } from './distance.ts'

/** What each rater said of an item: a set of values, which may be empty; null where nothing was said. */
export interface SetItem {
  readonly count?: number
  readonly sets: readonly (readonly string[] | null)[]
}

export interface SetRatings {
  /** Each distinct set is a category, under its values in order. */
  readonly ratings: Ratings
  readonly metric: (distance: SetDistance) => Metric
}

/** Set-valued items as ratings, so that α takes them with a distance between sets. The distance is used as it is, not squared. */
export function setRatings(raters: number, items: readonly SetItem[]): SetRatings {
  const keyOf = (set: readonly string[]): string => JSON.stringify([...new Set(set)].toSorted())
  const ratings = ratingsOf(
    raters,
    items.map(({ count, sets }) => ({ count: count ?? 1, labels: sets.map((set) => set && keyOf(set)) })),
  )
  const sets = ratings.categories.map((key) => new Set<string>(JSON.parse(String(key)) as string[]))
  return { ratings, metric: (distance) => custom(sets.map((a) => sets.map((b) => distance(a, b)))) }
}

/** Share of items on which all raters have at least one value in common (Véronis 1998). Items that someone did not rate are left out. */
export function maxPercentAgreement(items: readonly SetItem[]): Measured<number> {
  let [shared, all] = [0, 0]
  for (const { count = 1, sets } of items) {
    const [first, ...others] = sets
    if (!first || others.length === 0 || others.includes(null)) continue
    all += count
    if (first.some((value) => others.every((set) => set?.includes(value)))) shared += count
  }
  return all > 0 ? measured(shared / all) : notDefined('no_items')
}
