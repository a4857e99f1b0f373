/** A stretch of one text: UTF-16 offsets over the normalised text, end exclusive, `start <= end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Whether they share at least one code unit. Ranges that only touch, and empty ranges, share none. */
export function overlaps(a: Range, b: Range): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

/** Whether `inner` lies within `outer`; a range contains itself, and an empty range that touches it. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** What is left of some ranges, in their order, when another is taken out of each; a range may fall into two. */
export function subtractRange(ranges: readonly Range[], taken: Range): Range[] {
  return ranges.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, taken.start) },
      { start: Math.max(start, taken.end), end },
    ].filter((piece) => piece.start < piece.end),
  )
}

export function equalRanges(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end
}

/** Reading order: by start, then the longer first, so that an outer range comes before what it contains. */
export function compareRanges(a: Range, b: Range): number {
  return a.start - b.start || b.end - a.end
}

/** Puts the ends in order and inside `[0, length]`; a selection made backwards has its ends reversed. */
export function clampRange(range: Range, length: number): Range {
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), length)
  const a = clamp(range.start)
  const b = clamp(range.end)
  return a <= b ? { start: a, end: b } : { start: b, end: a }
}
