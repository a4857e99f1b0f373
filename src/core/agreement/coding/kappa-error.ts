import { measured, notDefined, type Measured } from '../result.ts'
import { twoSided } from '../normal.ts'
import { cohenKappa } from './pairs.ts'
import { columnSums, rowSums, total, weighted, type Table } from './table.ts'

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
 * Standard errors of Cohen's κ after Fleiss, Cohen & Everitt (1969), for n independent items. Characters and spans of one
 * document are not independent: use the bootstrap over documents for those. Undefined: `no_items`; `no_variation`, also where
 * the error under the hypothesis is 0.
 */
export function kappaError(table: Table): Measured<KappaError> {
  const outcome = cohenKappa(table)
  if (!outcome.defined) return outcome
  const { coefficient: kappa, expected } = outcome.value
  const n = total(table.cells)
  const [rows, columns] = [rowSums(table).map((row) => row / n), columnSums(table).map((column) => column / n)]
  const p = (values: Float64Array, index: number): number => values[index] ?? 0
  const terms = weighted(table, (i, j) =>
    i === j
      ? (1 - (p(rows, i) + p(columns, i)) * (1 - kappa)) ** 2
      : (1 - kappa) ** 2 * (p(columns, i) + p(rows, j)) ** 2,
  )
  const variance = (terms / n - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2)
  const products = rows.reduce((sum, row, i) => sum + row * p(columns, i) * (row + p(columns, i)), 0)
  const varianceNull = (expected + expected ** 2 - products) / (n * (1 - expected) ** 2)
  if (varianceNull <= 0) return notDefined('no_variation')
  const ase = Math.sqrt(Math.max(0, variance))
  const z = kappa / Math.sqrt(varianceNull)
  return measured({
    kappa,
    ase,
    low: kappa - Z95 * ase,
    high: kappa + Z95 * ase,
    aseNull: Math.sqrt(varianceNull),
    z,
    p: twoSided(z),
  })
}
