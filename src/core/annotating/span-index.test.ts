import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRanges, type Range } from '../text/ranges.ts'
import { compareInnermost, SpanIndex } from './span-index.ts'

interface Span extends Range {
  readonly id: number
}

const spans: fc.Arbitrary<Span[]> = fc
  .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { maxLength: 250 })
  .map((pairs) => pairs.map(([start, length], id) => ({ id, start, end: start + length })))
const ids = (found: readonly Span[]): number[] => found.map((span) => span.id)

describe('SpanIndex', () => {
  it('finds what brute force finds, in reading order', () => {
    fc.assert(
      fc.property(spans, fc.nat(370), fc.nat(80), (all, start, length) => {
        const index = SpanIndex.of(all)
        const sorted = [...all].sort(compareRanges)
        const end = start + length
        expect(ids(index.all)).toEqual(ids(sorted))
        expect(ids(index.at(start))).toEqual(ids(sorted.filter((span) => span.start <= start && start < span.end)))
        expect(ids(index.within(start, end))).toEqual(
          ids(sorted.filter((span) => length > 0 && span.start < end && span.end > start)),
        )
        expect(ids(index.touching(start, end))).toEqual(ids(sorted.filter((span) => span.start <= end && span.end >= start)))
      }),
    )
  })

  it('is the same after spans were taken out and put in as when built anew', () => {
    fc.assert(
      fc.property(spans, spans, fc.func(fc.boolean()), (before, more, goes) => {
        const added = more.map((span) => ({ ...span, id: span.id + 1000 }))
        const removed = before.filter((span) => goes(span.id))
        const kept = before.filter((span) => !removed.includes(span))
        const changed = SpanIndex.of(before).replaced(removed, added)
        const anew = SpanIndex.of([...kept, ...added])
        expect(ids(changed.all)).toEqual(ids(anew.all))
        expect(ids(changed.within(100, 140))).toEqual(ids(anew.within(100, 140)))
      }),
    )
  })

  it('finds a span that covers everything among 20,000 small ones', () => {
    const small = Array.from({ length: 20_000 }, (_, id) => ({ id, start: id * 10, end: id * 10 + 5 }))
    const index = SpanIndex.of([...small, { id: -1, start: 0, end: 200_000 }])
    expect(ids(index.at(123_456))).toEqual([-1])
    expect(ids(index.at(123_452))).toEqual([-1, 12_345])
  })

  it('puts the innermost first for a click', () => {
    const outer = { start: 0, end: 10 }
    const inner = { start: 2, end: 4 }
    const later = { start: 3, end: 5 }
    expect([outer, inner, later].sort(compareInnermost)).toEqual([later, inner, outer])
  })
})
