import { nextGrapheme, previousGrapheme } from '../text/graphemes.ts'
import type { Range } from '../text/ranges.ts'
import { skipBlank, skipBlankBack, tidySelection } from '../text/trim.ts'
import { nextWord, nextWordEnd, previousWord } from '../text/words.ts'

export type Edge = 'start' | 'end'
export type Direction = 'earlier' | 'later'
export type Unit = 'word' | 'character'

/**
 * A span with one boundary moved by a word or a grapheme cluster, UTF-16. Blanks are stepped over, since a span never begins
 * or ends with one. Null when the boundary cannot move: the text ends there, or nothing would be left.
 */
export function nudge(text: string, range: Range, edge: Edge, direction: Direction, unit: Unit): Range | null {
  const at = STEPS[edge][direction][unit](text, range[edge])
  const moved = edge === 'start' ? { start: at, end: range.end } : { start: range.start, end: at }
  if (moved.start >= moved.end) return null
  const tidy = tidySelection(text, moved)
  return tidy && (tidy.start !== range.start || tidy.end !== range.end) ? tidy : null
}

type Step = (text: string, offset: number) => number

const STEPS: Readonly<Record<Edge, Readonly<Record<Direction, Readonly<Record<Unit, Step>>>>>> = {
  start: {
    earlier: { word: previousWord, character: (text, at) => previousGrapheme(text, skipBlankBack(text, 0, at)) },
    later: { word: nextWord, character: (text, at) => skipBlank(text, nextGrapheme(text, at), text.length) },
  },
  end: {
    earlier: { word: previousWord, character: (text, at) => skipBlankBack(text, 0, previousGrapheme(text, at)) },
    later: { word: nextWordEnd, character: (text, at) => nextGrapheme(text, skipBlank(text, at, text.length)) },
  },
}
