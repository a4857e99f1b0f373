import { measured, notDefined, type Measured } from '../result.ts'
import type { Category } from './ratings.ts'

/** The squared difference δ² of two categories, by their place in the inventory, given how often each occurs. */
export type Metric = (occurrences: Float64Array) => (a: number, b: number) => number

export const nominal: Metric = () => (a, b) => (a === b ? 0 : 1)

/**
 * Krippendorff's ordinal metric: (Σ_{g=a..b} n_g − (n_a + n_b)/2)², over the values that have a partner, in the order of the
 * inventory. irrCAC's “ordinal weights” are another metric.
 */
export const ordinal: Metric = (occurrences) => (a, b) => {
  if (a === b) return 0
  let between = 0
  for (let g = Math.min(a, b); g <= Math.max(a, b); g += 1) between += occurrences[g] ?? 0
  return (between - ((occurrences[a] ?? 0) + (occurrences[b] ?? 0)) / 2) ** 2
}

/** (a − b)². Undefined, `not_numeric`, for values that are not numbers. */
export function interval(categories: readonly Category[]): Measured<Metric> {
  return numeric(categories, (a, b) => (a - b) ** 2)
}

/** ((a − b)/(a + b))², 0 for the same. Undefined, `not_numeric`, also if two different values add up to 0. */
export function ratio(categories: readonly Category[]): Measured<Metric> {
  const values = new Set(categories.map(Number))
  if ([...values].some((value) => value !== 0 && values.has(-value))) return notDefined('not_numeric')
  return numeric(categories, (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2))
}

function numeric(categories: readonly Category[], delta: (a: number, b: number) => number): Measured<Metric> {
  const values = categories.map((category) => (category === '' ? Number.NaN : Number(category)))
  if (values.some((value) => !Number.isFinite(value))) return notDefined('not_numeric')
  return measured(() => (a, b) => delta(values[a] ?? 0, values[b] ?? 0))
}

/** A table of differences, used as it is. */
export function custom(table: readonly (readonly number[])[]): Metric {
  return () => (a, b) => table[a]?.[b] ?? 0
}
