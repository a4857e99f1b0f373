import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from './graphemes.ts'
import { awkwardTextWithOffsets } from './testing/awkward-text.ts'
import { collapseBlank, isBlank, isBlankAt, tidySelection, trimBlank } from './trim.ts'

const everything = (text: string): { start: number; end: number } => ({ start: 0, end: text.length })

describe('trimBlank', () => {
  it.each([
    ['  will deliver \n', 2, 14],
    ['\u00a0\u3000\u202f\u2003a\u200b\u2060\ufeff\t', 4, 5],
    ['a', 0, 1],
    ['\u2028\u0085a b\f', 2, 5],
  ])('%j keeps %i to %i', (text, start, end) => {
    expect(trimBlank(text, everything(text))).toEqual({ start, end })
  })

  it.each(['', ' ', '\n\n', '\u200b\ufeff\u2060\u00a0'])('%j is blank', (text) => {
    expect(trimBlank(text, everything(text))).toBeNull()
    expect(isBlank(text)).toBe(true)
  })

  it('keeps a space that carries an accent', () => {
    expect(trimBlank('  \u0301a', everything('  \u0301a'))).toEqual({ start: 1, end: 4 })
  })
})

describe('tidySelection', () => {
  it('accepts a selection made backwards and beyond the ends', () => {
    expect(tidySelection(' pledge ', { start: 99, end: -4 })).toEqual({ start: 1, end: 7 })
  })

  it('takes whole clusters', () => {
    expect(tidySelection('x 👩‍👩‍👧‍👦 y', { start: 4, end: 5 })).toEqual({ start: 2, end: 13 })
    expect(tidySelection('cafe\u0301 x', { start: 0, end: 4 })).toEqual({ start: 0, end: 5 })
  })

  it('is idempotent, on boundaries, and never larger than the clusters selected', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), ({ text, a, b }) => {
        const tidy = tidySelection(text, { start: a, end: b })
        if (!tidy) {
          expect(isBlank(text.slice(Math.min(a, b), Math.max(a, b)))).toBe(true)
          return
        }
        expect(tidySelection(text, tidy)).toEqual(tidy)
        expect(isGraphemeBoundary(text, tidy.start) && isGraphemeBoundary(text, tidy.end)).toBe(true)
        expect(tidy.end).toBeGreaterThan(tidy.start)
        const firstIsLone = isBlankAt(text, tidy.start) && isGraphemeBoundary(text, tidy.start + 1)
        expect(firstIsLone).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

describe('collapseBlank', () => {
  it('puts text on one line', () => {
    expect(collapseBlank(' Two\n\n words\u00a0\u200b here\t')).toBe('Two words here')
  })
})
