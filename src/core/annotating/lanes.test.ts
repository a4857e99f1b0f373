import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../text/ranges.ts'
import { assignLanes, clusterAround, LaneTable } from './lanes.ts'
import { SpanIndex } from './span-index.ts'

const spans: fc.Arbitrary<Range[]> = fc
  .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 20 })), { maxLength: 120 })
  .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })))

describe('lanes', () => {
  it('gives nested, identical and adjoining spans lanes of their own, and uses a free lane again', () => {
    const sorted = [
      { start: 0, end: 20 },
      { start: 2, end: 5 },
      { start: 2, end: 5 },
      { start: 5, end: 9 },
      { start: 12, end: 15 },
      { start: 30, end: 31 },
    ]
    expect(assignLanes(sorted)).toEqual([0, 1, 2, 3, 1, 0])
  })

  it('never puts two spans that overlap or touch in one lane, and needs no more lanes than lie over one place', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const { all } = SpanIndex.of(given)
        const lanes = assignLanes(all)
        for (const [i, a] of all.entries()) {
          for (const [j, b] of all.entries()) {
            if (i < j && lanes[i] === lanes[j]) expect(a.end < b.start || b.end < a.start).toBe(true)
          }
        }
        const depth = Math.max(0, ...all.map((at) => all.filter((s) => s.start <= at.start && s.end >= at.start).length))
        expect(Math.max(0, ...lanes.map((lane) => lane + 1))).toBeLessThanOrEqual(depth)
      }),
    )
  })

  it('keeps in step as if assigned anew, and names every range in which a lane changed', () => {
    fc.assert(
      fc.property(spans, spans, fc.func(fc.boolean()), (before, added, goes) => {
        const first = SpanIndex.of(before)
        const table = new LaneTable(first)
        const old = new Map(first.all.map((span) => [span, table.of(span)]))
        const removed = before.filter((span) => goes(span.start, span.end))
        const second = first.replaced(removed, added)
        const changed = table.update(second, removed, added)
        const anew = assignLanes(second.all)
        expect(second.all.map((span) => table.of(span))).toEqual(anew)
        const isInside = (span: Range): boolean => changed.some((range) => range.start <= span.start && span.end <= range.end)
        for (const span of second.all) if (old.get(span) !== table.of(span)) expect(isInside(span)).toBe(true)
        for (const [index, range] of changed.entries()) {
          const next = changed[index + 1]
          if (next) expect(range.end).toBeLessThan(next.start)
        }
      }),
    )
  })

  it('grows a range over the whole chain of spans, and no further', () => {
    const index = SpanIndex.of([
      { start: 0, end: 3 },
      { start: 4, end: 8 },
      { start: 7, end: 10 },
      { start: 10, end: 12 },
      { start: 13, end: 14 },
    ])
    expect(clusterAround(index, { start: 9, end: 10 }).range).toEqual({ start: 4, end: 12 })
  })
})
