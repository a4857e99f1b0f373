import { nextGrapheme, previousGrapheme, graphemeFloor } from '../text/graphemes.ts'
import type { Range } from '../text/ranges.ts'
import { tidySelection } from '../text/trim.ts'
import { nextWord, nextWordEnd, previousWord } from '../text/words.ts'
import type { Edge, Unit } from './nudge.ts'

/**
 * A piece of a span with one boundary dragged to a place, UTF-16: by words to the nearest border of one, else between
 * grapheme clusters. The other boundary stays, and at least the character beside it.
 */
export function dragBoundary(text: string, range: Range, edge: Edge, offset: number, unit: Unit): Range {
  const at = graphemeFloor(text, Math.min(Math.max(offset, 0), text.length))
  const wanted = unit === 'character' ? at : nearest(at, edge === 'start' ? wordStarts(text, at) : wordEnds(text, at))
  const moved =
    edge === 'start'
      ? { start: Math.min(wanted, previousGrapheme(text, range.end)), end: range.end }
      : { start: range.start, end: Math.max(wanted, nextGrapheme(text, range.start)) }
  return tidySelection(text, moved) ?? range
}

/** Where the word before a place and the one from it on begin. */
function wordStarts(text: string, at: number): readonly number[] {
  const next = nextWord(text, at - 1)
  return next < text.length ? [previousWord(text, at), next] : [previousWord(text, at)]
}

/** Where the word before a place and the one from it on end. */
function wordEnds(text: string, at: number): readonly number[] {
  const start = previousWord(text, at)
  const end = nextWordEnd(text, start)
  const before = end <= at ? end : nextWordEnd(text, previousWord(text, start))
  return [before, nextWordEnd(text, at - 1)]
}

function nearest(at: number, offsets: readonly number[]): number {
  return offsets.reduce((best, offset) => (Math.abs(offset - at) < Math.abs(best - at) ? offset : best), offsets[0] ?? at)
}
