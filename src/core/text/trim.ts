import { graphemeCeiling, graphemeFloor, snapToGraphemes } from './graphemes.ts'
import { clampRange, type Range } from './ranges.ts'

/** White_Space, and what is as invisible: zero-width space, word joiner, byte order mark. One UTF-16 unit each. */
const BLANK = /[\p{White_Space}\u200B\u2060\uFEFF]/u

/** Whether the code unit at `offset` is blank. Outside the text: no. */
export function isBlankAt(text: string, offset: number): boolean {
  return BLANK.test(text.charAt(offset))
}

/** Whether nothing in the text can be seen; the empty text is blank. */
export function isBlank(text: string): boolean {
  return skipBlank(text, 0, text.length) === text.length
}

/** The first offset in `[from, to)` that is not blank, else `to`. */
export function skipBlank(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlankAt(text, at)) at += 1
  return at
}

/** The end of what is not blank in `[from, to)`, else `from`. */
export function skipBlankBack(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlankAt(text, at - 1)) at -= 1
  return at
}

/**
 * Takes blanks off both ends (UTF-16; clamped, ends put in order); `null` when nothing else is there. A blank that is
 * part of a larger grapheme cluster, as a space that carries an accent, stays.
 */
export function trimBlank(text: string, range: Range): Range | null {
  const { start, end } = clampRange(range, text.length)
  const first = skipBlank(text, start, end)
  if (first === end) return null
  const last = skipBlankBack(text, first, end)
  return {
    start: Math.max(start, graphemeFloor(text, first)),
    end: Math.min(end, graphemeCeiling(text, last)),
  }
}

/**
 * What a selection means as a span: ends in order and inside the text, blank ends off, whole grapheme clusters.
 * `null` when nothing that can be seen is selected. Idempotent.
 */
export function tidySelection(text: string, range: Range): Range | null {
  const trimmed = trimBlank(text, range)
  return trimmed && snapToGraphemes(text, trimmed)
}

/** Text with every run of blanks as one space and none at the ends, for showing on one line. */
export function collapseBlank(text: string): string {
  return text.replace(/[\p{White_Space}\u200B\u2060\uFEFF]+/gu, ' ').trim()
}
