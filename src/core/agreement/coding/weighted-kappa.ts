import { measured, notDefined, type Measured } from '../result.ts'
import { columnSums, rowSums, total, weighted, type Table } from './table.ts'

/** How far apart two categories are, by their place in the inventory: 0 for the same. */
export type Disagreement = (row: number, column: number) => number

/** 1 − w of the agreement weights: nominal [i≠j], linear |i−j|/(q−1), quadratic ((i−j)/(q−1))². q is the size of the inventory. */
export function disagreement(weights: 'nominal' | 'linear' | 'quadratic', size: number): Disagreement {
  if (weights === 'nominal') return (row, column) => (row === column ? 0 : 1)
  const power = weights === 'linear' ? 1 : 2
  return (row, column) => (Math.abs(row - column) / (size - 1)) ** power
}

export interface WeightedKappa {
  readonly kappa: number
  readonly observedDisagreement: number
  readonly expectedDisagreement: number
}

/**
 * Cohen's weighted κ (1968): 1 − D_o/D_e with D_o = Σ v_ij p_ij and D_e = Σ v_ij p_i. p_.j, which is (P_o − P_e)/(1 − P_e) for
 * agreement weights w = 1 − v. Undefined: `no_items`; `no_variation` where no disagreement is to be expected.
 */
export function weightedKappa(table: Table, apart: Disagreement): Measured<WeightedKappa> {
  const n = total(table.cells)
  if (n === 0) return notDefined('no_items')
  const [rows, columns] = [rowSums(table), columnSums(table)]
  let expected = 0
  for (const [i, row] of rows.entries()) for (const [j, column] of columns.entries()) expected += (apart(i, j) * row * column) / (n * n)
  const observed = weighted(table, apart) / n
  return expected < 1e-12
    ? notDefined('no_variation')
    : measured({ kappa: 1 - observed / expected, observedDisagreement: observed, expectedDisagreement: expected })
}
