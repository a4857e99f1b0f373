import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctMarks } from './overview-marks.ts'

const mark = fc.record({ row: fc.integer({ min: 0, max: 20 }), tint: fc.constantFrom('blue' as const, 'rose' as const), isIncomplete: fc.boolean() })

describe('marks beside the scrollbar', () => {
  it('are as few as can be told apart, none lost, the incomplete ones over the others', () => {
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const distinct = distinctMarks(marks)
        expect(new Set(distinct.map((each) => JSON.stringify(each))).size).toBe(distinct.length)
        for (const each of marks) expect(distinct).toContainEqual(each)
        const first = distinct.findIndex(({ isIncomplete }) => isIncomplete)
        if (first >= 0) expect(distinct.slice(first).every(({ isIncomplete }) => isIncomplete)).toBe(true)
      }),
    )
  })
})
