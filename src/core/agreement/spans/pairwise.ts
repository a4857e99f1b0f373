import { measured, notDefined, type Measured } from '../result.ts'
import { sharedF1, type Shared } from './shared.ts'

export interface MeanF1 {
  readonly mean: number
  /** Of the population: the pairs at hand are all there are (as bratiaa has it). */
  readonly deviation: number
  /** Pairs that had anything to agree on. */
  readonly pairs: number
}

/**
 * Mean and population standard deviation of F1 over the pairs of annotators, each from counts added up over documents (micro).
 * Pairs without a span are left out. Undefined: `needs_two_coders` without a pair, `no_units` if all are left out.
 */
export function meanF1(pairs: readonly Shared[]): Measured<MeanF1> {
  if (pairs.length === 0) return notDefined('needs_two_coders')
  const values = pairs.map(sharedF1).flatMap((score) => (score.defined ? [score.value] : []))
  if (values.length === 0) return notDefined('no_units')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return measured({ mean, deviation, pairs: values.length })
}

/** Every pair of a list, in order. */
export function pairsOf<T>(values: readonly T[]): (readonly [T, T])[] {
  return values.flatMap((first, index) => values.slice(index + 1).map((second) => [first, second] as const))
}
