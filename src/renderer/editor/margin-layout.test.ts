import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeInMargin } from './margin-layout.ts'

const size = { height: 24, width: 150 }
const wishes = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 20, max: 200 }) }), { maxLength: 40 })
  .map((all) => all.map((wish, index) => ({ ...wish, id: String(index) })))

describe('placeInMargin', () => {
  it('leaves labels on their lines where there is room', () => {
    const given = [0, 30, 300].map((top) => ({ id: String(top), top, width: 60 }))
    expect(placeInMargin(given, size)).toEqual(given.map(({ id, top }) => ({ id, top, left: 0 })))
  })

  it('puts labels of one line side by side, then below', () => {
    const crowd = ['a', 'b', 'c'].map((id) => ({ id, top: 100, width: 60 }))
    expect(placeInMargin(crowd, size)).toEqual([
      { id: 'a', top: 100, left: 0 },
      { id: 'b', top: 100, left: 60 },
      { id: 'c', top: 124, left: 0 },
    ])
  })

  it('never lets two touch, and none stands above its line by a whole row or out of the margin', () => {
    fc.assert(
      fc.property(wishes, (given) => {
        const places = placeInMargin(given, size).map((place) => {
          const wish = given.find(({ id }) => id === place.id)
          return { ...place, width: wish?.width ?? 0, wished: wish?.top ?? 0 }
        })
        expect(places).toHaveLength(given.length)
        for (const [index, a] of places.entries()) {
          expect(a.wished - a.top).toBeLessThan(size.height)
          expect(a.left === 0 || a.left + a.width <= size.width).toBe(true)
          for (const b of places.slice(index + 1)) {
            const isApart = Math.abs(a.top - b.top) >= size.height || a.left + a.width <= b.left || b.left + b.width <= a.left
            expect(isApart).toBe(true)
          }
        }
      }),
    )
  })
})
