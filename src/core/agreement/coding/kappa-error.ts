import { measured, notDefined, type Measured } from '../result.ts'
import { twoSided } from '../normal.ts'
import { columnSums, rowSums, total, weighted, type Table } from './table.ts'
import { weightedKappa, type Disagreement } from './weighted-kappa.ts'

export interface KappaError {
  readonly kappa: number
  /** Large-sample standard error (Gwet's formula for a table is the same one), and the interval of ±1.96 of it. */
  readonly ase: number
  readonly low: number
  readonly high: number
  /** Under the hypothesis that κ is 0, with z = κ/ASE₀ and its two-sided p. */
  readonly aseNull: number
  readonly z: number
  readonly p: number
}

const Z95 = 1.959963984540054

/**
 * Standard errors of Cohen's κ, weighted or not, after Fleiss, Cohen & Everitt (1969), for n independent items. With agreement weights
 * w = 1 − v, w̄_i. = Σ_j p_.j w_ij and w̄_.j = Σ_i p_i. w_ij:
 *
 *     ASE²  = [Σ p_ij (w_ij − (w̄_i. + w̄_.j)(1 − κ))² − (κ − P_e (1 − κ))²] / (n (1 − P_e)²)
 *     ASE₀² = [Σ p_i. p_.j (w_ij − w̄_i. − w̄_.j)² − P_e²] / (n (1 − P_e)²)
 *
 * Characters and spans of one document are not independent: use the bootstrap over documents for those. Undefined: `no_items`;
 * `no_variation`, also where the error under the hypothesis is 0.
 */
export function kappaError(table: Table, apart: Disagreement = (row, column) => (row === column ? 0 : 1)): Measured<KappaError> {
  const outcome = weightedKappa(table, apart)
  if (!outcome.defined) return outcome
  const { kappa, expectedDisagreement } = outcome.value
  const expected = 1 - expectedDisagreement
  const n = total(table.cells)
  const [rows, columns] = [rowSums(table).map((row) => row / n), columnSums(table).map((column) => column / n)]
  const agree = (i: number, j: number): number => 1 - apart(i, j)
  const ofRow = rows.map((_, i) => columns.reduce((sum, share, j) => sum + share * agree(i, j), 0))
  const ofColumn = columns.map((_, j) => rows.reduce((sum, share, i) => sum + share * agree(i, j), 0))
  const both = (i: number, j: number): number => (ofRow[i] ?? 0) + (ofColumn[j] ?? 0)
  const terms = weighted(table, (i, j) => (agree(i, j) - both(i, j) * (1 - kappa)) ** 2) / n
  const scale = n * expectedDisagreement ** 2
  const variance = (terms - (kappa - expected * (1 - kappa)) ** 2) / scale
  const byChance = rows.reduce((sum, row, i) => sum + columns.reduce((inner, column, j) => inner + row * column * (agree(i, j) - both(i, j)) ** 2, 0), 0)
  const varianceNull = (byChance - expected ** 2) / scale
  if (varianceNull <= 0) return notDefined('no_variation')
  const ase = Math.sqrt(Math.max(0, variance))
  const z = kappa / Math.sqrt(varianceNull)
  return measured({ kappa, ase, low: kappa - Z95 * ase, high: kappa + Z95 * ase, aseNull: Math.sqrt(varianceNull), z, p: twoSided(z) })
}
