import { measured, notDefined, type Measured } from '../result.ts'
import { alignmentDisorder, unitsOf, type Alignment, type UnitaryAlignment } from './alignment.ts'
import { candidates, type Candidate } from './candidates.ts'
import { standard, type Dissimilarity, type GammaContinuum } from './dissimilarity.ts'
import { match, type MatchEdge } from './match.ts'
import { bestPartition } from './partition.ts'

/** How much work a best alignment may be. What is beyond is said to be too large, never guessed at. */
export interface GammaLimits {
  /** Units of all annotators together; 4,095 at most, for the count of alignments to fit beside the disorder. */
  readonly units: number
  /** Unitary alignments that come into question. */
  readonly candidates: number
  /** Steps of the search, for three annotators and more. */
  readonly steps: number
}

export const LIMITS: GammaLimits = { units: 4000, candidates: 250_000, steps: 400_000 }

/** Disorder in whole steps, then one for each unitary alignment: sums are exact, and of equals the one with fewer wins. */
const STEPS = 2 ** 26
const PLACE = 2 ** 12

/**
 * The alignment of least disorder; of such the one with the fewest unitary alignments, and of these the first that is found going
 * through units in order. Exact: an assignment for two annotators, a search for more. Undefined: `needs_two_coders`, `no_units`,
 * `too_large`.
 */
export function bestAlignment(continuum: GammaContinuum, dissimilarity: Dissimilarity = standard, limits: GammaLimits = LIMITS): Measured<Alignment> {
  if (continuum.length < 2) return notDefined('needs_two_coders')
  const units = continuum.flat().length
  if (units === 0) return notDefined('no_units')
  if (units > limits.units) return notDefined('too_large')
  const found = candidates(continuum, dissimilarity, limits.candidates)
  if (!found) return notDefined('too_large')
  const chosen = continuum.length === 2 ? matched(continuum, found) : searched(continuum, found, limits.steps)
  if (!chosen) return notDefined('too_large')
  const unitary = withSingles(continuum, chosen)
  return measured({ unitary, disorder: alignmentDisorder(unitary.map((one) => unitsOf(continuum, one)), dissimilarity) })
}

function matched(continuum: GammaContinuum, found: readonly Candidate[]): UnitaryAlignment[] {
  const edges: MatchEdge[][] = (continuum[0] ?? []).map(() => [])
  for (const { units, disorder } of found) {
    const [row = -1, column = -1] = units
    // Two units alone cost 2Δ∅ and are one unitary alignment more.
    const saved = Math.round((2 - disorder) * STEPS)
    if (saved >= 0) edges[row]?.push({ column, worth: saved * PLACE + 1 })
  }
  return [...match(edges, continuum[1]?.length ?? 0)].flatMap((column, row) => (column >= 0 ? [[row, column]] : []))
}

function searched(continuum: GammaContinuum, found: readonly Candidate[], steps: number): UnitaryAlignment[] | undefined {
  const places = continuum.map((units, annotator) => units.map((unit, index) => ({ unit, annotator, index }))).flat()
  const order = places.toSorted((a, b) => a.unit.start + a.unit.end - b.unit.start - b.unit.end || a.annotator - b.annotator || a.index - b.index)
  const place = new Map(order.map(({ annotator, index }, at) => [`${annotator} ${index}`, at]))
  const sets = found.map(({ units, disorder }) => ({
    members: units.flatMap((index, annotator) => (index < 0 ? [] : [place.get(`${annotator} ${index}`) ?? -1])).toSorted((a, b) => a - b),
    cost: Math.round(disorder * STEPS) * PLACE + 1,
  }))
  const chosen = bestPartition(order.length, sets, STEPS * PLACE + 1, steps)
  return chosen?.map((at) => [...(found[at]?.units ?? [])])
}

/** Units that nobody took stand alone. In the order of the text, as far as there is one. */
function withSingles(continuum: GammaContinuum, chosen: readonly UnitaryAlignment[]): UnitaryAlignment[] {
  const taken = continuum.map((_, annotator) => new Set(chosen.map((one) => one[annotator] ?? -1)))
  const singles = continuum.flatMap((units, annotator) =>
    [...units.keys()].filter((index) => !taken[annotator]?.has(index)).map((index) => continuum.map((_, other) => (other === annotator ? index : -1))),
  )
  const start = (one: UnitaryAlignment): number => Math.min(...unitsOf(continuum, one).flatMap((unit) => (unit ? [unit.start] : [])))
  return [...chosen, ...singles].toSorted((a, b) => start(a) - start(b))
}
