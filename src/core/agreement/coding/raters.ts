import { measured, notDefined, pick, type Measured } from '../result.ts'
import { corrected, type Corrected } from './chance.ts'
import { countedItems, countStatistics } from './counts.ts'
import { cohenKappa, contingency, expectedByMarginals, observedAgreement } from './pairs.ts'
import { percentAgreementOfItems } from './percent.ts'
import type { Ratings } from './ratings.ts'
import { sum, total, type Table } from './table.ts'

/** The table of every pair of raters. */
export function allContingencies(ratings: Ratings): Table[] {
  const raters = Array.from({ length: ratings.raters }, (_, rater) => rater)
  return raters.flatMap((first) => raters.slice(first + 1).map((second) => contingency(ratings, first, second)))
}

/**
 * Davies & Fleiss (1982) = Hubert = Conger for complete data: the mean over pairs of P_o, corrected by the mean over pairs of
 * Cohen's P_e. For two raters it is Cohen's κ. Undefined: `needs_two_coders`, `no_items`, `incomplete`, `no_variation`.
 */
export function daviesFleissKappa(ratings: Ratings): Measured<Corrected> {
  if (ratings.raters < 2) return notDefined('needs_two_coders')
  if (ratings.items.length === 0) return notDefined('no_items')
  if (ratings.items.some(({ values }) => values.includes(-1))) return notDefined('incomplete')
  const tables = allContingencies(ratings)
  return corrected(
    mean(tables.map((table) => valueOr(observedAgreement(table), 0))),
    mean(tables.map(expectedByMarginals)),
  )
}

/** Light's κ (1971): the mean of Cohen's κ over the pairs, each on the items that both rated. Undefined if one of them is. */
export function lightKappa(ratings: Ratings): Measured<number> {
  if (ratings.raters < 2) return notDefined('needs_two_coders')
  const kappas = allContingencies(ratings).map(cohenKappa)
  const missing = kappas.find((kappa) => !kappa.defined)
  return missing && !missing.defined ? missing : measured(mean(kappas.map((kappa) => valueOr(pick(kappa, ({ coefficient }) => coefficient), 0))))
}

/**
 * Conger's κ (1980) as Gwet (2014) generalises it for missing values. P_o over items with two values; p_gc is rater g's share
 * of c among what g rated; P_e = Σ_c (p̄_c² − s_c²/r), s_c² being the variance of p_gc over the r raters (over r − 1).
 */
export function congerKappaMissing(ratings: Ratings): Measured<Corrected> {
  const marginals = raterShares(ratings)
  if (marginals.length < 2) return notDefined('needs_two_coders')
  const observed = percentAgreementOfItems(countStatistics(ratings.categories.length, countedItems(ratings)))
  if (!observed.defined) return observed
  const r = marginals.length
  const expected = sum(
    ratings.categories.map((_, c) => {
      const own = marginals.map((shares) => shares[c] ?? 0)
      const average = mean(own)
      return average ** 2 - sum(own.map((share) => (share - average) ** 2)) / (r - 1) / r
    }),
  )
  return corrected(observed.value, expected)
}

/** For each rater who rated anything, the share of each category. */
function raterShares(ratings: Ratings): Float64Array[] {
  const all = Array.from({ length: ratings.raters }, (_, rater) => {
    const shares = new Float64Array(ratings.categories.length)
    for (const { count, values } of ratings.items) {
      const value = values[rater] ?? -1
      if (value >= 0) shares[value] = (shares[value] ?? 0) + count
    }
    const rated = total(shares)
    return rated > 0 ? shares.map((share) => share / rated) : undefined
  })
  return all.filter((shares) => shares !== undefined)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function valueOr(outcome: Measured<number>, otherwise: number): number {
  return outcome.defined ? outcome.value : otherwise
}
