import { stretchAt } from './chunks.ts'
import { codePointAfter, codePointBefore } from './code-points.ts'
import type { Range } from './ranges.ts'

/*
 * Words as `Intl.Segmenter` finds them (a dictionary for Chinese, Japanese, Thai and the like). Only segments with a
 * letter, a digit, an underscore or an emoji count as words; blanks and punctuation lie between them. Each line is
 * cut at certain boundaries first (a letter after a blank), so that a question costs the same in any text.
 */

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

const WORDY = /[\p{L}\p{N}\p{Pc}\p{Extended_Pictographic}\p{Regional_Indicator}]/u
const NEXT_WORDY = new RegExp(WORDY.source, 'gu')

/** No run without a blank is segmented in longer pieces, UTF-16. */
const LONGEST_RUN = 512

/** Joins the character before it, whatever that is. */
const JOINS = /^[\p{M}\p{Cf}\p{Grapheme_Extend}\p{Emoji_Modifier}\p{White_Space}]/u

/** Blank, tab, line feed; wide blank, comma and stop. */
const GAPS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x3000, 0x3001, 0x3002])

/** Whether a word boundary lies at `at` for certain, judged from its neighbours alone. */
export function isCertainWordStart(text: string, at: number): boolean {
  if (!GAPS.has(text.charCodeAt(at - 1))) return false
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit > 0x20 : !JOINS.test(text.slice(at, at + 2))
}

/** The segment (word, blanks or punctuation) that holds `offset`, which is inside the text. */
function segmentAt(text: string, offset: number): Range {
  const window = stretchAt(text, offset, LONGEST_RUN, (at) => {
    return text.charCodeAt(at) === 0x0a || text.charCodeAt(at - 1) === 0x0a || isCertainWordStart(text, at)
  })
  const found = segmenter.segment(text.slice(window.start, window.end)).containing(offset - window.start)
  if (!found) return window
  const start = window.start + found.index
  return { start, end: start + found.segment.length }
}

function wordContaining(text: string, offset: number): Range | null {
  if (offset < 0 || offset >= text.length) return null
  const segment = segmentAt(text, offset)
  return WORDY.test(text.slice(segment.start, segment.end)) ? segment : null
}

/** The word that holds or touches `offset` (UTF-16); between two words that meet, the later. `null` beside no word. */
export function wordAt(text: string, offset: number): Range | null {
  return wordContaining(text, offset) ?? wordContaining(text, offset - 1)
}

/** Whether `offset` (UTF-16) lies at a border of words, blanks or punctuation, or at an end of the text. */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length
  return segmentAt(text, offset).start === offset
}

/** The first word of which some part lies at or after `offset`. */
function wordFrom(text: string, offset: number): Range | null {
  for (let at = Math.max(0, offset); at < text.length; ) {
    NEXT_WORDY.lastIndex = at
    const match = NEXT_WORDY.exec(text)
    if (!match) return null
    const word = wordContaining(text, match.index)
    if (word && word.end > offset) return word
    at = codePointAfter(text, match.index)
  }
  return null
}

/** Start of the first word that begins after `offset` (UTF-16); the text's length when there is none. Caret stop. */
export function nextWord(text: string, offset: number): number {
  const word = wordFrom(text, offset)
  if (!word) return text.length
  return word.start > offset ? word.start : (wordFrom(text, word.end)?.start ?? text.length)
}

/** End of the first word that ends after `offset` (UTF-16), else the text's length. For extending a selection. */
export function nextWordEnd(text: string, offset: number): number {
  return wordFrom(text, offset)?.end ?? text.length
}

/** Start of the last word that begins before `offset` (UTF-16); 0 when there is none. Caret stop. */
export function previousWord(text: string, offset: number): number {
  const here = wordContaining(text, Math.min(offset, text.length) - 1)
  if (here) return here.start
  for (let at = Math.min(offset, text.length); at > 0; ) {
    at = codePointBefore(text, at)
    if (!WORDY.test(text.slice(at, at + 2))) continue
    const word = wordContaining(text, at)
    if (word && word.start < offset) return word.start
  }
  return 0
}
