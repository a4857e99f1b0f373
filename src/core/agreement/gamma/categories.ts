import { measured, notDefined, type Measured } from '../result.ts'
import { unitsOf, type Alignment } from './alignment.ts'
import { categorical, positional, type Dissimilarity, type GammaContinuum } from './dissimilarity.ts'

export interface CategoryOptions {
  /** α inside the weight of a pair, as the authors' program and pygamma have it (Mathet 2017 has it without). */
  readonly alphaInWeight?: boolean
  /** Pairs of a unit and none count as a difference, with the weight Δ∅: an experiment of pygamma's. */
  readonly unaligned?: boolean
}

/**
 * Disorder of the categories inside an alignment (Mathet 2017): over pairs of units that are aligned, Σ w·d_cat / Σ w with
 * w = max(0, 1 − d_pos) / (n − 1), n units being in the unitary alignment. With `category`, only over pairs that have it.
 * Undefined: `no_matched_spans`.
 */
export function categoryDisorder(
  continuum: GammaContinuum,
  alignment: Alignment,
  dissimilarity: Dissimilarity,
  category?: string,
  { alphaInWeight = false, unaligned = false }: CategoryOptions = {},
): Measured<number> {
  let disorder = 0
  let weight = 0
  for (const unitary of alignment.unitary) {
    const units = unitsOf(continuum, unitary)
    const real = units.filter((unit) => unit !== undefined).length
    for (const [index, u] of units.entries()) {
      for (const v of units.slice(index + 1)) {
        if (category !== undefined && u?.category !== category && v?.category !== category) continue
        if (u && v) {
          const apart = (alphaInWeight ? dissimilarity.alpha : 1) * positional(u, v, dissimilarity)
          const own = Math.max(0, 1 - apart) / (real - 1)
          disorder += own * categorical(u, v, dissimilarity)
          weight += own
        } else if (unaligned && (u || v)) {
          disorder += dissimilarity.empty ** 2
          weight += dissimilarity.empty
        }
      }
    }
  }
  return weight > 0 ? measured(disorder / weight) : notDefined('no_matched_spans')
}
