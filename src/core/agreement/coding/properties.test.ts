import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measured } from '../result.ts'
import { someRatings } from '../testing/arbitraries.ts'
import { categoryAlphas, krippendorffAlpha } from './alpha.ts'
import { countedItems, countStatistics } from './counts.ts'
import { kappaError } from './kappa-error.ts'
import { brennanPrediger, fleissCategories, fleissKappa, fleissKappaMissing, fleissTest, gwetAc1, randolphKappa } from './many.ts'
import { interval, nominal, ordinal, ratio, type Metric } from './metrics.ts'
import { bennettS, categoryKappas, cohenKappa, contingency, maxKappa, observedAgreement, scottPi } from './pairs.ts'
import { percentAgreement } from './percent.ts'
import { congerKappaMissing, daviesFleissKappa, lightKappa } from './raters.ts'
import type { Ratings } from './ratings.ts'
import { total } from './table.ts'
import { disagreement, weightedKappa } from './weighted-kappa.ts'

const counts = (ratings: Ratings) => countStatistics(ratings.categories.length, countedItems(ratings))
const alpha = (ratings: Ratings, metric: Metric = nominal) => krippendorffAlpha(counts(ratings).coincidences, metric)
const table = (ratings: Ratings) => contingency(ratings, 0, 1)
const two = someRatings({ raters: 2, complete: true })

/** Every number in an outcome, or none where it is undefined. */
function numbers(outcome: Measured<unknown>): number[] {
  if (!outcome.defined) return []
  const { value } = outcome
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).filter((part) => typeof part === 'number') : []
}

function near(a: Measured<unknown>, b: Measured<unknown>): void {
  expect(a.defined).toBe(b.defined)
  for (const [index, value] of numbers(a).entries()) expect(numbers(b)[index]).toBeCloseTo(value, 9)
}

function withMetric(ratings: Ratings, outcome: Measured<Metric>): Measured<unknown> {
  return outcome.defined ? alpha(ratings, outcome.value) : outcome
}

