import { categoryAlphas, krippendorffAlpha } from '../../src/core/agreement/coding/alpha.ts'
import { countStatistics, type CountStatistics } from '../../src/core/agreement/coding/counts.ts'
import { kappaError } from '../../src/core/agreement/coding/kappa-error.ts'
import {
  brennanPrediger, fleissCategories, fleissKappa, fleissKappaMissing, fleissTest, gwetAc1, gwetAc2, randolphKappa,
} from '../../src/core/agreement/coding/many.ts'
import { custom, interval, nominal, ordinal, ratio, type Metric } from '../../src/core/agreement/coding/metrics.ts'
import { bennettS, categoryKappas, cohenKappa, maxKappa, scottPi } from '../../src/core/agreement/coding/pairs.ts'
import { itemAgreements, percentAgreement, percentAgreementOfItems } from '../../src/core/agreement/coding/percent.ts'
import { congerKappaMissing, daviesFleissKappa, lightKappa } from '../../src/core/agreement/coding/raters.ts'
import type { Category } from '../../src/core/agreement/coding/ratings.ts'
import { cell, columnSums, rowSums, tableOf, type Table } from '../../src/core/agreement/coding/table.ts'
import { disagreement, weightedKappa, type Disagreement } from '../../src/core/agreement/coding/weighted-kappa.ts'
import { measured, notDefined, type Measured } from '../../src/core/agreement/result.ts'
import { answer, byName, correctedAnswer, numberOf } from './answers.ts'
import { NotImplemented, type Answer, type Case, type Fields, type Measures } from './case.ts'
import { countedOf, listParam, ratingsIn, tableIn, tableParam, textParam } from './inputs.ts'

function withTable(one: Case, measure: (table: Table, categories: readonly Category[]) => Answer): Answer {
  const found = tableIn(one)
  return found.defined ? measure(found.value.table, found.value.categories) : { status: 'undefined', reason: found.reason }
}

function statistics(one: Case): { readonly counts: CountStatistics; readonly categories: readonly Category[] } {
  const { items, categories } = countedOf(one)
  return { counts: countStatistics(categories.length, items), categories }
}

function alpha(one: Case, metricOf: (categories: readonly Category[]) => Measured<Metric>): Answer {
  const { counts, categories } = statistics(one)
  const metric = metricOf(categories)
  if (!metric.defined) return { status: 'undefined', reason: metric.reason }
  return answer(krippendorffAlpha(counts.coincidences, metric.value), (value) => ({
    alpha: value.alpha,
    observed_disagreement: value.observed,
    expected_disagreement: value.expected,
  }))
}

/** The table of the parameters, in the order of the categories that occur. */
function tableFor(one: Case, categories: readonly Category[]): number[][] | undefined {
  const table = tableParam(one)
  const order = listParam(one, 'categories', 'category_order')
  if (!table || !order) return table
  const places = categories.map((category) => order.findIndex((name) => String(name) === String(category)))
  return places.map((row) => places.map((column) => table[row]?.[column] ?? Number.NaN))
}

function customMetric(one: Case, categories: readonly Category[]): Measured<Metric> {
  const table = tableFor(one, categories)
  if (table) return table.flat().some(Number.isNaN) ? notDefined('too_few_categories') : measured(custom(table))
  const name = textParam(one, 'distance', 'metric') ?? ''
  const values = categories.map(Number)
  if (!/abs|linear|differ/.test(name) || values.some(Number.isNaN)) throw new NotImplemented(`distance “${name}”`)
  return measured(custom(values.map((a) => values.map((b) => Math.abs(a - b)))))
}

/** Disagreements of a table are told as shares of the greatest one. */
function weights(one: Case, categories: readonly Category[]): Disagreement {
  const name = textParam(one, 'weights', 'weighting', 'weight') ?? 'linear'
  const table = tableFor(one, categories)
  if (table) {
    const greatest = Math.max(...table.flat())
    return (row, column) => (table[row]?.[column] ?? 0) / greatest
  }
  return disagreement(name.startsWith('quad') || name.startsWith('sq') ? 'quadratic' : name.startsWith('nom') || name.startsWith('unw') ? 'nominal' : 'linear', categories.length)
}

/** Some programs take only the categories that were used, which changes linear weights. */
function withoutUnused(one: Case, table: Table, categories: readonly Category[]): { readonly table: Table; readonly categories: readonly Category[] } {
  const dropped = Object.entries(one.params ?? {}).some(([key, value]) => /unused/i.test(key) && (value === true || /drop/i.test(`${key} ${String(value)}`)) && value !== false)
  if (!dropped) return { table, categories }
  const [rows, columns] = [rowSums(table), columnSums(table)]
  const used = [...categories.keys()].filter((at) => (rows[at] ?? 0) + (columns[at] ?? 0) > 0)
  return {
    table: tableOf(used.map((row) => used.map((column) => cell(table, row, column)))),
    categories: used.flatMap((at) => categories[at] ?? []),
  }
}

/** irrCAC's quadratic weights: by the values themselves where they are numbers, else by their place. */
function quadraticAgreement(categories: readonly Category[]): (row: number, column: number) => number {
  const numeric = categories.every((category) => Number.isFinite(Number(category)) && category !== '')
  const values = categories.map((category, index) => (numeric ? Number(category) : index))
  const range = Math.max(...values) - Math.min(...values)
  return (row, column) => 1 - (((values[row] ?? 0) - (values[column] ?? 0)) / range) ** 2
}

