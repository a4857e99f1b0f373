import { clauseAt } from '../text/clauses.ts'
import { paragraphAt } from '../text/paragraphs.ts'
import { contains, equalRanges, type Range } from '../text/ranges.ts'
import { sentenceAt } from '../text/sentences.ts'
import { skipBlank, tidySelection } from '../text/trim.ts'
import { wordAt } from '../text/words.ts'

type UnitAt = (text: string, offset: number) => Range | null

/** From small to large. */
const UNITS: readonly UnitAt[] = [wordAt, clauseAt, sentenceAt, paragraphAt, (text) => ({ start: 0, end: text.length })]

/** The next larger stretch around a selection or a caret, UTF-16: word, clause, sentence, paragraph, all. Null when all is selected. */
export function grow(text: string, range: Range): Range | null {
  for (const unitAt of UNITS) {
    const first = unitAt(text, range.start)
    const last = range.end > range.start ? unitAt(text, range.end - 1) : first
    const hull = tidySelection(text, { start: first?.start ?? range.start, end: last?.end ?? range.end })
    if (hull && contains(hull, range) && !equalRanges(hull, range)) return hull
  }
  return null
}

/** The next smaller stretch at the start of a selection, UTF-16; an empty one, a caret, below a word. Null for a caret. */
export function shrink(text: string, range: Range): Range | null {
  if (range.start >= range.end) return null
  const first = skipBlank(text, range.start, range.end)
  for (const unitAt of UNITS.toReversed()) {
    const unit = unitAt(text, first)
    const tidy = unit && tidySelection(text, unit)
    if (tidy && contains(range, tidy) && !equalRanges(range, tidy)) return tidy
  }
  return { start: range.start, end: range.start }
}