describe('coefficients for coded items', () => {
  it('are numbers or undefined, never NaN', () => {
    fc.assert(
      fc.property(someRatings(), (ratings) => {
        const all: Measured<unknown>[] = [
          ...[nominal, ordinal].map((metric) => alpha(ratings, metric)),
          withMetric(ratings, interval(ratings.categories)), withMetric(ratings, ratio(ratings.categories)),
          ...[percentAgreement, fleissKappa, fleissTest, fleissKappaMissing, randolphKappa, brennanPrediger, gwetAc1].map((measure) => measure(counts(ratings))),
          ...fleissCategories(counts(ratings)), ...categoryAlphas(counts(ratings).coincidences), ...categoryKappas(table(ratings)),
          ...[daviesFleissKappa, lightKappa, congerKappaMissing].map((measure) => measure(ratings)),
          ...[observedAgreement, bennettS, scottPi, cohenKappa, maxKappa].map((measure) => measure(table(ratings))),
          kappaError(table(ratings)), kappaError(table(ratings), disagreement('quadratic', 4)),
          weightedKappa(table(ratings), disagreement('linear', 4)),
        ]
        for (const outcome of all) for (const value of numbers(outcome)) expect(Number.isFinite(value)).toBe(true)
      }),
    )
  })

  it('are the same for raters and items in another order', () => {
    fc.assert(
      fc.property(someRatings({ raters: 2 }), (ratings) => {
        const other = { ...ratings, items: ratings.items.toReversed().map((item) => ({ ...item, values: item.values.toReversed() })) }
        near(alpha(ratings), alpha(other))
        for (const measure of [cohenKappa, scottPi, bennettS]) near(measure(table(ratings)), measure(table(other)))
      }),
    )
  })

  it('are 1 where everybody says the same and not only one thing', () => {
    fc.assert(
      fc.property(two, (ratings) => {
        const same = { ...ratings, items: ratings.items.map((item) => ({ ...item, values: item.values.map(() => item.values[0] ?? 0) })) }
        const varied = new Set(same.items.map(({ values }) => values[0])).size > 1
        for (const outcome of [alpha(same), cohenKappa(table(same)), scottPi(table(same)), bennettS(table(same)), gwetAc1(counts(same))]) {
          expect(outcome.defined).toBe(varied)
          if (varied) expect(numbers(outcome)[0]).toBeCloseTo(1, 12)
        }
      }),
    )
  })

  it('κ is at least π, and α is 1 − (1 − π)(n − 1)/n', () => {
    fc.assert(
      fc.property(two, (ratings) => {
        const [kappa, pi] = [cohenKappa(table(ratings)), scottPi(table(ratings))]
        const found = alpha(ratings)
        if (!pi.defined || !kappa.defined || !found.defined) return
        expect(kappa.value.coefficient).toBeGreaterThanOrEqual(pi.value.coefficient - 1e-12)
        const n = 2 * total(table(ratings).cells)
        expect(found.value.alpha).toBeCloseTo(1 - ((1 - pi.value.coefficient) * (n - 1)) / n, 9)
      }),
    )
  })

  it('those for many are those for two where there are two', () => {
    fc.assert(
      fc.property(two, (ratings) => {
        near(fleissKappa(counts(ratings)), scottPi(table(ratings)))
        near(randolphKappa(counts(ratings)), bennettS(table(ratings)))
        near(daviesFleissKappa(ratings), cohenKappa(table(ratings)))
        const [light, kappa] = [lightKappa(ratings), cohenKappa(table(ratings))]
        if (light.defined && kappa.defined) expect(light.value).toBeCloseTo(kappa.value.coefficient, 9)
      }),
    )
  })

  it('all weighted κ are the same for two categories', () => {
    fc.assert(
      fc.property(someRatings({ raters: 2, complete: true, categories: 2 }), (ratings) => {
        const [plain, linear, quadratic] = (['nominal', 'linear', 'quadratic'] as const).map((weights) => weightedKappa(table(ratings), disagreement(weights, 2)))
        if (plain && linear && quadratic) {
          near(plain, linear)
          near(plain, quadratic)
        }
      }),
    )
  })

  it('α does not mind items with one value, nor its metric’s change of scale', () => {
    fc.assert(
      fc.property(someRatings(), fc.integer({ min: 2, max: 9 }), (ratings, factor) => {
        near(alpha({ ...ratings, items: [...ratings.items, { count: 3, values: [0, -1, -1] }] }), alpha(ratings))
        const stretched = { ...ratings, categories: ratings.categories.map((value) => Number(value) * factor) }
        const moved = { ...ratings, categories: ratings.categories.map((value) => Number(value) + factor) }
        near(withMetric(stretched, interval(stretched.categories)), withMetric(ratings, interval(ratings.categories)).defined ? scaled(ratings, factor) : { defined: false, reason: 'no_items' })
        nearFirst(withMetric(moved, interval(moved.categories)), withMetric(ratings, interval(ratings.categories)))
        nearFirst(withMetric(stretched, ratio(stretched.categories)), withMetric(ratings, ratio(ratings.categories)))
        near(alpha(moved, ordinal), alpha(ratings, ordinal))
      }),
    )
  })
})

/** α stays, the disagreements grow with the square of the factor. */
function scaled(ratings: Ratings, factor: number): Measured<unknown> {
  const found = withMetric(ratings, interval(ratings.categories))
  const [value = 0, observed = 0, expected = 0] = numbers(found)
  return { defined: true, value: { alpha: value, observed: observed * factor ** 2, expected: expected * factor ** 2 } }
}

function nearFirst(a: Measured<unknown>, b: Measured<unknown>): void {
  expect(a.defined).toBe(b.defined)
  const [first, second] = [numbers(a)[0], numbers(b)[0]]
  if (first !== undefined && second !== undefined) expect(first).toBeCloseTo(second, 9)
}
