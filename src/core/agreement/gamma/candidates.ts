import { combined, type Dissimilarity, type GammaContinuum, type GammaUnit } from './dissimilarity.ts'

/** A unitary alignment that a best alignment could have, of two units or more. */
export interface Candidate {
  /** Index of the unit for each annotator, −1 for none. */
  readonly units: readonly number[]
  /** Unitary disorder, over Δ∅. */
  readonly disorder: number
}

/**
 * Unitary alignments of two units or more that no alignment is made worse by: to take a unit out and leave it alone must not
 * lower the disorder, so that for each u among k units of m annotators Σ_v d(u, v) ≤ (C(m,2) + k − 1)·Δ∅. For two annotators
 * that is d ≤ 2Δ∅. Undefined if there are more than `limit`.
 */
export function candidates(continuum: GammaContinuum, dissimilarity: Dissimilarity, limit: number): Candidate[] | undefined {
  const m = continuum.length
  const pairs = (m * (m - 1)) / 2
  const most = pairs + m - 1
  const reach = reachOf(continuum, dissimilarity, most)
  const found: Candidate[] = []
  const chosen: { unit: GammaUnit; sum: number }[] = []
  const indices: number[] = continuum.map(() => -1)

  const take = (): void => {
    const k = chosen.length
    if (k < 2 || chosen.some(({ sum }) => sum > pairs + k - 1 + 1e-9)) return
    const real = chosen.reduce((all, { sum }) => all + sum, 0) / 2
    found.push({ units: [...indices], disorder: (real + pairs - (k * (k - 1)) / 2) / pairs })
  }
  const extend = (annotator: number): boolean => {
    if (found.length > limit) return false
    if (annotator === m) {
      take()
      return true
    }
    if (!extend(annotator + 1)) return false
    const own = continuum[annotator] ?? []
    const first = chosen[0]
    const [low, high] = first ? reach(first.unit, own) : [0, own.length]
    for (let index = low; index < high; index += 1) {
      const unit = own[index]
      if (!unit) continue
      const apart = chosen.map((other) => combined(other.unit, unit, dissimilarity) / dissimilarity.empty)
      const sum = apart.reduce((all, one) => all + one, 0)
      if (sum > most || chosen.some((other, at) => other.sum + (apart[at] ?? 0) > most)) continue
      for (const [at, other] of chosen.entries()) other.sum += apart[at] ?? 0
      chosen.push({ unit, sum })
      indices[annotator] = index
      const going = extend(annotator + 1)
      chosen.pop()
      indices[annotator] = -1
      for (const [at, other] of chosen.entries()) other.sum -= apart[at] ?? 0
      if (!going) return false
    }
    return true
  }
  return extend(0) ? found : undefined
}

/** Bounds of the units that are near enough, by their starts: d ≤ most·Δ∅ bounds how far apart starts can be. */
function reachOf(
  continuum: GammaContinuum,
  { alpha }: Dissimilarity,
  most: number,
): (unit: GammaUnit, others: readonly GammaUnit[]) => readonly [number, number] {
  const longest = Math.max(0, ...continuum.flat().map(({ start, end }) => end - start))
  return (unit, others) => {
    const far = alpha > 0 ? Math.sqrt(most / alpha) * (unit.end - unit.start + longest) : Infinity
    return [firstFrom(others, unit.start - far), firstFrom(others, unit.start + far + 1e-9)]
  }
}

function firstFrom(units: readonly GammaUnit[], start: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
