import { measured, notDefined, pick, type Measured } from '../result.ts'
import { nominal, type Metric } from './metrics.ts'
import { addTo, emptyTable, rowSums, total, weighted, type Table } from './table.ts'

export interface Alpha {
  readonly alpha: number
  /** D_o */
  readonly observed: number
  /** D_e */
  readonly expected: number
}

/**
 * Krippendorff's α from coincidences (`countStatistics`), which leave out items with a single value: with n_c = Σ_k o_ck and
 * n = Σ n_c, D_o = Σ o_ck δ²_ck / n, D_e = Σ n_c n_k δ²_ck / (n (n − 1)), α = 1 − D_o/D_e (Krippendorff 2004, ch. 11).
 * Undefined: `no_items`; `no_variation` where D_e is 0 (some programs say 1 there: without variation nothing was put to the test).
 */
export function krippendorffAlpha(coincidences: Table, metric: Metric = nominal): Measured<Alpha> {
  const occurrences = rowSums(coincidences)
  const n = total(occurrences)
  if (n === 0) return notDefined('no_items')
  const delta = metric(occurrences)
  let apart = 0
  for (const [c, many] of occurrences.entries()) {
    if (many === 0) continue
    for (const [k, others] of occurrences.entries()) if (others > 0 && k !== c) apart += many * others * delta(c, k)
  }
  const expected = apart / (n * (n - 1))
  const observed = weighted(coincidences, delta) / n
  return expected > 0 ? measured({ alpha: 1 - observed / expected, observed, expected }) : notDefined('no_variation')
}

/** α of each category against all others together. Undefined: `no_units` for a category that does not occur. */
export function categoryAlphas(coincidences: Table): Measured<number>[] {
  return Array.from(rowSums(coincidences), (many, j) => {
    if (many === 0) return notDefined('no_units')
    const two = emptyTable(2)
    weighted(coincidences, (c, k) => {
      const at = c * coincidences.size + k
      addTo(two, c === j ? 1 : 0, k === j ? 1 : 0, coincidences.cells[at] ?? 0)
      return 0
    })
    return pick(krippendorffAlpha(two), ({ alpha }) => alpha)
  })
}
