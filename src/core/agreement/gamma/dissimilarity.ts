/** A unit of one annotator. Positions are in any one unit, end exclusive; the length is more than 0. */
export interface GammaUnit {
  readonly start: number
  readonly end: number
  readonly category: string
}

/** The units of each annotator, in order: by start, end and category. */
export type GammaContinuum = readonly (readonly GammaUnit[])[]

export interface Dissimilarity {
  /** Weight of position and of category. 1 and 1 here; the authors' program has 3 and 1. */
  readonly alpha: number
  readonly beta: number
  /** Δ∅, the cost of a unit without a partner. */
  readonly empty: number
  /** 0 for the same category to 1. */
  readonly categories: (a: string, b: string) => number
}

export const different = (a: string, b: string): number => (a === b ? 0 : 1)

export const standard: Dissimilarity = { alpha: 1, beta: 1, empty: 1, categories: different }

export function inUnitOrder(units: readonly GammaUnit[]): GammaUnit[] {
  return units.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0))
}

/**
 * Δ∅·((|s_u − s_v| + |e_u − e_v|) / (len_u + len_v))² (Mathet, Widlöcher & Métivier 2015). Symmetric, 0 for the same boundaries only,
 * and the same when everything is moved or stretched.
 */
export function positional(u: GammaUnit, v: GammaUnit, { empty }: Dissimilarity): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end)
  return apart === 0 ? 0 : empty * (apart / (u.end - u.start + (v.end - v.start))) ** 2
}

/** Δ∅ times what the table says of the two categories. */
export function categorical(u: GammaUnit, v: GammaUnit, { empty, categories }: Dissimilarity): number {
  return empty * categories(u.category, v.category)
}

/** α·d_pos + β·d_cat */
export function combined(u: GammaUnit, v: GammaUnit, dissimilarity: Dissimilarity): number {
  return dissimilarity.alpha * positional(u, v, dissimilarity) + dissimilarity.beta * categorical(u, v, dissimilarity)
}
