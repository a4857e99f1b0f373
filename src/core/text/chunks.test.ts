import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stretchAt } from './chunks.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import { awkwardText } from './testing/awkward-text.ts'

describe('stretchAt', () => {
  it('parts the text: neighbours meet, every offset has one, all its offsets give the same', () => {
    fc.assert(
      fc.property(awkwardText(), fc.integer({ min: 2, max: 20 }), (text, size) => {
        const isCut = (at: number): boolean => text.charAt(at - 1) === ' ' && isGraphemeBoundary(text, at)
        for (let start = 0; start < text.length; ) {
          const stretch = stretchAt(text, start, size, isCut)
          expect(stretch.start).toBe(start)
          expect(stretch.end).toBeGreaterThan(start)
          expect(isGraphemeBoundary(text, stretch.end)).toBe(true)
          for (let at = start; at < stretch.end; at += 1) expect(stretchAt(text, at, size, isCut)).toEqual(stretch)
          start = stretch.end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('cuts where it may, and by force only where nothing else comes', () => {
    const text = 'ab cd efghijklmnop q'
    const isCut = (at: number): boolean => text.charAt(at - 1) === ' '
    const parts: string[] = []
    for (let at = 0; at < text.length; ) {
      const { start, end } = stretchAt(text, at, 4, isCut)
      parts.push(text.slice(start, end))
      at = end
    }
    expect(parts).toEqual(['ab ', 'cd ', 'efghij', 'klmn', 'op ', 'q'])
  })
})
