import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awkwardText } from './testing/awkward-text.ts'
import { isWordBoundary, nextWord, nextWordEnd, previousWord, wordAt } from './words.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Boundaries of each line segmented as a whole. */
function boundariesOf(text: string): number[] {
  const found = new Set([0, text.length])
  let start = 0
  for (const line of text.split('\n')) {
    for (const segment of segmenter.segment(line)) found.add(start + segment.index)
    found.add(start + line.length)
    start += line.length + 1
    found.add(Math.min(start, text.length))
  }
  return [...found].toSorted((a, b) => a - b)
}

function wordsOf(text: string): string[] {
  const found: string[] = []
  for (let at = wordAt(text, 0)?.start === 0 ? 0 : nextWord(text, 0); at < text.length; at = nextWord(text, at)) {
    const word = wordAt(text, at)
    found.push(text.slice(word?.start, word?.end))
  }
  return found
}

describe('words', () => {
  it('have the borders that each line has when it is segmented as a whole', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
        expect(offsets.filter((offset) => isWordBoundary(text, offset))).toEqual(boundariesOf(text))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['Kenya’s "all-weather" ties, 3.5 per cent.', ['Kenya’s', 'all', 'weather', 'ties', '3.5', 'per', 'cent']],
    ['中国与肯尼亚签署了协议。', ['中国', '与', '肯尼亚', '签署', '了', '协议']],
    ['ภาษาไทยเป็นภาษา', ['ภาษา', 'ไทย', 'เป็น', 'ภาษา']],
    ['اتفقت الدولتان، أمس', ['اتفقت', 'الدولتان', 'أمس']],
    ['👩‍👩‍👧‍👦 🇰🇪 cafe\u0301\n\n\tend', ['👩‍👩‍👧‍👦', '🇰🇪', 'cafe\u0301', 'end']],
    ['... — !', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('are found from inside and from either edge', () => {
    const text = 'We will. Yes'
    expect([3, 5, 7].map((at) => wordAt(text, at))).toEqual(Array(3).fill({ start: 3, end: 7 }))
    expect(wordAt(text, 8)).toBeNull()
    expect(wordAt(text, 12)).toEqual({ start: 9, end: 12 })
    expect(wordAt('', 0)).toBeNull()
  })

  it('stop the caret at starts; extending a selection stops at ends', () => {
    const text = ' We will. Yes '
    expect([0, 1, 4, 9, 10].map((at) => nextWord(text, at))).toEqual([1, 4, 10, 10, 14])
    expect([0, 1, 3, 4, 8, 13].map((at) => nextWordEnd(text, at))).toEqual([3, 3, 8, 8, 13, 14])
    expect([14, 10, 9, 4, 1, 0].map((at) => previousWord(text, at))).toEqual([10, 4, 4, 1, 0, 0])
  })

  it('steps agree both ways from any offset', () => {
    fc.assert(
      fc.property(awkwardText(), (text) => {
        for (let at = 0; at <= text.length; at += 1) {
          const next = nextWord(text, at)
          expect(next > at || next === text.length).toBe(true)
          if (next < text.length) expect(wordAt(text, next)?.start).toBe(next)
          const previous = previousWord(text, at)
          expect(previous < at || previous === 0).toBe(true)
          if (previous > 0) expect(nextWord(text, previous)).toBeGreaterThanOrEqual(at)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('in a line of a million letters without a blank, stops are the same there and back', () => {
    const text = '签署了协议与肯尼亚'.repeat(100_000)
    const forth: number[] = []
    for (let at = 450_000; at < 453_000; at = nextWord(text, at)) forth.push(at)
    const last = forth.at(-1) ?? 0
    const back: number[] = []
    for (let at = last; at > 450_000; at = previousWord(text, at)) back.unshift(at)
    expect(forth.length).toBeGreaterThan(600)
    expect(back).toEqual(forth.slice(1))
  })
})
