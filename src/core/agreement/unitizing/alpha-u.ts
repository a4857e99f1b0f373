import { measured, notDefined, type Measured, type UndefinedReason } from '../result.ts'
import { hasLength, labelsOf, overlapping, partition, separate, type Continuum, type Section, type SelfOverlap, type Unit } from './continuum.ts'

/** D_o and D_e of one label. Those of documents and labels add up; α_U is 1 − ΣD_o/ΣD_e. */
export interface Disagreements {
  readonly observed: number
  readonly expected: number
}

/**
 * δ of two sections of two raters: squared differences of their starts and ends for units that overlap; the squared length of a
 * unit that lies in the other's gap; otherwise 0 (Krippendorff 2004, p. 252).
 */
export function sectionDelta(u: Section, v: Section): number {
  const overlap = Math.min(u.end, v.end) - Math.max(u.start, v.start)
  if (overlap <= 0) return 0
  if (u.label !== null && v.label !== null) return (u.start - v.start) ** 2 + (u.end - v.end) ** 2
  const [unit, gap] = u.label === null ? [v, u] : [u, v]
  const within = unit.label !== null && gap.start <= unit.start && unit.end <= gap.end
  return within ? (unit.end - unit.start) ** 2 : 0
}

/**
 * Disagreement on one label after Krippendorff (1995; 2004, ch. 11), for m raters on a continuum of length L:
 *
 *     D_o = 2 Σ_pairs Σ_{u,v} δ(u, v) / (m (m − 1) L²)
 *     D_e = (2/L) Σ_u [ (N − 1)(2l³ − 3l² + l)/3 + l² Σ_{gaps g ≥ l} (g − l + 1) ] / (m L (m L − 1) − Σ_u l (l − 1))
 *
 * over all units u of all raters, l their lengths, N their number. Lengths are scaled by L where cubes would not fit exactly,
 * so that long texts do no harm. D_o does not change when everything is stretched.
 */
export function disagreements(continuum: Continuum, label: string, policy: SelfOverlap = 'union'): Disagreements {
  const { begin, length } = continuum
  const raters = continuum.raters.map((units) => separate(units.filter((unit) => unit.label === label), policy).units)
  const partitions = raters.map((units) => partition(units, begin, length))
  const m = raters.length
  let apart = 0
  for (const [index, first] of partitions.entries()) {
    for (const second of partitions.slice(index + 1)) {
      overlapping(first, second, (u, v) => {
        apart += sectionDelta(u, v) / (length * length)
      })
    }
  }
  return { observed: (2 * apart) / (m * (m - 1)), expected: expectedDisagreement(raters.flat(), partitions.flat(), m, length) }
}

function expectedDisagreement(units: readonly Unit[], sections: readonly Section[], m: number, length: number): number {
  const gaps = sections.filter(({ label }) => label === null).map((gap) => gap.end - gap.start)
  // Everything is divided by L: `share` stands for l, `step` for one position.
  const step = 1 / length
  let chances = 0
  let together = 0
  for (const unit of units) {
    const l = unit.end - unit.start
    const share = l / length
    const room = gaps.reduce((sum, gap) => (gap >= l ? sum + (gap - l + 1) / length : sum), 0)
    chances += ((units.length - 1) * (2 * share ** 3 - 3 * share * share * step + share * step * step)) / 3 + share * share * room
    together += share * (share - step)
  }
  return (2 * chances) / (m * (m - step) - together)
}

export interface AlphaU extends Disagreements {
  readonly alpha: number
}

/** 1 − D_o/D_e of disagreements that were added up. Undefined: `no_units` where nothing was to be expected. */
export function alphaUFrom({ observed, expected }: Disagreements): Measured<AlphaU> {
  return expected > 0 ? measured({ alpha: 1 - observed / expected, observed, expected }) : notDefined('no_units')
}

/** α_U of each label. Undefined: `needs_two_coders`, `no_length`, `no_units`. Units of no length count for nothing. */
export function alphaUByLabel(continuum: Continuum, policy: SelfOverlap = 'union'): Measured<ReadonlyMap<string, Measured<AlphaU>>> {
  const reason = unfit(continuum)
  if (reason) return notDefined(reason)
  return measured(new Map(labelsOf(continuum).map((label) => [label, alphaUFrom(disagreements(continuum, label, policy))])))
}

/**
 * α_U over all labels, 1 − Σ D_o / Σ D_e. A rater may overlap his or her own units of different labels; overlaps of the same
 * label are made one first (or as `policy` says).
 */
export function alphaU(continuum: Continuum, policy: SelfOverlap = 'union'): Measured<AlphaU> {
  const reason = unfit(continuum)
  if (reason) return notDefined(reason)
  return alphaUFrom(sumOf(labelsOf(continuum).map((label) => disagreements(continuum, label, policy))))
}

export function sumOf(all: readonly Disagreements[]): Disagreements {
  return all.reduce((sum, one) => ({ observed: sum.observed + one.observed, expected: sum.expected + one.expected }), {
    observed: 0,
    expected: 0,
  })
}

function unfit({ raters, length }: Continuum): UndefinedReason | undefined {
  if (raters.length < 2) return 'needs_two_coders'
  if (length <= 0) return 'no_length'
  return raters.flat().some(hasLength) ? undefined : 'no_units'
}
