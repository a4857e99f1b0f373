import { wordRanges } from '../text/count.ts'
import { codePointAfter } from '../text/code-points.ts'
import { finderOf } from '../text/find.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import type { Range } from '../text/ranges.ts'
import { isWordBoundary, wordAt } from '../text/words.ts'
import type { NearTerm, Term } from './query.ts'

/** The places of a text: UTF-16, in order, whole grapheme clusters. */
export type TermFinder = (text: string) => Range[]

export function termFinder(term: Term): TermFinder {
  switch (term.kind) {
    case 'words':
      return term.prefix ? prefixFinder(term.text) : finderOf(term.text, { wholeWord: true, anyBlanks: true })
    case 'regex':
      return regexFinder(term.source)
    case 'near':
      return nearFinder(term)
  }
}

function prefixFinder(text: string): TermFinder {
  const find = finderOf(text, { anyBlanks: true })
  return (whole) =>
    find(whole)
      .filter(({ start }) => isWordBoundary(whole, start))
      .map(({ start, end }) => ({ start, end: isWordBoundary(whole, end) ? end : (wordAt(whole, end - 1)?.end ?? end) }))
}

function regexFinder(source: string): TermFinder {
  const pattern = new RegExp(source, 'giu')
  return (text) => {
    const found: Range[] = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index
      const end = start + match[0].length
      if (end === start) pattern.lastIndex = codePointAfter(text, start)
      else if (isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)) found.push({ start, end })
    }
    return found
  }
}

/** From the one to the next of the other, before and after it. */
function nearFinder({ first, second, within }: NearTerm): TermFinder {
  const findFirst = termFinder(first)
  const findSecond = termFinder(second)
  return (text) => {
    const firsts = findFirst(text)
    if (firsts.length === 0) return []
    const seconds = findSecond(text)
    const pairs = [...pairsOf(text, firsts, seconds, within), ...pairsOf(text, seconds, firsts, within)]
    return outermost(pairs)
  }
}

/** Each of `befores` with the next of `afters` that comes behind it, where fewer than `within` words lie between. */
function pairsOf(text: string, befores: readonly Range[], afters: readonly Range[], within: number): Range[] {
  const found: Range[] = []
  let next = 0
  for (const { start, end } of befores) {
    while (next < afters.length && (afters[next]?.start ?? 0) < end) next += 1
    const after = afters[next]
    if (after && wordRanges(text.slice(end, after.start)).length < within) found.push({ start, end: after.end })
  }
  return found
}

/** In order, each once, none inside another. */
export function outermost(ranges: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1)
    if (!last || range.end > last.end) found.push({ start: range.start, end: range.end })
  }
  return found
}
