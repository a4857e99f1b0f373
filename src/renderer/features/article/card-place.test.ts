import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, placeCard } from './card-place.ts'

const WINDOW = { width: 1000, height: 700 }

describe('where the card stands', () => {
  it('is below the words, above where there is no room, else beside', () => {
    const card = { width: 300, height: 200 }
    expect(placeCard({ left: 100, top: 100, right: 200, bottom: 120 }, card, WINDOW)).toEqual({ left: 100, top: 138 })
    expect(placeCard({ left: 100, top: 600, right: 200, bottom: 620 }, card, WINDOW)).toEqual({ left: 100, top: 394 })
    expect(placeCard({ left: 100, top: 50, right: 600, bottom: 650 }, card, WINDOW)).toEqual({ left: 608, top: 50 })
  })

  it('is inside the window, and off the words whenever there is room above or below', () => {
    const at = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 20, max: 250 }), (left, top, height, tall) => {
        const words = { left, top, right: left + 50, bottom: top + height }
        const place = placeCard(words, { width: 300, height: tall }, WINDOW)
        expect(place.left).toBeGreaterThanOrEqual(8)
        expect(place.left + 300).toBeLessThanOrEqual(WINDOW.width)
        expect(place.top >= words.bottom || place.top + tall <= words.top).toBe(true)
      }),
    )
  })

  it('goes around all boxes', () => {
    expect(around([])).toBeNull()
    expect(around([{ left: 5, top: 1, right: 9, bottom: 2 }, { left: 1, top: 3, right: 4, bottom: 8 }])).toEqual({ left: 1, top: 1, right: 9, bottom: 8 })
  })
})
