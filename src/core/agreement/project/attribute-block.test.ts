import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../model/codebook.ts'
import { summed } from '../bootstrap.ts'
import { krippendorffAlpha } from '../coding/alpha.ts'
import { countedItems, countStatistics } from '../coding/counts.ts'
import { interval, nominal, ordinal } from '../coding/metrics.ts'
import { ratingsOf, type Category } from '../coding/ratings.ts'
import { addAnswers, attributeAlpha, attributeBlock, attributePercent } from './attribute-block.ts'
import type { Answer } from './coded.ts'
import { Layout, Tally } from './tally.ts'

const base = { name: '', help: '', labels: [], stage: 'now' as const }

function alphaOf(attribute: Attribute, items: readonly (readonly (Answer | undefined)[])[]) {
  const layout = new Layout()
  const block = attributeBlock(layout, attribute, items.flat().filter((answer) => answer !== undefined))
  const tally = new Tally()
  for (const item of items) addAnswers(tally, block, item)
  const counts = summed([tally.counts()], layout.width)
  return { alpha: attributeAlpha(counts, block), percent: attributePercent(counts, block) }
}

const asAnswer = (value: number | null): Answer | undefined => (value === null ? undefined : { given: 'value', keys: [String(value)], amount: value })
const someItems = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 10 })

describe('alpha of an attribute', () => {
  const scale: Attribute = { ...base, id: 's', type: 'scale', values: [1, 2, 3, 4, 5].map((value) => ({ id: String(value), name: '' })) }
  it.each([
    ['nominal', { ...base, id: 'c', type: 'choice' }, nominal],
    ['ordinal', scale, ordinal],
    ['interval', { ...base, id: 'n', type: 'number' }, 'interval'],
  ] as const)('that is %s is that of the coefficients', (_, attribute, metric) => {
    fc.assert(
      fc.property(someItems, (items) => {
        const categories: Category[] = [1, 2, 3, 4, 5]
        const { coincidences } = countStatistics(5, countedItems(ratingsOf(3, items.map((labels) => ({ labels })), categories)))
        const numeric = interval(categories)
        if (!numeric.defined) return
        const expected = krippendorffAlpha(coincidences, metric === 'interval' ? numeric.value : metric)
        const { alpha } = alphaOf(attribute, items.map((item) => item.map(asAnswer)))
        if (expected.defined) expect(alpha).toEqual({ defined: true, value: expect.closeTo(expected.value.alpha, 9) as number })
        else expect(alpha).toEqual(expected)
      }),
    )
  })

  it('takes sets by how much they share', () => {
    const set = (...keys: string[]): Answer => ({ given: 'value', keys })
    const found = alphaOf({ ...base, id: 'e', type: 'entities' }, [[set('a', 'b'), set('a')], [set('c'), set('c')]])
    // MASI: {a b}–{a} 1 − 1/2·2/3 = 2/3, all others 1. D_o = 2·(2/3)/4; D_e = (2·2/3 + 4·2)/12
    expect(found.alpha).toEqual({ defined: true, value: expect.closeTo(1 - 1 / 3 / ((4 / 3 + 8) / 12), 12) as number })
    expect(found.percent).toEqual({ defined: true, value: 0.5 })
  })
})
