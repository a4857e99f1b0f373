import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../text/normalise.ts'
import { awkwardText } from '../text/testing/awkward-text.ts'
import { judgeOffsets, judgementText } from './judge-unit.ts'
import { createUnitMap, fromUnit, toUnit, type Counting } from './units.ts'

const COUNTINGS: Counting[] = (['utf16', 'codepoint', 'byte', 'grapheme'] as const).flatMap((unit) =>
  (['lf', 'crlf2', 'crlf1'] as const).map((newline) => ({ unit, newline })),
)

describe('units at the border', () => {
  it('go there and back at every place that has one', () => {
    fc.assert(
      fc.property(awkwardText(), fc.constantFrom(...COUNTINGS), (raw, counting) => {
        const text = normaliseText(raw)
        const map = createUnitMap(text, counting)
        for (let offset = 0; offset <= map.length; offset += 1) {
          const at = map.fromUnit(offset)
          if (at !== null) expect(map.toUnit(at)).toBe(offset)
        }
        expect(map.fromUnit(map.length)).toBe(text.length)
        expect([-1, 0.5, map.length + 1, Number.NaN].map(map.fromUnit)).toEqual([null, null, null, null])
      }),
    )
  })

  it('agree with the platform: code points, bytes, and the raw text with its CRs', () => {
    fc.assert(
      fc.property(awkwardText().map((text) => Buffer.from(text).toString()), (raw) => {
        const kept = `${raw.replace(/^\ufeff+/, '')}\r\n`
        const text = normaliseText(kept)
        const maps = COUNTINGS.filter(({ newline }) => newline === 'crlf2').map((counting) => [counting.unit, createUnitMap(text, counting, kept)] as const)
        let at = 0
        for (let i = 0; i <= kept.length; i += 1) {
          const inside = (kept[i - 1] === '\r' && kept[i] === '\n') || /[\ud800-\udbff]/.test(kept[i - 1] ?? '')
          if (!inside) {
            const before = kept.slice(0, i)
            for (const [unit, map] of maps) {
              if (unit === 'utf16') expect(map.toUnit(at)).toBe(i)
              if (unit === 'codepoint') expect(map.toUnit(at)).toBe([...before].length)
              if (unit === 'byte') expect(map.toUnit(at)).toBe(Buffer.byteLength(before))
            }
          }
          if (!(kept[i] === '\r' && kept[i + 1] === '\n')) at += 1
        }
      }),
    )
  })

  it('have no place inside a pair or a cluster, nor between CR and LF', () => {
    expect([0, 1, 2, 3].map((offset) => fromUnit('😀x', offset, 'utf16'))).toEqual([0, null, 2, 3])
    expect([0, 1, 4, 5].map((offset) => fromUnit('😀x', offset, 'byte'))).toEqual([0, null, 2, 3])
    expect([0, 1, 2, 3].map((offset) => fromUnit('a\nb', offset, 'codepoint', 'crlf2'))).toEqual([0, 1, null, 2])
    expect([0, 1, 2].map((offset) => fromUnit('👩‍👩‍👧x', offset, 'grapheme'))).toEqual([0, 8, 9])
    expect(toUnit('e\u0301x', 2, 'grapheme')).toBe(1)
  })
})

describe('judging a unit', () => {
  const text = 'x 🚑🚑 alpha beta\ngamma delta'
  const words = ['alpha', 'beta', 'gamma', 'delta']
  const placesIn = (counting: Counting, surface: boolean) => {
    const map = createUnitMap(text, counting)
    return words.map((word) => ({ start: map.toUnit(text.indexOf(word)), end: map.toUnit(text.indexOf(word) + word.length), ...(surface && { surface: word }) }))
  }

  it.each(COUNTINGS.filter(({ unit, newline }) => newline !== 'crlf1' && !(unit === 'grapheme')))('offers what fits by the words: %j', (counting) => {
    const judged = judgeOffsets([{ text, places: placesIn(counting, true) }], [{ unit: 'codepoint', newline: 'lf' }])
    expect(judged.offer?.counting ?? judged.counting).toEqual(counting)
    expect(judged.offer?.fits ?? judged.fits).toBe(4)
  })

  it('chooses by the borders of words where nothing says the unit', () => {
    const judged = judgeOffsets([{ text, places: placesIn({ unit: 'codepoint', newline: 'lf' }, false) }], [{ unit: 'utf16', newline: 'lf' }, { unit: 'codepoint', newline: 'lf' }])
    expect(judged).toMatchObject({ counting: { unit: 'codepoint', newline: 'lf' }, by: 'chosen', fits: 4, of: 4, offer: null })
    expect(judgementText(judged)).toBe('offsets read as code points because most fit that way: 4 of 4 fit')
  })
})
