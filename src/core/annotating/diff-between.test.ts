import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSet, aSetWithDiff } from '../testing/arbitraries.ts'
import { applyDiff, EMPTY_DIFF, isEmptyDiff } from './diff.ts'
import { diffBetween } from './diff-between.ts'

const contentOf = ({ annotations, relations, state }: Parameters<typeof diffBetween>[0]) => ({ annotations, relations, state })

describe('diffBetween', () => {
  it('is empty between a set and itself', () => {
    fc.assert(fc.property(aSet(), (set) => void expect(diffBetween(set, structuredClone(set))).toEqual(EMPTY_DIFF)))
  })

  it('makes one set hold what the other holds', () => {
    fc.assert(
      fc.property(aSetWithDiff(), ({ set, diff }) => {
        const other = applyDiff(set, diff)
        if (!other.ok) throw new Error(other.error.message)
        const between = diffBetween(set, other.value)
        const applied = applyDiff(set, between)
        expect(applied.ok && contentOf(applied.value)).toEqual(contentOf(other.value))
        expect(isEmptyDiff(diffBetween(other.value, set))).toBe(isEmptyDiff(between))
      }),
    )
  })
})
