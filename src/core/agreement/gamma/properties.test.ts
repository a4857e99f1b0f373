import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someGammaContinuum } from '../testing/arbitraries.ts'
import { alignmentDisorder, type Alignment } from './alignment.ts'
import { bestAlignment, LIMITS } from './best.ts'
import { positional, standard, type Dissimilarity, type GammaContinuum, type GammaUnit } from './dissimilarity.ts'
import { gamma, gammaBasis, gammaCat } from './gamma.ts'

interface Placed {
  readonly annotator: number
  readonly unit: GammaUnit
}

/** The least disorder, and the fewest unitary alignments that reach it, by trying every alignment. */
function bestByTrying(continuum: GammaContinuum, dissimilarity: Dissimilarity): { disorder: number; size: number } {
  const units: Placed[] = continuum.flatMap((own, annotator) => own.map((unit) => ({ annotator, unit })))
  let best = { disorder: Infinity, size: Infinity }
  const tuple = (group: readonly Placed[]): (GammaUnit | undefined)[] => continuum.map((_, annotator) => group.find((one) => one.annotator === annotator)?.unit)
  const go = (left: readonly Placed[], groups: readonly (readonly Placed[])[]): void => {
    const [first, ...rest] = left
    if (!first) {
      const disorder = alignmentDisorder(groups.map(tuple), dissimilarity)
      const closer = disorder < best.disorder - 1e-7
      if (closer || (disorder < best.disorder + 1e-7 && groups.length < best.size)) best = { disorder: Math.min(disorder, best.disorder), size: groups.length }
      return
    }
    const extend = (group: readonly Placed[], from: number): void => {
      go(rest.filter((one) => !group.includes(one)), [...groups, group])
      for (const [index, one] of rest.entries()) {
        if (index >= from && group.every((other) => other.annotator !== one.annotator)) extend([...group, one], index + 1)
      }
    }
    extend([first], 0)
  }
  go(units, [])
  return best
}

function dissimilarities(): fc.Arbitrary<Dissimilarity> {
  return fc.record({ alpha: fc.constantFrom(1, 3), beta: fc.constantFrom(1, 2), empty: fc.constantFrom(1, 0.5) }).map((weights) => ({ ...standard, ...weights }))
}

function found(continuum: GammaContinuum, dissimilarity: Dissimilarity): Alignment | undefined {
  const outcome = bestAlignment(continuum, dissimilarity)
  return outcome.defined ? outcome.value : undefined
}

describe('γ', () => {
  it('d_pos is symmetric, 0 for the same boundaries only, and the same wherever and however large', () => {
    const unit = fc.record({ start: fc.nat({ max: 50 }), length: fc.integer({ min: 1, max: 20 }) }).map(({ start, length }) => ({ start, end: start + length, category: 'x' }))
    const changed = ({ start, end, category }: GammaUnit, factor: number): GammaUnit => ({ start: start * factor + 17, end: end * factor + 17, category })
    fc.assert(
      fc.property(unit, unit, fc.integer({ min: 2, max: 9 }), (u, v, factor) => {
        const apart = positional(u, v, standard)
        expect(positional(v, u, standard)).toBe(apart)
        expect(apart === 0).toBe(u.start === v.start && u.end === v.end)
        expect(positional(changed(u, factor), changed(v, factor), standard)).toBeCloseTo(apart, 9)
      }),
    )
  })

  it.each([2, 3, 4])('the best alignment of %i annotators is what trying all of them finds', (annotators) => {
    fc.assert(
      fc.property(someGammaContinuum(annotators, annotators === 2 ? 4 : annotators === 3 ? 3 : 2), dissimilarities(), (continuum, dissimilarity) => {
        const alignment = found(continuum, dissimilarity)
        expect(alignment !== undefined).toBe(continuum.flat().length > 0)
        if (!alignment) return
        const tried = bestByTrying(continuum, dissimilarity)
        expect(alignment.disorder).toBeCloseTo(tried.disorder, 6)
        expect(alignment.unitary.length).toBe(tried.size)
      }),
      { numRuns: 60 },
    )
  })

  it('every unit is in exactly one unitary alignment', () => {
    fc.assert(
      fc.property(someGammaContinuum(3, 5), (continuum) => {
        const alignment = found(continuum, standard)
        for (const [annotator, units] of continuum.entries()) {
          const indices = alignment?.unitary.map((one) => one[annotator] ?? -1).filter((index) => index >= 0) ?? []
          expect(indices.toSorted((a, b) => a - b)).toEqual([...units.keys()])
        }
      }),
    )
  })

  it('is 1 for the same annotations, the same for the same seed, and undefined without units', () => {
    fc.assert(
      fc.property(someGammaContinuum(2, 4), (continuum) => {
        const outcome = gamma(continuum, { seed: 7 })
        expect(gamma(continuum, { seed: 7 })).toEqual(outcome)
        if (outcome.defined) expect(Number.isFinite(outcome.value.gamma)).toBe(true)
        const [own = []] = continuum
        const same = gamma([own, own], { seed: 7 })
        expect(same.defined ? same.value.gamma : same.reason).toBe(own.length > 0 ? 1 : 'no_units')
      }),
      { numRuns: 30 },
    )
  })

  it('γ-cat is undefined where nothing is aligned', () => {
    const basis = gammaBasis([[{ start: 0, end: 4, category: 'x' }], []], { seed: 1 })
    expect(basis.defined && gammaCat(basis.value)).toEqual({ defined: false, reason: 'no_matched_spans' })
  })

  it('says that it is too large rather than guess', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ start: index, end: index + 40, category: 'x' }))
    expect(bestAlignment([many, many, many], standard, { ...LIMITS, candidates: 500 })).toEqual({ defined: false, reason: 'too_large' })
    expect(bestAlignment([many, many], standard, { ...LIMITS, units: 20 })).toEqual({ defined: false, reason: 'too_large' })
  })
})
