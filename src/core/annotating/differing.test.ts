import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differing } from './differing.ts'

const lists = fc.array(fc.nat(3), { maxLength: 12 })

describe('differing', () => {
  it('leaves out what both lists have before and behind, and nothing else', () => {
    fc.assert(
      fc.property(lists, lists, (old, now) => {
        const { from, oldEnd, newEnd } = differing(old, now)
        expect([...old.slice(0, from), ...now.slice(from, newEnd), ...old.slice(oldEnd)]).toEqual(now)
        expect(oldEnd).toBeGreaterThanOrEqual(from)
        if (oldEnd > from && newEnd > from) {
          expect(old[from]).not.toBe(now[from])
          expect(old[oldEnd - 1]).not.toBe(now[newEnd - 1])
        }
      }),
    )
  })

  it('finds nothing between equals', () => {
    expect(differing([1, 1, 2], [1, 1, 2])).toEqual({ from: 3, oldEnd: 3, newEnd: 3 })
    expect(differing([], [])).toEqual({ from: 0, oldEnd: 0, newEnd: 0 })
  })
})
