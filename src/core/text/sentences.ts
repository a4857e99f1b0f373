import { ABBREVIATION_REACH, isAbbreviation } from './abbreviations.ts'
import { stretchAt } from './chunks.ts'
import type { Range } from './ranges.ts'
import { isBlankAt, skipBlank, skipBlankBack } from './trim.ts'

/*
 * Sentences as `Intl.Segmenter` finds them, within one paragraph, joined again where it was wrong (abbreviations, a
 * quotation that goes on in lower case). A paragraph is first cut at breaks that are certain from their neighbours, so
 * that the work does not grow with the paragraph.
 */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** No sentence is longer, UTF-16; what seems so (a table, encoded data) is cut. */
const LONGEST = 16_384

const OPENS = /^[\p{Lu}\p{Lo}]/u

function isLineFeed(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a
}

/** Whether a sentence certainly begins at `at`: after `. ` and the like with a capital, or after a full-width stop. */
export function isCertainSentenceStart(text: string, at: number): boolean {
  const previous = text.charCodeAt(at - 1)
  const isWide = previous === 0x3002 || previous === 0xff01 || previous === 0xff1f
  if (!isWide && previous !== 0x20 && previous !== 0xa0) return false
  if (!OPENS.test(text.slice(at, at + 2))) return false
  const stop = isWide ? at : skipBlankBack(text, Math.max(0, at - 8), at)
  if (!/[.!?。！？؟।]/.test(text.charAt(stop - 1))) return false
  return !isAbbreviation(text.slice(Math.max(0, stop - ABBREVIATION_REACH), stop), text.slice(at, at + 16))
}

/** The stretch between certain starts that holds `offset`, which lies in a line before its line feed. */
function windowAt(text: string, offset: number): Range {
  const isLineEdge = (at: number): boolean => isLineFeed(text, at) || isLineFeed(text, at - 1)
  return stretchAt(text, offset, LONGEST, (at) => isLineEdge(at) || isCertainSentenceStart(text, at))
}

/** Sentences of a window, blanks at their ends off, in order. */
function sentencesIn(text: string, window: Range): Range[] {
  const found: Range[] = []
  let start = skipBlank(text, window.start, window.end)
  if (start === window.end) return found
  for (const piece of segmenter.segment(text.slice(window.start, window.end))) {
    const whole = window.start + piece.index + piece.segment.length
    const pieceEnd = whole < window.end ? withoutOpening(text, start, whole) : whole
    const end = skipBlankBack(text, start, pieceEnd)
    const next = skipBlank(text, pieceEnd, window.end)
    if (end <= start || (next < window.end && goesOn(text, end, next))) continue
    found.push({ start, end })
    start = next
  }
  return found
}

/** The segmenter leaves an opening mark right after a stop, as in Chinese, with the sentence before: takes it off. */
function withoutOpening(text: string, start: number, end: number): number {
  if (!/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) return end
  let at = end
  while (at > start && /[“‘「『（《〈【]/.test(text.charAt(at - 1))) at -= 1
  return at
}

/** Whether what begins at `next` belongs to the sentence that seemed to end at `end`. */
function goesOn(text: string, end: number, next: number): boolean {
  const after = text.slice(next, next + 16)
  return /^\p{Ll}/u.test(after) || isAbbreviation(text.slice(Math.max(0, end - ABBREVIATION_REACH), end), after)
}

/** `offset`; where it falls on blanks, the visible place before it on its line, else after, else `null`. */
function visibleNear(text: string, offset: number): number | null {
  if (offset < text.length && !isBlankAt(text, offset)) return offset
  let at = offset
  while (at > 0 && isBlankInLine(text, at - 1)) at -= 1
  if (at > 0 && !isLineFeed(text, at - 1)) return at - 1
  while (isBlankInLine(text, at)) at += 1
  return at < text.length && !isLineFeed(text, at) ? at : null
}

function isBlankInLine(text: string, at: number): boolean {
  return !isLineFeed(text, at) && isBlankAt(text, at)
}

/**
 * The sentence that holds `offset` (UTF-16), without blanks at its ends; blanks count to the sentence before them,
 * those at the start of a paragraph to its first. `null` in a blank paragraph.
 */
export function sentenceAt(text: string, offset: number): Range | null {
  const at = visibleNear(text, Math.min(Math.max(offset, 0), text.length))
  if (at === null) return null
  const sentences = sentencesIn(text, windowAt(text, at))
  return sentences.findLast((sentence) => sentence.start <= at) ?? sentences[0] ?? null
}

/** Start of the first sentence that begins after `offset` (UTF-16), else the text's length. Caret stop. */
export function nextSentence(text: string, offset: number): number {
  const from = Math.max(0, offset)
  if (from >= text.length) return text.length
  if (isLineFeed(text, from)) return skipBlank(text, from, text.length)
  const window = windowAt(text, from)
  const next = sentencesIn(text, window).find((sentence) => sentence.start > from)
  return next ? next.start : skipBlank(text, window.end, text.length)
}

/** Start of the last sentence that begins before `offset` (UTF-16); 0 when there is none. Caret stop. */
export function previousSentence(text: string, offset: number): number {
  const before = Math.min(offset, text.length)
  if (before <= 0) return 0
  const visible = isBlankAt(text, before - 1) ? skipBlankBack(text, 0, before) : before
  return visible === 0 ? 0 : (sentenceAt(text, visible - 1)?.start ?? 0)
}
