import { compareRanges, type Range } from '../text/ranges.ts'
import type { SpanIndex } from './span-index.ts'

/*
 * Each span is underlined in a lane of its own among those that it overlaps or touches, so that nested, identical and
 * adjoining spans can be told apart. Lanes are counted from 0, nearest to the text.
 */

/** Lanes for spans in reading order: each takes the lowest that is free at its start. Entry for entry. */
export function assignLanes(spans: readonly Range[]): number[] {
  const ends: number[] = []
  return spans.map((span) => {
    const free = ends.findIndex((end) => end < span.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = span.end
    return lane
  })
}

/** `range` grown until no span crosses or touches its ends from outside: lanes inside depend on nothing else. */
export function clusterAround<T extends Range>(index: SpanIndex<T>, range: Range): { range: Range; spans: readonly T[] } {
  let { start, end } = range
  for (;;) {
    const spans = index.touching(start, end)
    const from = spans.reduce((least, span) => Math.min(least, span.start), start)
    const to = spans.reduce((most, span) => Math.max(most, span.end), end)
    if (from === start && to === end) return { range: { start, end }, spans }
    start = from
    end = to
  }
}

/** The lanes of an index's spans, found where they are asked for and kept in step when spans come and go: never all of them. */
export class LaneTable<T extends Range> {
  private readonly lanes = new Map<T, number>()
  private index: SpanIndex<T>

  constructor(index: SpanIndex<T>) {
    this.index = index
  }

  /** The lane of a span of the index. */
  of(span: T): number {
    const known = this.lanes.get(span)
    if (known !== undefined) return known
    this.assign(clusterAround(this.index, span).spans)
    return this.lanes.get(span) ?? 0
  }

  /** Takes over a changed index; answers the ranges (UTF-16) in which lanes may have changed, sorted and apart. */
  update(index: SpanIndex<T>, removed: readonly T[], added: readonly T[]): Range[] {
    this.index = index
    for (const span of removed) this.lanes.delete(span)
    const changed: Range[] = []
    for (const span of [...removed, ...added].sort(compareRanges)) {
      const last = changed.at(-1)
      if (last && span.end <= last.end) continue
      const cluster = clusterAround(index, span)
      this.assign(cluster.spans)
      const joined = last && cluster.range.start <= last.end
      if (joined) changed[changed.length - 1] = { start: Math.min(last.start, cluster.range.start), end: cluster.range.end }
      else changed.push(cluster.range)
    }
    return changed
  }

  private assign(spans: readonly T[]): void {
    const lanes = assignLanes(spans)
    for (const [index, span] of spans.entries()) this.lanes.set(span, lanes[index] ?? 0)
  }
}
