import type { Annotation } from '../model/annotation.ts'
import type { Range } from '../text/ranges.ts'

type Spanned = Pick<Annotation, 'fragments'>

/** Everything that one of them marks: UTF-16 ranges in text order, those that touch joined. */
export function unionOf(spans: readonly Spanned[]): Range[] {
  const joined: Range[] = []
  for (const { start, end } of spans.flatMap(({ fragments }) => fragments).toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}

/** What all of them mark; empty where that is nothing. */
export function intersectionOf(spans: readonly Spanned[]): Range[] {
  const [first, ...rest] = spans
  let common: Range[] = first ? first.fragments.map(({ start, end }) => ({ start, end })) : []
  for (const { fragments } of rest) {
    common = common.flatMap((range) =>
      fragments
        .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
        .filter(({ start, end }) => start < end),
    )
  }
  return common
}

/** What is in the first and not in the second; both in text order. */
export function without(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  return ranges.flatMap((range) => {
    const left: Range[] = []
    let at = range.start
    for (const { start, end } of taken) {
      if (end <= at || start >= range.end) continue
      if (start > at) left.push({ start: at, end: start })
      at = Math.max(at, end)
    }
    return at < range.end ? [...left, { start: at, end: range.end }] : left
  })
}
