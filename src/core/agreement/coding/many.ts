import { measured, notDefined, pick, type Measured } from '../result.ts'
import { twoSided } from '../normal.ts'
import { corrected, type Corrected } from './chance.ts'
import { isComplete, varies, type CountStatistics } from './counts.ts'
import { percentAgreementOfItems } from './percent.ts'
import { sum, total, weighted } from './table.ts'

/** Fleiss' κ: P_o = mean A_i, P_e = Σ_c of the squared pooled share. Complete data; for two raters this is Scott's π. */
export function fleissKappa(counts: CountStatistics): Measured<Corrected> {
  const shares = pooled(counts)
  const observed = percentAgreementOfItems(counts)
  if (!shares.defined) return shares
  if (!observed.defined) return observed
  return corrected(observed.value, sum(shares.value.map((share) => share ** 2)))
}

/** p_j for complete data. Undefined: `no_items`; `incomplete` if items differ in their number of values. */
function pooled(counts: CountStatistics): Measured<Float64Array> {
  if (counts.paired === 0) return notDefined('no_items')
  if (!isComplete(counts)) return notDefined('incomplete')
  const all = total(counts.totals)
  return measured(counts.totals.map((amount) => amount / all))
}

export interface FleissTest {
  readonly kappa: number
  readonly z: number
  readonly p: number
}

/** κ over its error under the hypothesis that κ is 0 (Fleiss, Nee & Landis 1979). */
export function fleissTest(counts: CountStatistics): Measured<FleissTest> {
  const kappa = fleissKappa(counts)
  const shares = pooled(counts)
  if (!kappa.defined) return kappa
  if (!shares.defined) return shares
  const products = sum(shares.value.map((share) => share * (1 - share)))
  const skew = sum(shares.value.map((share) => share * (1 - share) * (1 - 2 * share)))
  const n = counts.most
  const variance = (2 / (products ** 2 * counts.paired * n * (n - 1))) * (products ** 2 - skew)
  if (variance <= 0) return notDefined('no_variation')
  const z = kappa.value.coefficient / Math.sqrt(variance)
  return measured({ kappa: kappa.value.coefficient, z, p: twoSided(z) })
}

/** (P_j − p_j)/(1 − p_j) with P_j = (Σ n_ij² − N n p_j) / (N n (n − 1) p_j) (Fleiss 1971). Undefined as for two raters. */
export function fleissCategories(counts: CountStatistics): Measured<number>[] {
  const shares = pooled(counts)
  return Array.from(counts.totals, (given, j) => {
    if (!shares.defined) return shares
    if (given === 0) return notDefined('no_units')
    const again = ((counts.squares[j] ?? 0) - given) / (given * (counts.most - 1))
    return pick(corrected(again, shares.value[j] ?? 0), ({ coefficient }) => coefficient)
  })
}

/** Randolph's free-marginal κ (2005): P_e = 1/q. Complete data; for two raters this is Bennett's S. */
export function randolphKappa(counts: CountStatistics): Measured<Corrected> {
  return counts.paired > 0 && !isComplete(counts) ? notDefined('incomplete') : brennanPrediger(counts)
}

/** Brennan & Prediger for any number of raters and missing values: P_o over items with two values, P_e = 1/q, q of the inventory. */
export function brennanPrediger(counts: CountStatistics): Measured<Corrected> {
  const q = counts.totals.length
  return withShares(counts, () => (q < 2 ? notDefined('too_few_categories') : measured(1 / q)))
}

/** Fleiss' κ as Gwet (2014) generalises it for missing values: π_c is the mean over items of n_ic/n_i, P_e = Σ π_c². */
export function fleissKappaMissing(counts: CountStatistics): Measured<Corrected> {
  return withShares(counts, (shares) => measured(sum(shares.map((share) => share ** 2))))
}

/** Gwet's AC1 (2008): P_e = Σ π_c (1 − π_c) / (q − 1), q of the inventory; π_c as above. */
export function gwetAc1(counts: CountStatistics): Measured<Corrected> {
  return gwetAc2(counts, (a, b) => (a === b ? 1 : 0))
}

/** Gwet's AC2: agreement weighted by w, P_e = Σ w_ij / (q (q − 1)) · Σ π_c (1 − π_c). With w = [i=j] it is AC1. */
export function gwetAc2(counts: CountStatistics, weight: (row: number, column: number) => number): Measured<Corrected> {
  const q = counts.totals.length
  const indices = [...counts.totals.keys()]
  const weights = sum(indices.flatMap((row) => indices.map((column) => weight(row, column))))
  return withShares(
    counts,
    (shares) =>
      q < 2
        ? notDefined('too_few_categories')
        : measured((weights / (q * (q - 1))) * sum(shares.map((share) => share * (1 - share)))),
    weight,
  )
}

/**
 * Gwet's scheme: P_o over the items with two values, shares over all items with one. Undefined: `no_items`; `no_variation`
 * where only one value occurs, also for coefficients that would have an answer then: there is nothing that shows reliability.
 */
function withShares(
  counts: CountStatistics,
  expect: (shares: Float64Array) => Measured<number>,
  weight: (row: number, column: number) => number = (a, b) => (a === b ? 1 : 0),
): Measured<Corrected> {
  if (counts.paired === 0) return notDefined('no_items')
  const expected = expect(counts.shares.map((share) => share / counts.rated))
  if (!expected.defined) return expected
  if (!varies(counts.totals)) return notDefined('no_variation')
  return corrected(weighted(counts.pairShares, weight) / counts.paired, expected.value)
}
