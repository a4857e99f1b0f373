import { compareRanges, type Range } from '../text/ranges.ts'

/** Entries for which one greatest end is kept, so that a question skips all that ends before it. */
const BLOCK = 64

/** First index of `sorted` whose value is at or above `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Spans of one article by place (UTF-16, end exclusive), for tens of thousands of them. Immutable. Spans with equal
 * ranges keep the order in which they were given; a span of several fragments goes in as several entries.
 */
export class SpanIndex<T extends Range> {
  /** In reading order: by start, then the longer first. */
  readonly all: readonly T[]
  private readonly starts: Float64Array
  private readonly blockEnds: Float64Array

  private constructor(sorted: readonly T[]) {
    this.all = sorted
    this.starts = new Float64Array(sorted.length)
    this.blockEnds = new Float64Array(Math.ceil(sorted.length / BLOCK))
    for (const [index, span] of sorted.entries()) {
      this.starts[index] = span.start
      const block = Math.floor(index / BLOCK)
      this.blockEnds[block] = Math.max(this.blockEnds[block] ?? 0, span.end)
    }
  }

  static of<T extends Range>(spans: Iterable<T>): SpanIndex<T> {
    return new SpanIndex([...spans].sort(compareRanges))
  }

  get size(): number {
    return this.all.length
  }

  /** Without `removed` (by identity) and with `added`, without sorting all of it again. */
  replaced(removed: Iterable<T>, added: Iterable<T>): SpanIndex<T> {
    const gone = new Set(removed)
    const coming = [...added].sort(compareRanges)
    const merged: T[] = []
    let next = 0
    for (const span of this.all) {
      if (gone.has(span)) continue
      for (let other = coming[next]; other && compareRanges(other, span) < 0; other = coming[next]) {
        merged.push(other)
        next += 1
      }
      merged.push(span)
    }
    for (; next < coming.length; next += 1) {
      const span = coming[next]
      if (span) merged.push(span)
    }
    return new SpanIndex(merged)
  }

  /** Spans that hold the code unit at `offset`, in reading order. */
  at(offset: number): T[] {
    return this.within(offset, offset + 1)
  }

  /** Spans that share at least one code unit with `[start, end)`, in reading order. */
  within(start: number, end: number): T[] {
    return end > start ? this.collect(lowerBound(this.starts, end), start + 1) : []
  }

  /** Like `within`, with those that only touch `[start, end)` as well. */
  touching(start: number, end: number): T[] {
    return this.collect(lowerBound(this.starts, end + 1), start)
  }

  /** Of the first `count` spans those that end at `leastEnd` or later. */
  private collect(count: number, leastEnd: number): T[] {
    const found: T[] = []
    for (let block = 0; block * BLOCK < count; block += 1) {
      if ((this.blockEnds[block] ?? 0) < leastEnd) continue
      const until = Math.min(count, (block + 1) * BLOCK)
      for (let index = block * BLOCK; index < until; index += 1) {
        const span = this.all[index]
        if (span && span.end >= leastEnd) found.push(span)
      }
    }
    return found
  }
}

/** The order in which a click on a place means spans: the shortest, that is the innermost, first. */
export function compareInnermost(a: Range, b: Range): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start
}
