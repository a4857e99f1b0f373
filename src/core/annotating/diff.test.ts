import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAnnotations } from '../model/annotation.ts'
import { EMPTY_DIFF, applyDiff, invertDiff, isEmptyDiff } from './diff.ts'
import { anAnnotation, aSet, aSetWithDiff } from '../testing/arbitraries.ts'

describe('applyDiff', () => {
  it('followed by its inverse gives the same records', () => {
    fc.assert(
      fc.property(aSetWithDiff(), ({ set, diff }) => {
        const there = applyDiff(set, diff)
        if (!there.ok) throw new Error(there.error.message)
        const back = applyDiff(there.value, invertDiff(diff))
        if (!back.ok) throw new Error(back.error.message)
        expect({ ...back.value, revision: 0 }).toEqual({ ...set, revision: 0 })
        expect(back.value.revision).toBe(set.revision + 2)
      }),
    )
  })

  it('keeps the records in file order', () => {
    fc.assert(
      fc.property(aSetWithDiff(), ({ set, diff }) => {
        const after = applyDiff(set, diff)
        if (!after.ok) throw new Error(after.error.message)
        expect(after.value.annotations).toEqual(after.value.annotations.toSorted(compareAnnotations))
      }),
    )
  })

  it('refuses with words when an added record is there already', () => {
    fc.assert(
      fc.property(aSet(1), (set) => {
        const again = applyDiff(set, { ...EMPTY_DIFF, annotations: { added: set.annotations.slice(0, 1), updated: [], removed: [] } })
        expect(again.ok).toBe(false)
      }),
    )
  })

  it('refuses when what it takes back has changed or is gone', () => {
    const [set] = fc.sample(aSet(1), { numRuns: 1, seed: 1 })
    const record = set?.annotations[0]
    if (!set || !record) throw new Error('no sample')
    const changed = { ...set, annotations: [{ ...record, note: 'changed meanwhile' }] }
    const removal = { ...EMPTY_DIFF, annotations: { added: [], updated: [], removed: [record] } }
    expect(applyDiff(changed, removal)).toMatchObject({ ok: false, error: { code: 'set.changed' } })
    expect(applyDiff({ ...set, annotations: [] }, removal)).toMatchObject({ ok: false, error: { code: 'set.changed' } })
    expect(applyDiff(set, removal).ok).toBe(true)
  })
})

describe('isEmptyDiff', () => {
  it('knows a diff that changes nothing', () => {
    expect(isEmptyDiff(EMPTY_DIFF)).toBe(true)
    const [annotation] = fc.sample(anAnnotation('some text'), 1)
    if (!annotation) throw new Error('no sample')
    expect(isEmptyDiff({ ...EMPTY_DIFF, annotations: { added: [annotation], updated: [], removed: [] } })).toBe(false)
  })
})