function ordinalTable(one: Case): Answer {
  const { counts, categories } = statistics(one)
  const delta = ordinal(rowSums(counts.coincidences))
  const places = [...categories.keys()]
  return { status: 'ok', fields: { categories: [...categories], delta_squared: places.map((a) => places.map((b) => delta(a, b))) } }
}

function itemAgreement(one: Case): Answer {
  const items = itemAgreements(countedOf(one).items)
  return items.some(({ defined }) => defined) ? { status: 'ok', fields: { items: items.map(numberOf) } } : { status: 'undefined', reason: 'no_items' }
}

const agreement = (value: number): Fields => ({ agreement: value, observed_agreement: value, percent_agreement: value })
const kappa = (value: number): Fields => ({ kappa: value, coefficient: value })

export const codingMeasures: Measures = {
  percent_agreement: (one) => answer(percentAgreement(statistics(one).counts), agreement),
  percent_agreement_unweighted_items: (one) => answer(percentAgreementOfItems(statistics(one).counts), agreement),
  item_percent_agreement: itemAgreement,
  bennett_s: (one) => withTable(one, (table) => correctedAnswer(bennettS(table), 's', 'bp', 'kappa')),
  scott_pi: (one) => withTable(one, (table) => correctedAnswer(scottPi(table), 'pi', 'kappa')),
  scott_pi_components: (one) => withTable(one, (table) => correctedAnswer(scottPi(table), 'pi', 'kappa')),
  cohen_kappa: (one) => withTable(one, (table) => correctedAnswer(cohenKappa(table), 'kappa')),
  cohen_kappa_components: (one) => withTable(one, cohenComponents),
  cohen_kappa_weighted: (one) =>
    withTable(one, (whole, all) => {
      const { table, categories } = withoutUnused(one, whole, all)
      return answer(weightedKappa(table, weights(one, categories)), (value) => ({
        kappa: value.kappa,
        coefficient: value.kappa,
        observed_disagreement: value.observedDisagreement,
        expected_disagreement: value.expectedDisagreement,
        observed_agreement: 1 - value.observedDisagreement,
        expected_agreement: 1 - value.expectedDisagreement,
      }))
    }),
  cohen_kappa_se: (one) =>
    withTable(one, (table, categories) =>
      answer(kappaError(table, one.params && 'weights' in one.params ? weights(one, categories) : undefined), (error) => ({
        kappa: error.kappa,
        ase: error.ase,
        se: error.ase,
        se_gwet: error.ase,
        ci95_low: error.low,
        ci95_high: error.high,
        ase_h0: error.aseNull,
        z_h0: error.z,
        z: error.z,
        p_two_sided: error.p,
        p_one_sided: error.p / 2,
      })),
    ),
  category_kappa_pi_type: (one) => withTable(one, (table, categories) => byName(categories, categoryKappas(table))),
  fleiss_kappa: (one) => correctedAnswer(fleissKappa(statistics(one).counts), 'kappa'),
  fleiss_kappa_z: (one) => answer(fleissTest(statistics(one).counts), ({ kappa: value, z, p }) => ({ kappa: value, z, p, p_two_sided: p })),
  fleiss_kappa_category: (one) => {
    const { counts, categories } = statistics(one)
    return byName(categories, fleissCategories(counts))
  },
  fleiss_kappa_missing_gwet: (one) => correctedAnswer(fleissKappaMissing(statistics(one).counts), 'kappa'),
  conger_kappa_missing_gwet: (one) => correctedAnswer(congerKappaMissing(ratingsIn(one)), 'kappa'),
  multi_kappa_davies_fleiss: (one) => correctedAnswer(daviesFleissKappa(ratingsIn(one)), 'kappa'),
  light_kappa: (one) => answer(lightKappa(ratingsIn(one)), kappa),
  randolph_kappa: (one) => correctedAnswer(randolphKappa(statistics(one).counts), 'kappa'),
  brennan_prediger_multi: (one) => correctedAnswer(brennanPrediger(statistics(one).counts), 'bp', 'kappa', 's'),
  gwet_ac1: (one) => correctedAnswer(gwetAc1(statistics(one).counts), 'ac1', 'ac', 'kappa'),
  gwet_ac2_quadratic: (one) => {
    const { counts, categories } = statistics(one)
    return correctedAnswer(gwetAc2(counts, quadraticAgreement(categories)), 'ac2', 'ac', 'kappa')
  },
  krippendorff_alpha_nominal: (one) => alpha(one, () => measured(nominal)),
  krippendorff_alpha_ordinal: (one) => alpha(one, () => measured(ordinal)),
  krippendorff_alpha_interval: (one) => alpha(one, interval),
  krippendorff_alpha_ratio: (one) => alpha(one, ratio),
  krippendorff_alpha_custom: (one) => alpha(one, (categories) => customMetric(one, categories)),
  krippendorff_alpha_category: (one) => {
    const { counts, categories } = statistics(one)
    return byName(categories, categoryAlphas(counts.coincidences))
  },
  krippendorff_delta_ordinal: ordinalTable,
}

function cohenComponents(table: Table): Answer {
  const [kappaOutcome, max] = [cohenKappa(table), maxKappa(table)]
  return answer(kappaOutcome, ({ coefficient, observed, expected }) => ({
    kappa: coefficient,
    observed_agreement: observed,
    expected_agreement: expected,
    max_observed_agreement: max.defined ? max.value.observed : null,
    max_kappa: max.defined ? max.value.coefficient : null,
  }))
}
