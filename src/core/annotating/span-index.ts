import { compareRanges, type Range } from '../text/ranges.ts'

/** Spans in a new block; one is cut when it holds twice as many. */
const BLOCK = 64

/** A run of spans in reading order; never empty. */
interface Block<T> {
  readonly spans: readonly T[]
  readonly start: number
  /** The greatest end, so that a question skips all that ends before it. */
  readonly end: number
}

function blocksOf<T extends Range>(sorted: readonly T[], most = BLOCK): Block<T>[] {
  const blocks: Block<T>[] = []
  for (let at = 0; at < sorted.length; at += most) {
    const spans = sorted.slice(at, at + most)
    blocks.push({ spans, start: spans[0]?.start ?? 0, end: spans.reduce((end, span) => Math.max(end, span.end), 0) })
  }
  return blocks
}

/** Both sorted; of equals those of `spans` come first. */
function merged<T extends Range>(spans: readonly T[], coming: readonly T[]): T[] {
  const all: T[] = []
  let next = 0
  for (const span of spans) {
    for (let other = coming[next]; other && compareRanges(other, span) < 0; other = coming[next]) {
      all.push(other)
      next += 1
    }
    all.push(span)
  }
  return all.concat(coming.slice(next))
}

/**
 * Spans of one article by place (UTF-16, end exclusive), for tens of thousands of them. Immutable. Spans with equal
 * ranges keep the order in which they were given; a span of several fragments goes in as several entries.
 */
export class SpanIndex<T extends Range> {
  readonly size: number
  private readonly blocks: readonly Block<T>[]

  private constructor(blocks: readonly Block<T>[], size: number) {
    this.blocks = blocks
    this.size = size
  }

  static of<T extends Range>(spans: Iterable<T>): SpanIndex<T> {
    const sorted = [...spans].sort(compareRanges)
    return new SpanIndex(blocksOf(sorted), sorted.length)
  }

  /** In reading order: by start, then the longer first. */
  get all(): readonly T[] {
    return this.blocks.flatMap(({ spans }) => spans)
  }

  /** Without `removed` (by identity) and with `added`: only the blocks in which something changes are made anew. */
  replaced(removed: Iterable<T>, added: Iterable<T>): SpanIndex<T> {
    const gone = new Set(removed)
    const coming = [...added].sort(compareRanges)
    const touched = new Map<number, T[]>()
    for (const span of gone) for (const at of this.mayHold(span)) touched.set(at, [])
    for (const span of coming) {
      const at = this.blockFor(span)
      const there = touched.get(at)
      if (there) there.push(span)
      else touched.set(at, [span])
    }
    if (this.blocks.length === 0) return SpanIndex.of(coming)
    const blocks: Block<T>[] = []
    let { size } = this
    for (const [at, block] of this.blocks.entries()) {
      const change = touched.get(at)
      if (!change) {
        blocks.push(block)
        continue
      }
      const spans = merged(gone.size > 0 ? block.spans.filter((span) => !gone.has(span)) : block.spans, change)
      size += spans.length - block.spans.length
      blocks.push(...blocksOf(spans, spans.length < 2 * BLOCK ? spans.length : BLOCK))
    }
    return new SpanIndex(blocks, size)
  }

  /** Spans that hold the code unit at `offset`, in reading order. */
  at(offset: number): T[] {
    return this.within(offset, offset + 1)
  }

  /** Spans that share at least one code unit with `[start, end)`, in reading order. */
  within(start: number, end: number): T[] {
    return end > start ? this.collect(end, start + 1) : []
  }

  /** Like `within`, with those that only touch `[start, end)` as well. */
  touching(start: number, end: number): T[] {
    return this.collect(end + 1, start)
  }

  /** Spans that start before `limit` and end at `leastEnd` or later. */
  private collect(limit: number, leastEnd: number): T[] {
    const found: T[] = []
    for (const block of this.blocks) {
      if (block.start >= limit) break
      if (block.end < leastEnd) continue
      for (const span of block.spans) {
        if (span.start >= limit) break
        if (span.end >= leastEnd) found.push(span)
      }
    }
    return found
  }

  /** Index of the last block that does not begin after `span`: where it goes, behind its equals. */
  private blockFor(span: T): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const first = this.blocks[middle]?.spans[0]
      if (first && compareRanges(first, span) <= 0) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  /** Indices of blocks that hold `span`, or one of its equals: equals can lie in several. */
  private mayHold(span: T): number[] {
    const last = this.blockFor(span)
    const found = [last]
    for (let at = last; at > 0; at -= 1) {
      const first = this.blocks[at]?.spans[0]
      if (!first || compareRanges(first, span) < 0) break
      found.push(at - 1)
    }
    return found
  }
}

/** The order in which a click on a place means spans: the shortest, that is the innermost, first. */
export function compareInnermost(a: Range, b: Range): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start
}
