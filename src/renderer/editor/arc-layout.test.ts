import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcPath, laneDepth, layOutArcs } from './arc-layout.ts'

describe('layOutArcs', () => {
  it('puts the short one next to the text and the long one around it', () => {
    const placed = layOutArcs([{ id: 'long', from: 0, to: 100 }, { id: 'short', from: 40, to: 20 }, { id: 'below', from: 140, to: 120 }])
    expect(Object.fromEntries(placed.map(({ id, lane }) => [id, lane]))).toEqual({ short: 0, below: 0, long: 1 })
  })

  it('lets no two of a lane meet, and loses none', () => {
    const y = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(fc.array(fc.record({ from: y, to: y }), { maxLength: 40 }), (ends) => {
        const placed = layOutArcs(ends.map((end, index) => ({ id: String(index), ...end })))
        expect(placed).toHaveLength(ends.length)
        for (const a of placed) {
          for (const b of placed) {
            if (a === b || a.lane !== b.lane) continue
            expect(Math.max(a.from, a.to) < Math.min(b.from, b.to) || Math.max(b.from, b.to) < Math.min(a.from, a.to)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('an arc', () => {
  it('stays in the room that there is, in lanes of their own', () => {
    const depths = [0, 1, 2, 3].map((lane) => laneDepth(lane, 4, 24))
    expect(Math.max(...depths)).toBeLessThanOrEqual(24)
    expect(new Set(depths).size).toBe(4)
    expect(laneDepth(0, 1, 300)).toBe(7)
  })

  it('goes out from one end and comes back at the other, up as well as down', () => {
    expect(arcPath({ id: 'a', from: 10, to: 50 }, 7, 20)).toBe('M20 10 H19 Q13 10 13 16 V44 Q13 50 19 50 H20')
    expect(arcPath({ id: 'a', from: 50, to: 10 }, 7, 20)).toBe('M20 50 H19 Q13 50 13 44 V16 Q13 10 19 10 H20')
  })
})
