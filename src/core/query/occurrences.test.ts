import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../model/annotation.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import { occurrencesIn } from './occurrences.ts'

const strict = { wholeWord: true, caseSensitive: true }

function marked(label: string, ...ranges: (readonly [number, number])[]): Annotation {
  const at = '2031-03-12T13:03:00.000Z'
  return { id: label, label, fragments: ranges.map(([start, end]) => ({ start, end, quote: 'x' })), prefix: '', suffix: '', attributes: {}, created: at, modified: at }
}

describe('occurrencesIn', () => {
  it('finds words with what stands around them, without blank ends of the question', () => {
    const found = occurrencesIn('The ferry line.\nA ferry, ferrymen and a Ferry.', [], { query: ' ferry\n', ...strict }, 9)
    expect(found.map(({ before, quote, after }) => before + `[${quote}]` + after)).toEqual([
      'The [ferry] line. A ferry, ferrymen and a F', 'The ferry line. A [ferry], ferrymen and a Ferry.',
    ])
  })

  it('takes case and parts of words as it is told, and stops at the limit', () => {
    const text = 'Ferry ferry ferryman'
    const count = (options: object, limit = 9) => occurrencesIn(text, [], { query: 'ferry', ...strict, ...options }, limit).length
    expect([count({}), count({ caseSensitive: false }), count({ wholeWord: false }), count({ caseSensitive: false, wholeWord: false }, 2)]).toEqual([1, 2, 2, 2])
  })

  it('says which labels are exactly there; a piece of a longer span is another thing', () => {
    const annotations = [marked('pledge', [0, 4]), marked('refusal', [0, 4]), marked('near', [0, 9]), marked('pieces', [5, 9], [12, 14])]
    expect(occurrencesIn('talk talk talk', annotations, { query: 'talk', ...strict }, 9).map(({ labels }) => labels)).toEqual([['pledge', 'refusal'], [], []])
  })

  it('finds nothing for blanks', () => {
    expect(occurrencesIn('a b', [], { query: ' \n', ...strict }, 9)).toEqual([])
  })

  it('finds whole characters in any script, in order and apart', () => {
    const piece = fc.constantFrom('👩‍👩‍👧', '🇫🇷', 'e\u0301', 'e', '한', 'ไทย', 'سَلام', 'שלום', ' ', '\n', '市', 'ß', 's')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(piece, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean(), (text, query, wholeWord, caseSensitive) => {
        const whole = text.join('')
        let last = 0
        for (const { start, end, quote } of occurrencesIn(whole, [], { query: query.join(''), wholeWord, caseSensitive }, 99)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(quote).toBe(whole.slice(start, end))
          expect(isGraphemeBoundary(whole, start) && isGraphemeBoundary(whole, end)).toBe(true)
          last = end
        }
      }),
    )
  })
})
