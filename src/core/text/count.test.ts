import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, wordRanges } from './count.ts'
import { awkwardText } from './testing/awkward-text.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function counted(text: string): number {
  return [...segmenter.segment(text)].filter((segment) => segment.isWordLike).length
}

describe('countWords', () => {
  it('counts as the segmenter does in any text', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        expect(countWords(text)).toBe(counted(text))
      }),
    )
  })

  it('counts as the segmenter does in Latin text, by its own rule', () => {
    const unit = fc.constantFrom(...'aZé9ñß0 \n\t.,;:\'’‘"“”-–—…()/%$€&@#!?*+«»°§·_\u00a0\r'.split(''))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60, size: 'max' }), (text) => {
        expect(countWords(text)).toBe(counted(text))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['', 0],
    ['Kenya’s "all-weather" ties, 3.5 per cent.', 7],
    ['中国与肯尼亚', 3],
    ['🇰🇪 …', 0],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('loses no word where a long text is cut', () => {
    expect(countWords('China’s 3.5 ties '.repeat(5000))).toBe(15_000)
    expect(countWords('Kenya signed 北京 and ไทย. '.repeat(2000))).toBe(10_000)
    expect(countWords(`${'e\u0301'.repeat(3000)} end`)).toBe(2)
  })
})

describe('where words are', () => {
  it('there are as many as are counted, in order and as the segmenter cuts them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = wordRanges(text)
        expect(words).toHaveLength(countWords(text))
        expect(words.every(({ start, end }, index) => start < end && (words[index - 1]?.end ?? 0) <= start)).toBe(true)
      }),
    )
    expect(wordRanges('Kenya’s 3.5 – ties.')).toEqual([{ start: 0, end: 7 }, { start: 8, end: 11 }, { start: 14, end: 18 }])
  })
})
