import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCertainSentenceStart, nextSentence, previousSentence, sentenceAt } from './sentences.ts'
import { awkwardTextWithOffsets } from './testing/awkward-text.ts'

/** Sentences as the caret meets them going forwards. */
function sentencesOf(text: string): string[] {
  const found: string[] = []
  for (let at = text.search(/\S|$/); at < text.length; at = nextSentence(text, at)) {
    const sentence = sentenceAt(text, at)
    expect(sentence?.start).toBe(at)
    found.push(text.slice(sentence?.start, sentence?.end))
  }
  return found
}

describe('sentences', () => {
  it.each([
    ['China met Kenya.| They agreed.|  More?| Yes!'],
    ['Mr. Smith met Dr. A. B. Jones of the U.S. Senate in Jan. 2031.| The talks ended.'],
    ['He lives in the U.S.| The house is big.'],
    ['No. 5 Downing St. is old; see pp. 3 and Art. 7.| No.| Yes.'],
    ['“We will deliver!” he said.| “When?” she asked.| “Soon.”'],
    ['Acme Inc. Chairman John Q. Public spoke at 5 p.m. on Monday.| He left.'],
    ['It rose 3.5 percent... and fell.| It ended… well.'],
    ['Gen. Li, Lt. Col. Wu and Sen. Bo came, e.g. Tuesday.|\n\nNew paragraph|\nAnother'],
    ['两国元首会晤。|他们签署了协议！|“好。”|他说。'],
    ['اتفقت الدولتان.| هل وافقت؟| نعم.'],
    ['यह समझौता है।| वे सहमत हुए।'],
    ['Le M. Dupont est venu.| Il a signé.'],
    ['He met St. John on Main St.| The house of Wu et al.| It and Roe v. Wade, vs. Charles V.| He left.'],
    ['The minister was ill.| Ruto sat.| China won.| MR. LI CAME TO CALIF. MONDAY.'],
    ['This was vitamin C.| The end.'],
  ])('%s', (marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim())
    expect(sentencesOf(marked.replaceAll('|', ''))).toEqual(expected)
  })

  it('blanks belong to the sentence before them, at the start of a line to the first', () => {
    const text = '  One.  Two.  \n \n'
    expect(sentenceAt(text, 0)).toEqual({ start: 2, end: 6 })
    expect(sentenceAt(text, 7)).toEqual({ start: 2, end: 6 })
    expect(sentenceAt(text, 8)).toEqual({ start: 8, end: 12 })
    expect(sentenceAt(text, 14)).toEqual({ start: 8, end: 12 })
    expect(sentenceAt(text, 15)).toBeNull()
    expect(sentenceAt('', 0)).toBeNull()
  })

  it('stop the caret at their starts, both ways', () => {
    const text = ' One. Two.\n\nThree.\n'
    expect([0, 1, 3, 6, 9, 10, 12, 19].map((at) => nextSentence(text, at))).toEqual([1, 6, 6, 12, 12, 12, 19, 19])
    expect([0, 1, 3, 6, 7, 12, 13, 19].map((at) => previousSentence(text, at))).toEqual([0, 0, 1, 1, 6, 6, 12, 12])
  })

  it('hold together in any text', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), ({ text, a }) => {
        const sentence = sentenceAt(text, a)
        if (sentence) {
          expect(sentenceAt(text, sentence.start)).toEqual(sentence)
          expect(sentenceAt(text, sentence.end - 1)).toEqual(sentence)
          expect(text.slice(sentence.start, sentence.end)).not.toContain('\n')
        }
        const next = nextSentence(text, a)
        const previous = previousSentence(text, a)
        expect(next > a || next === text.length).toBe(true)
        expect(previous < a || previous === 0).toBe(true)
        if (next < text.length) {
          expect(sentenceAt(text, next)?.start).toBe(next)
          expect(previousSentence(text, next)).toBeLessThanOrEqual(a)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are the same in a huge paragraph as alone', () => {
    const piece = 'Mr. Li of the U.S. Senate came. “Now!” he said. He left at 5 p.m. Monday. 他说。好！ '
    const huge = piece.repeat(3000)
    const at = piece.length * 1500
    for (let offset = 0; offset < piece.length; offset += 1) {
      const alone = sentenceAt(piece, offset)
      expect(sentenceAt(huge, at + offset)).toEqual(alone && { start: alone.start + at, end: alone.end + at })
    }
  })

  it('start for certain only where the segmenter finds a start in the whole line', () => {
    const latin = ['China', 'met', 'X', '5', '.', '. ', '! ', '?', '\u00a0', ' ', '”', '“', ')', ',', '…', 'É', 'U.S. ']
    const pieces = [...latin, '。', '！', '？', '好', '”', '\u0301', '\u200d', 'ب', '؟ ', '。 ', '\u00ad', '\t', '😀']
    const line = fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: 'max' }).map((list) => list.join(''))
    const whole = new Intl.Segmenter('en', { granularity: 'sentence' })
    fc.assert(
      fc.property(line, (text) => {
        const starts = new Set([...whole.segment(text)].map((segment) => segment.index))
        for (let at = 1; at < text.length; at += 1) {
          if (isCertainSentenceStart(text, at)) expect(starts).toContain(at)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('cut what is far too long for a sentence', () => {
    const text = 'x'.repeat(1_000_000)
    expect(sentenceAt(text, 500_000)?.end).toBeLessThan(520_000)
    expect(nextSentence(text, 500_000)).toBe(sentenceAt(text, 500_000)?.end)
  })
})
