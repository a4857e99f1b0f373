import type { Range } from '../text/ranges.ts'
import { skipBlank, skipBlankBack } from '../text/trim.ts'
import { wordAt } from '../text/words.ts'
import type { Member } from './cluster.ts'
import { intersectionOf, unionOf, without } from './spans.ts'

/** What is special about the words that one annotator marked; UTF-16 ranges of the text, whole words, without blank ends. */
export interface BoundaryMarks {
  readonly annotator: string
  /** Marked here, and not by all. */
  readonly extra: readonly Range[]
  /** Marked by somebody, and not here. */
  readonly missing: readonly Range[]
}

/** For showing where annotators' boundaries differ, in the order of the members. */
export function boundaryMarks(text: string, members: readonly Member[]): BoundaryMarks[] {
  const records = members.map(({ record }) => record)
  const [all, common] = [unionOf(records), intersectionOf(records)]
  return members.map(({ annotator, record }) => ({
    annotator,
    extra: wholeWords(text, without(record.fragments, common), record.fragments),
    missing: wholeWords(text, without(all, record.fragments), all),
  }))
}

/** Differing pieces grown to the words that they cut, as far as `within` goes. */
function wholeWords(text: string, pieces: readonly Range[], within: readonly Range[]): Range[] {
  const words = pieces.flatMap((piece) => {
    const start = skipBlank(text, piece.start, piece.end)
    const end = skipBlankBack(text, start, piece.end)
    if (start >= end) return []
    const bounds = within.find((range) => range.start <= start && end <= range.end) ?? piece
    const first = wordAt(text, start)
    const last = wordAt(text, end - 1)
    return [
      {
        start: Math.max(bounds.start, first && first.start < start && first.end > start ? first.start : start),
        end: Math.min(bounds.end, last && last.end > end && last.start < end ? last.end : end),
      },
    ]
  })
  return unionOf(words.map((range) => ({ fragments: [{ ...range, quote: '' }] })))
}
