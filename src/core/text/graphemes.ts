import { codePointAfter, codePointBefore, isInsidePair } from './code-points.ts'
import { clampRange, type Range } from './ranges.ts'

/*
 * Grapheme clusters (Unicode annex 29) without segmenting the whole text for one question. A boundary cuts the
 * problem: segmenting may start at any place that is a boundary whatever lies further back. Such places are found
 * by walking back from the question, and are rarely more than a cluster away.
 */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Whether a boundary after this code point depends on what comes before it (emoji ZWJ sequences, Indic conjuncts). */
const LOOKS_BACK = /[\p{Grapheme_Extend}\p{M}\p{Emoji_Modifier}\u200D]/u
const REGIONAL = /\p{Regional_Indicator}/u
const CONJOINING_JAMO = /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/

const UNKNOWN = 0
const PLAIN = 1
const OTHER = 2
/** By UTF-16 unit, filled as units are met: plain units never join with each other. */
const kinds = new Uint8Array(0x10000)

function isPlain(unit: number): boolean {
  if (kinds[unit] === UNKNOWN) kinds[unit] = classify(unit)
  return kinds[unit] === PLAIN
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (char === '\r' || (unit >= 0xd800 && unit <= 0xdfff) || CONJOINING_JAMO.test(char)) return OTHER
  return [...segmenter.segment(`a${char}a`)].length === 3 ? PLAIN : OTHER
}

/** Whether there is a boundary at `offset` for certain, judged from its neighbours alone. */
function isCertainBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return true
  if (isInsidePair(text, offset)) return false
  const beforeAt = codePointBefore(text, offset)
  const before = text.slice(beforeAt, offset)
  if (LOOKS_BACK.test(before)) return false
  const pair = text.slice(beforeAt, codePointAfter(text, offset))
  if (REGIONAL.test(before)) {
    if (REGIONAL.test(pair.slice(before.length))) return regionalsBefore(text, offset) % 2 === 0
  }
  return segmenter.segment(pair).containing(before.length)?.index === before.length
}

/** Length of the run of regional indicators (halves of flags) that ends at `offset`, in code points. */
function regionalsBefore(text: string, offset: number): number {
  let count = 0
  let at = offset
  while (at >= 2 && text.charCodeAt(at - 2) === 0xd83c && isRegionalLow(text.charCodeAt(at - 1))) {
    count += 1
    at -= 2
  }
  return count
}

function isRegionalLow(unit: number): boolean {
  return unit >= 0xdde6 && unit <= 0xddff
}

/** The last certain boundary before `offset` (which is above 0). */
function certainBefore(text: string, offset: number): number {
  let at = offset - 1
  while (!isCertainBoundary(text, at)) at -= 1
  return at
}

/** Whether `offset` (UTF-16) lies between two clusters or at an end of the text. Outside the text: no. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset < 0 || offset > text.length) return false
  if (isCertainBoundary(text, offset)) return true
  if (isInsidePair(text, offset)) return false
  const start = certainBefore(text, offset)
  const window = text.slice(start, codePointAfter(text, offset))
  return segmenter.segment(window).containing(offset - start)?.index === offset - start
}

/** The first boundary after `offset` (UTF-16); the text's length at the end. */
export function nextGrapheme(text: string, offset: number): number {
  if (offset < 0) return 0
  let at = offset + 1
  if (at >= text.length) return text.length
  if (isPlain(text.charCodeAt(offset)) && isPlain(text.charCodeAt(at))) return at
  const start = isCertainBoundary(text, offset) ? offset : certainBefore(text, offset)
  for (let size = 64; ; size *= 8) {
    at = Math.min(text.length, offset + size)
    // A pair cut in two would look like a boundary.
    if (isInsidePair(text, at)) at += 1
    const cluster = segmenter.segment(text.slice(start, at)).containing(offset - start)
    const end = cluster ? start + cluster.index + cluster.segment.length : at
    if (end < at || at === text.length) return end
  }
}

/** The last boundary before `offset` (UTF-16); 0 at the start. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset > text.length) return text.length
  if (offset <= 1) return 0
  const end = isInsidePair(text, offset) ? offset + 1 : offset
  const start = certainBefore(text, end)
  if (end - start === 1) return start
  const cluster = segmenter.segment(text.slice(start, end)).containing(end - start - 1)
  return start + (cluster?.index ?? 0)
}

/** The boundary at or before `offset`. */
export function graphemeFloor(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : previousGrapheme(text, offset)
}

/** The boundary at or after `offset`. */
export function graphemeCeiling(text: string, offset: number): number {
  return isGraphemeBoundary(text, offset) ? offset : nextGrapheme(text, offset)
}

/** The smallest range of whole clusters that holds `range` (UTF-16; clamped to the text, ends put in order). */
export function snapToGraphemes(text: string, range: Range): Range {
  const { start, end } = clampRange(range, text.length)
  return { start: graphemeFloor(text, start), end: graphemeCeiling(text, end) }
}
