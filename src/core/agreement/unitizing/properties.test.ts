import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someContinuum } from '../testing/arbitraries.ts'
import { alphaU, disagreements } from './alpha-u.ts'
import { labelsOf, type Continuum } from './continuum.ts'
import { uAlphaFamily } from './u-alpha.ts'

function stretched(continuum: Continuum, factor: number): Continuum {
  const raters = continuum.raters.map((units) => units.map((unit) => ({ ...unit, start: unit.start * factor, end: unit.end * factor })))
  return { begin: 0, length: continuum.length * factor, raters }
}

describe('unitizing α', () => {
  it('α_U is a number or undefined, and the same for raters in another order', () => {
    fc.assert(
      fc.property(someContinuum({ raters: 3 }), (continuum) => {
        const found = alphaU(continuum)
        const other = alphaU({ ...continuum, raters: continuum.raters.toReversed() })
        expect(found.defined).toBe(labelsOf(continuum).length > 0)
        if (!found.defined || !other.defined) return
        expect(Number.isFinite(found.value.alpha)).toBe(true)
        expect(other.value.alpha).toBeCloseTo(found.value.alpha, 9)
      }),
    )
  })

  it('D_o does not change when everything is stretched, and α comes to rest', () => {
    fc.assert(
      fc.property(someContinuum(), (continuum) => {
        for (const label of labelsOf(continuum)) {
          const observed = disagreements(continuum, label).observed
          expect(disagreements(stretched(continuum, 25_000), label).observed).toBeCloseTo(observed, 12)
        }
        const [far, further] = [alphaU(stretched(continuum, 10_000)), alphaU(stretched(continuum, 100_000))]
        if (far.defined && further.defined) expect(Math.abs(far.value.alpha - further.value.alpha)).toBeLessThan(0.001 * (1 + Math.abs(far.value.alpha)))
      }),
    )
  })

  it('the same annotations give 1', () => {
    fc.assert(
      fc.property(someContinuum({ raters: 1, apart: true }), (continuum) => {
        const same = { ...continuum, raters: [continuum.raters[0] ?? [], continuum.raters[0] ?? []] }
        const found = alphaU(same)
        if (found.defined) expect(found.value.alpha).toBe(1)
        const family = uAlphaFamily(same)
        if (family.defined && family.value.u.defined) expect(family.value.u.value).toBeCloseTo(1, 9)
      }),
    )
  })

  it('with one label uα is |uα, and cuα is undefined', () => {
    fc.assert(
      fc.property(someContinuum({ labels: ['pledge'], apart: true }), (continuum) => {
        const family = uAlphaFamily(continuum)
        if (!family.defined) return
        const { u, bar, cu } = family.value
        expect(u.defined).toBe(bar.defined)
        if (u.defined && bar.defined) expect(u.value).toBeCloseTo(bar.value, 9)
        expect(cu.defined).toBe(false)
      }),
    )
  })

  it('the u-alpha family refuses a rater whose units overlap', () => {
    const raters = [[{ start: 0, end: 5, label: 'pledge' }, { start: 3, end: 8, label: 'claim' }], []]
    expect(uAlphaFamily({ begin: 0, length: 10, raters })).toEqual({ defined: false, reason: 'overlapping_units' })
  })
})
