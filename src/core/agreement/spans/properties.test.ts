import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionRatings } from '../characters/ratings.ts'
import { cohenKappa, contingency } from '../coding/pairs.ts'
import { cell } from '../coding/table.ts'
import { someSpans } from '../testing/arbitraries.ts'
import { countModes, scores } from './modes.ts'
import { pairSpans } from './pair.ts'
import { sharedF1, sharedKeys, spanKeys } from './shared.ts'

const stretches = (spans: readonly { readonly fragments: readonly { readonly start: number; readonly end: number }[] }[]) => spans.flatMap(({ fragments }) => fragments)

describe('agreement on spans', () => {
  it('F1 is the same in either order, and that of the strict mode for sets without duplicates', () => {
    fc.assert(
      fc.property(someSpans(), someSpans(), (a, b) => {
        const [keysA, keysB] = [spanKeys(a), spanKeys(b)]
        const f1 = sharedF1(sharedKeys(keysA, keysB))
        expect(sharedF1(sharedKeys(keysB, keysA))).toEqual(f1)
        if (keysA.length !== a.length || keysB.length !== b.length) return
        expect(scores(countModes(pairSpans(a, b)).strict, 'strict').f1).toEqual(f1)
      }),
    )
  })

  it('precision and recall change places with the sets', () => {
    fc.assert(
      fc.property(someSpans(), someSpans(), (a, b) => {
        const [there, back] = [countModes(pairSpans(a, b)), countModes(pairSpans(b, a))]
        expect(scores(there.partial, 'partial').precision).toEqual(scores(back.partial, 'partial').recall)
        expect(scores(there.type, 'type').f1).toEqual(scores(back.type, 'type').f1)
      }),
    )
  })

  it('a span that has nothing to do with the others does not raise precision', () => {
    fc.assert(
      fc.property(someSpans(), someSpans({ minLength: 1 }), (a, b) => {
        const more = [...b, { label: 'pledge', fragments: [{ start: 900, end: 905 }] }]
        const [before, after] = [scores(countModes(pairSpans(a, b)).strict, 'strict').precision, scores(countModes(pairSpans(a, more)).strict, 'strict').precision]
        if (before.defined && after.defined) expect(after.value).toBeLessThanOrEqual(before.value)
      }),
    )
  })

  it('character-level κ comes to the F1 of characters as the text grows (Hripcsak & Rothschild 2005)', () => {
    fc.assert(
      fc.property(someSpans({ minLength: 1 }), someSpans({ minLength: 1 }), (a, b) => {
        const table = contingency(positionRatings(1e9, [stretches(a), stretches(b)]), 0, 1)
        const [both, onlyA, onlyB] = [cell(table, 1, 1), cell(table, 1, 0), cell(table, 0, 1)]
        const kappa = cohenKappa(table)
        if (kappa.defined) expect(kappa.value.coefficient).toBeCloseTo((2 * both) / (2 * both + onlyA + onlyB), 5)
      }),
    )
  })

  it('positions count every character once, and overlaps of one rater once', () => {
    const ratings = positionRatings(20, [[{ start: 2, end: 8 }, { start: 4, end: 10 }], [{ start: 6, end: 30 }]])
    expect([...contingency(ratings, 0, 1).cells]).toEqual([2, 10, 4, 4])
  })
})
