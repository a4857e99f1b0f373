import { krippendorffAlpha } from '../coding/alpha.ts'
import { fleissKappaMissing } from '../coding/many.ts'
import { cohenKappa, scottPi } from '../coding/pairs.ts'
import { percentAgreement } from '../coding/percent.ts'
import { emptyTable, total, type Table } from '../coding/table.ts'
import { notDefined, pick, type Measured } from '../result.ts'
import { alphaUFrom } from '../unitizing/alpha-u.ts'
import { statisticsAt, type CountBlock } from './count-block.ts'
import type { Plan } from './plan.ts'

export type Coefficient = 'percent' | 'alpha' | 'cohen' | 'scott' | 'fleiss'

/** For any number of annotators. */
export function amongAll(counts: Float64Array, block: CountBlock, coefficient: 'percent' | 'alpha' | 'fleiss'): Measured<number> {
  const statistics = statisticsAt(counts, block)
  if (coefficient === 'percent') return percentAgreement(statistics)
  if (coefficient === 'alpha') return pick(krippendorffAlpha(statistics.coincidences), ({ alpha }) => alpha)
  return pick(fleissKappaMissing(statistics), (found) => found.coefficient)
}

/** For two annotators, from the table of what one said by what the other said. */
export function betweenTwo(counts: Float64Array, at: number, size: number, coefficient: 'percent' | 'alpha' | 'cohen' | 'scott'): Measured<number> {
  const table: Table = { size, cells: counts.subarray(at, at + size * size) }
  if (coefficient === 'cohen') return pick(cohenKappa(table), (found) => found.coefficient)
  if (coefficient === 'scott') return pick(scottPi(table), (found) => found.coefficient)
  const both = emptyTable(size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      both.cells[row * size + column] = (table.cells[row * size + column] ?? 0) + (table.cells[column * size + row] ?? 0)
    }
  }
  if (coefficient === 'alpha') return pick(krippendorffAlpha(both), ({ alpha }) => alpha)
  const all = total(table.cells)
  let same = 0
  for (let at2 = 0; at2 < size; at2 += 1) same += table.cells[at2 * size + at2] ?? 0
  return all > 0 ? { defined: true, value: same / all } : notDefined('no_items')
}

/** Labels of spans that belong together, for any number; why there is none is told by what there was to match. */
export function labelsAmongAll(counts: Float64Array, plan: Plan, coefficient: 'percent' | 'alpha' | 'fleiss'): Measured<number> {
  const found = amongAll(counts, plan.coding, coefficient)
  if (found.defined || found.reason !== 'no_items') return found
  return notDefined((counts[plan.spans] ?? 0) > 0 ? 'no_matched_spans' : 'no_units')
}

/** Characters and words: without a mark there is nothing to agree on, however long the text. */
export function positionsAmongAll(counts: Float64Array, block: CountBlock, coefficient: 'alpha' | 'fleiss'): Measured<number> {
  const { totals } = statisticsAt(counts, block)
  return (totals[1] ?? 0) > 0 ? amongAll(counts, block, coefficient) : notDefined('no_units')
}

export function positionsBetweenTwo(counts: Float64Array, at: number, coefficient: 'alpha' | 'cohen' | 'scott'): Measured<number> {
  const marked = (counts[at + 1] ?? 0) + (counts[at + 2] ?? 0) + (counts[at + 3] ?? 0)
  return marked > 0 ? betweenTwo(counts, at, 2, coefficient) : notDefined('no_units')
}

/** 1 − ΣD_o/ΣD_e of articles and labels. */
export function unitizing(counts: Float64Array, places: readonly number[]): Measured<number> {
  const sum = { observed: 0, expected: 0 }
  for (const at of places) {
    sum.observed += counts[at] ?? 0
    sum.expected += counts[at + 1] ?? 0
  }
  return pick(alphaUFrom(sum), ({ alpha }) => alpha)
}

/** 1 − Σδ/Σδ_e over articles, each by the mean number of units of an annotator. Undefined: `too_large` if one article is. */
export function gammaOf(counts: Float64Array, plan: Plan): Measured<number> {
  const [observed, expected, large] = [counts[plan.gamma] ?? 0, counts[plan.gamma + 1] ?? 0, counts[plan.gamma + 2] ?? 0]
  if (large > 0) return notDefined('too_large')
  return expected > 0 ? { defined: true, value: 1 - observed / expected } : notDefined('no_units')
}
