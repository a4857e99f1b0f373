import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  graphemeCeiling,
  graphemeFloor,
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from './graphemes.ts'
import { awkwardText, awkwardTextWithOffsets } from './testing/awkward-text.ts'

const whole = new Intl.Segmenter('en', { granularity: 'grapheme' })

function boundariesOf(text: string): number[] {
  return [...[...whole.segment(text)].map((segment) => segment.index), text.length]
}

function offsetsOf(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset)
}

describe('grapheme boundaries', () => {
  it('are those of the whole text, asked one by one', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        const expected = text === '' ? [0] : boundariesOf(text)
        expect(offsetsOf(text).filter((offset) => isGraphemeBoundary(text, offset))).toEqual(expected)
      }),
      { numRuns: 1500 },
    )
  })

  it('are met in order by stepping forth and back from any offset', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        const expected = boundariesOf(text)
        for (const offset of offsetsOf(text)) {
          expect(nextGrapheme(text, offset)).toBe(expected.find((at) => at > offset) ?? text.length)
          expect(previousGrapheme(text, offset)).toBe(expected.findLast((at) => at < offset) ?? 0)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('snapping gives the smallest range of whole clusters around the selection', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), ({ text, a, b }) => {
        const expected = text === '' ? [0] : boundariesOf(text)
        expect(snapToGraphemes(text, { start: a, end: b })).toEqual({
          start: expected.findLast((at) => at <= Math.min(a, b)),
          end: expected.find((at) => at >= Math.max(a, b)),
        })
      }),
    )
  })

  it.each([
    ['family', '👩‍👩‍👧‍👦'],
    ['flag', '🇰🇪'],
    ['accent on a letter', 'e\u0301'],
    ['conjunct', 'क्षि'],
    ['jamo', 'ᄒ\u1161\u11ab'],
    ['keycap', '1️⃣'],
  ])('keep a %s whole', (_, cluster) => {
    const text = `a${cluster}b`
    expect(nextGrapheme(text, 1)).toBe(1 + cluster.length)
    expect(previousGrapheme(text, 1 + cluster.length)).toBe(1)
    expect(snapToGraphemes(text, { start: 2, end: 2 })).toEqual({ start: 1, end: 1 + cluster.length })
  })

  it('pair regional indicators from the start of their run', () => {
    const text = `x${'🇰🇪'.repeat(500)}🇰y`
    expect(isGraphemeBoundary(text, 1 + 4 * 300)).toBe(true)
    expect(isGraphemeBoundary(text, 1 + 4 * 300 + 2)).toBe(false)
    expect(isGraphemeBoundary(text, text.length - 1)).toBe(true)
    expect(previousGrapheme(text, text.length - 1)).toBe(text.length - 3)
  })

  it('follow a cluster that is longer than any window', () => {
    const text = `ab${'\u0301'.repeat(20_000)}c`
    expect(nextGrapheme(text, 1)).toBe(text.length - 1)
    expect(nextGrapheme(text, 10_000)).toBe(text.length - 1)
    expect(previousGrapheme(text, 10_000)).toBe(1)
    expect(isGraphemeBoundary(text, 10_000)).toBe(false)
  })

  it('answer at and beyond the ends', () => {
    expect(isGraphemeBoundary('', 0)).toBe(true)
    expect(isGraphemeBoundary('a', -1)).toBe(false)
    expect(isGraphemeBoundary('a', 2)).toBe(false)
    expect([-3, 0, 2, 9].map((offset) => nextGrapheme('ab', offset))).toEqual([0, 1, 2, 2])
    expect([-3, 0, 2, 9].map((offset) => previousGrapheme('ab', offset))).toEqual([0, 0, 1, 2])
    expect([graphemeFloor('a😀', 2), graphemeCeiling('a😀', 2)]).toEqual([1, 3])
  })
})
