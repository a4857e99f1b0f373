import { measured, notDefined, pick, type Measured } from '../result.ts'
import { corrected, type Corrected } from './chance.ts'
import type { Ratings } from './ratings.ts'
import { addTo, cell, columnSums, emptyTable, rowSums, total, weighted, type Table } from './table.ts'

/** Which value the first rater gave (row) and which the second (column), on items that both rated. */
export function contingency(ratings: Ratings, first: number, second: number): Table {
  const table = emptyTable(ratings.categories.length)
  for (const { count, values } of ratings.items) {
    const [row, column] = [values[first] ?? -1, values[second] ?? -1]
    if (row >= 0 && column >= 0) addTo(table, row, column, count)
  }
  return table
}

/** P_o: the share of items on which both say the same. */
export function observedAgreement(table: Table): Measured<number> {
  const items = total(table.cells)
  return items > 0 ? measured(weighted(table, (a, b) => (a === b ? 1 : 0)) / items) : notDefined('no_items')
}

/**
 * Bennett, Alpert & Goldstein's S = Brennan & Prediger's κ for two: P_e = 1/q, where q is the size of the inventory and not of
 * what was used. Undefined: `no_items`; `too_few_categories` for q < 2; `no_variation` where all values are the same one.
 */
export function bennettS(table: Table): Measured<Corrected> {
  const observed = observedAgreement(table)
  if (!observed.defined) return observed
  if (table.size < 2) return notDefined('too_few_categories')
  return oneValue(table) ? notDefined('no_variation') : corrected(observed.value, 1 / table.size)
}

/** Scott's π (1955): P_e = Σ_c of the squared pooled share of c. Undefined: `no_items`, `no_variation`. */
export function scottPi(table: Table): Measured<Corrected> {
  const observed = observedAgreement(table)
  if (!observed.defined) return observed
  const [rows, columns, n] = [rowSums(table), columnSums(table), total(table.cells)]
  const expected = rows.reduce((sum, row, c) => sum + ((row + (columns[c] ?? 0)) / (2 * n)) ** 2, 0)
  return corrected(observed.value, expected)
}

/** Cohen's κ (1960): P_e = Σ_c of the product of both raters' shares of c. Undefined: `no_items`, `no_variation`. */
export function cohenKappa(table: Table): Measured<Corrected> {
  const observed = observedAgreement(table)
  if (!observed.defined) return observed
  return corrected(observed.value, expectedByMarginals(table))
}

/** Σ_c p_c. p_.c */
export function expectedByMarginals(table: Table): number {
  const [rows, columns, n] = [rowSums(table), columnSums(table), total(table.cells)]
  return rows.reduce((sum, row, c) => sum + (row * (columns[c] ?? 0)) / (n * n), 0)
}

/** The greatest κ that the raters' shares allow: P_o,max = Σ_c min(p_c., p_.c). */
export function maxKappa(table: Table): Measured<Corrected> {
  const n = total(table.cells)
  if (n === 0) return notDefined('no_items')
  const columns = columnSums(table)
  const observed = rowSums(table).reduce((sum, row, c) => sum + Math.min(row, columns[c] ?? 0) / n, 0)
  return corrected(observed, expectedByMarginals(table))
}

/** Whether both raters gave one and the same value throughout. */
function oneValue(table: Table): boolean {
  const columns = columnSums(table)
  return rowSums(table).filter((row, c) => row + (columns[c] ?? 0) > 0).length === 1
}

/**
 * Category by category, (P_j − p_j)/(1 − p_j) with P_j = 2 n_jj/(n_j. + n_.j) and the pooled share p_j (Agresti 1992; pi-type).
 * To lump the other categories together and take Cohen's κ of that is something else. Undefined: `no_units` for a category
 * that was not used, `no_variation` for one that was used alone.
 */
export function categoryKappas(table: Table): Measured<number>[] {
  const [rows, columns, n] = [rowSums(table), columnSums(table), total(table.cells)]
  return Array.from(rows, (row, j) => {
    const used = row + (columns[j] ?? 0)
    if (used === 0) return notDefined('no_units')
    return pick(corrected((2 * cell(table, j, j)) / used, used / (2 * n)), ({ coefficient }) => coefficient)
  })
}
