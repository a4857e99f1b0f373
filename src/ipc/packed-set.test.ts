import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSet } from '../core/testing/arbitraries.ts'
import { packedSetSchema, packSet } from './packed-set.ts'

describe('a set as text', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(aSet(3), (set) => {
        expect(packedSetSchema.parse(packSet(set))).toEqual(set)
      }),
    )
  })

  it.each(['', '{', '[]', 'null', '{"format":"concord/annotation-set"}'])('is refused when it is none: %s', (packed) => {
    expect(packedSetSchema.safeParse(packed).success).toBe(false)
  })
})
