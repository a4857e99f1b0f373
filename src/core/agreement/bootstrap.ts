import { below, seeded } from './random.ts'
import type { Interval, Measured } from './result.ts'

export interface BootstrapOptions {
  readonly seed: number
  /** 1000 or more for an interval that is shown. */
  readonly resamples?: number
  /** 0.95 for a 95 % interval. */
  readonly level?: number
  /** How many counts there are; needed where documents are given as sparse counts. */
  readonly width?: number
}

/** What a document adds: all counts in order, or only those that are not 0. */
export type DocumentCounts = Float64Array | Sparse

/**
 * Percentile bootstrap over documents: spans of one article are not independent, articles are taken to be. `documents` holds
 * what each document adds to the counts that the measures are computed from; a resample draws as many documents as there are,
 * with replacement, and only adds up. All measures see the same resamples. Answers are in the order of `measures`; null for
 * fewer than two documents, and where a measure is undefined in more than half of the resamples. Efron & Tibshirani 1993, ch. 13.
 */
export function bootstrapIntervals(
  documents: readonly DocumentCounts[],
  measures: readonly ((counts: Float64Array) => Measured<number>)[],
  { seed, resamples = 1000, level = 0.95, width = widthOf(documents) }: BootstrapOptions,
): (Interval | null)[] {
  if (documents.length < 2) return measures.map(() => null)
  const random = seeded(seed)
  const rows = documents.map(nonZero)
  const counts = new Float64Array(width)
  const drawn = measures.map((): number[] => [])
  for (let resample = 0; resample < resamples; resample += 1) {
    counts.fill(0)
    for (let draw = 0; draw < rows.length; draw += 1) {
      const row = rows[below(random, rows.length)]
      if (row) addRow(counts, row)
    }
    for (const [index, measure] of measures.entries()) {
      const outcome = measure(counts)
      if (outcome.defined) drawn[index]?.push(outcome.value)
    }
  }
  return drawn.map((values) => {
    if (values.length * 2 < resamples || values.length === 0) return null
    const sorted = Float64Array.from(values).toSorted()
    const tail = (1 - level) / 2
    return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), level, resamples: sorted.length, seed }
  })
}

/** The sum of what all documents add. */
export function summed(documents: readonly DocumentCounts[], width = widthOf(documents)): Float64Array {
  const counts = new Float64Array(width)
  for (const document of documents) addRow(counts, nonZero(document))
  return counts
}

function widthOf([first]: readonly DocumentCounts[]): number {
  return first instanceof Float64Array ? first.length : 0
}

export interface Sparse {
  readonly at: Int32Array
  readonly amounts: Float64Array
}

/** Most cells of a document's table are 0. */
function nonZero(values: DocumentCounts): Sparse {
  if (!(values instanceof Float64Array)) return values
  const at = Int32Array.from([...values.keys()].filter((index) => values[index] !== 0))
  return { at, amounts: Float64Array.from(at, (index) => values[index] ?? 0) }
}

function addRow(counts: Float64Array, { at, amounts }: Sparse): void {
  for (let index = 0; index < at.length; index += 1) {
    const cell = at[index] ?? 0
    counts[cell] = (counts[cell] ?? 0) + (amounts[index] ?? 0)
  }
}

/** With linear interpolation between the two nearest (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const low = Math.floor(place)
  const [lower, above] = [sorted[low] ?? 0, sorted[Math.min(low + 1, sorted.length - 1)] ?? 0]
  return lower + (above - lower) * (place - low)
}
