import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll, type FindOptions } from './find.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import { awkwardTextWithOffsets } from './testing/awkward-text.ts'

function found(text: string, query: string, options?: FindOptions): string[] {
  return findAll(text, query, options).map(({ start, end }) => `${start}:${text.slice(start, end)}`)
}

describe('findAll', () => {
  it.each([
    ['case', 'Pledge pledge PLEDGE', 'pLedge', ['0:Pledge', '7:pledge', '14:PLEDGE']],
    ['offsets after İ', 'İİİ Ankara', 'ankara', ['4:Ankara']],
    ['dotted and dotless i', 'İSTANBUL istanbul DIYARBAKIR', 'i̇stanbul', ['0:İSTANBUL', '9:istanbul']],
    ['dotless i', 'DIYARBAKIR', 'diyarbakır', ['0:DIYARBAKIR']],
    ['sharp s in the text', 'Straße STRASSE', 'strasse', ['0:Straße', '7:STRASSE']],
    ['sharp s in the query', 'Straße STRASSE STRAẞE', 'straße', ['0:Straße', '7:STRASSE', '15:STRAẞE']],
    ['three s', 'Flussschiff Flußschiff', 'flussschiff', ['0:Flussschiff', '12:Flußschiff']],
    ['final sigma', 'ΟΔΟΣ οδος', 'οδοσ', ['0:ΟΔΟΣ', '5:οδος']],
    ['no-break space', 'so\u00a0far so\u202ffar', 'so far', ['0:so\u00a0far', '7:so\u202ffar']],
    ['curly quotes', 'Kenya’s “new level”', '\'s "new', ['5:’s “new']],
    ['curly quotes in the query', '"new" it\'s', '“new” it’s', ['0:"new" it\'s']],
    ['composed accents', 'caf\u00e9 cafe\u0301', 'caf\u00e9', ['0:caf\u00e9', '5:cafe\u0301']],
    ['decomposed accents', 'CAF\u00c9 cafe\u0301', 'cafe\u0301', ['0:CAF\u00c9', '5:cafe\u0301']],
    ['no part of a cluster', 'cafe\u0301 cafe', 'cafe', ['6:cafe']],
    ['no part of a family', '👩‍👩‍👧‍👦 👩', '👩', ['12:👩']],
    ['no two halves of flags', '🇨🇳🇰🇪', '🇳🇰', []],
    ['signs of patterns', 'a.c abc (x)[y]{2}^$|\\/-', '(x)[y]{2}^$|\\/-', ['8:(x)[y]{2}^$|\\/-']],
    ['no overlap', 'aaaa', 'aa', ['0:aa', '2:aa']],
    ['after a refused match', 'e\u0301ee', 'ee', ['2:ee']],
    ['Chinese', '签署了协议', '协议', ['3:协议']],
    ['an empty query', 'abc', '', []],
  ])('minds %s', (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  it('minds case when told', () => {
    expect(found('Pledge pledge', 'pledge', { caseSensitive: true })).toEqual(['7:pledge'])
    expect(found('Straße Strasse', 'Strasse', { caseSensitive: true })).toEqual(['7:Strasse'])
    expect(found('a\u00a0“b”', 'a "b"', { caseSensitive: true })).toEqual(['0:a\u00a0“b”'])
  })

  it('finds whole words when told', () => {
    expect(found('the other the', 'the', { wholeWord: true })).toEqual(['0:the', '10:the'])
    expect(found('U.S. and U.S', 'U.S.', { wholeWord: true })).toEqual(['0:U.S.'])
    expect(found('肯尼亚 肯', '肯', { wholeWord: true })).toEqual(['4:肯'])
  })

  it('stops at the limit', () => {
    expect(found('a a a', 'a', { limit: 2 })).toEqual(['0:a', '2:a'])
    expect(found('a', 'a', { limit: 0 })).toEqual([])
  })

  it('finds every slice of a text where it is, as whole clusters', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), fc.boolean(), ({ text, a, b }, caseSensitive) => {
        const start = Math.min(a, b)
        const query = text.slice(start, Math.max(a, b))
        const ranges = findAll(text, query, { caseSensitive })
        for (const range of ranges) {
          expect(isGraphemeBoundary(text, range.start) && isGraphemeBoundary(text, range.end)).toBe(true)
        }
        const isWhole = isGraphemeBoundary(text, start) && isGraphemeBoundary(text, start + query.length)
        if (query === '' || !isWhole) return
        expect(ranges.some((range) => range.start <= start && range.end > start)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
