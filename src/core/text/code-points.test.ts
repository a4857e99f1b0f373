import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePointAfter,
  codePointBefore,
  countCodePoints,
  createOffsetMap,
  isInsidePair,
  toCodePoint,
  toUtf16,
} from './code-points.ts'
import { awkwardText } from './testing/awkward-text.ts'

describe('code point offsets', () => {
  it('agree with the language’s own iteration, lone surrogates counting one', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        let utf16 = 0
        const points = [...text]
        points.forEach((point, index) => {
          expect(toCodePoint(text, utf16)).toBe(index)
          expect(toUtf16(text, index)).toBe(utf16)
          expect(codePointAfter(text, utf16)).toBe(utf16 + point.length)
          expect(codePointBefore(text, utf16 + point.length)).toBe(utf16)
          utf16 += point.length
        })
        expect(countCodePoints(text)).toBe(points.length)
      }),
    )
  })

  it('agree with the map, over block borders and at every offset', () => {
    fc.assert(
      fc.property(awkwardText(), fc.nat({ max: 8 }), fc.integer({ min: 1, max: 30 }), (text, shift, n) => {
        const pad = 1018 + shift
        const long = 'x'.repeat(pad) + text.repeat(n)
        const map = createOffsetMap(long)
        expect(map.codePointLength).toBe(countCodePoints(long))
        const blockEnds = [1023, 1024, 1025, 2047, 2048, 2049]
        const { length } = long
        for (const offset of [-1, 0, 1, ...blockEnds, pad, pad + 1, length - 1, length, length + 5]) {
          expect(map.toCodePoint(offset)).toBe(toCodePoint(long, offset))
          expect(map.toUtf16(offset)).toBe(toUtf16(long, offset))
        }
      }),
    )
  })

  it('takes an offset inside a pair for the start of the pair', () => {
    const text = `${'a'.repeat(1023)}😀b`
    expect(isInsidePair(text, 1024)).toBe(true)
    expect(toCodePoint(text, 1024)).toBe(1023)
    expect(createOffsetMap(text).toCodePoint(1024)).toBe(1023)
    expect(createOffsetMap(text).toUtf16(1024)).toBe(1025)
  })

  it('is the identity without pairs, and clamps', () => {
    const map = createOffsetMap('añ北\ud800')
    expect([map.utf16Length, map.codePointLength]).toEqual([4, 4])
    expect([-2, 0, 3, 4, 9].map(map.toCodePoint)).toEqual([0, 0, 3, 4, 4])
    expect([-2, 0, 3, 4, 9].map(map.toUtf16)).toEqual([0, 0, 3, 4, 4])
  })
})
