import { combined, type Dissimilarity, type GammaContinuum, type GammaUnit } from './dissimilarity.ts'

/** One unit, or none (−1), of each annotator that are taken for the same: indices into the annotators' lists. */
export type UnitaryAlignment = readonly number[]

export interface Alignment {
  /** Every unit is in exactly one. */
  readonly unitary: readonly UnitaryAlignment[]
  /** δ: the sum of the unitary disorders over the mean number of units of an annotator. */
  readonly disorder: number
}

/** Mean of d over all pairs of annotators, Δ∅ where one of them or both have no unit. */
export function unitaryDisorder(units: readonly (GammaUnit | undefined)[], dissimilarity: Dissimilarity): number {
  let sum = 0
  let pairs = 0
  for (const [index, u] of units.entries()) {
    for (const v of units.slice(index + 1)) {
      sum += u && v ? combined(u, v, dissimilarity) : dissimilarity.empty
      pairs += 1
    }
  }
  return sum / pairs
}

/** The units that a unitary alignment names. */
export function unitsOf(continuum: GammaContinuum, unitary: UnitaryAlignment): (GammaUnit | undefined)[] {
  return unitary.map((index, annotator) => continuum[annotator]?.[index])
}

export function alignmentDisorder(tuples: readonly (readonly (GammaUnit | undefined)[])[], dissimilarity: Dissimilarity): number {
  const annotators = tuples[0]?.length ?? 0
  const units = tuples.flat().filter((unit) => unit !== undefined).length
  const sum = tuples.reduce((all, tuple) => all + unitaryDisorder(tuple, dissimilarity), 0)
  return sum / (units / annotators)
}
