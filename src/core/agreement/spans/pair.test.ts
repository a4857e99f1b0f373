import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countModes, possibleOf, actualOf, modes, scores } from './modes.ts'
import { pairSpans, type PairKind } from './pair.ts'
import type { SpanLike } from './span.ts'
import { spanOverlap } from './span.ts'
import { someSpans } from '../testing/arbitraries.ts'

function span(start: number, end: number, label = 'pledge'): SpanLike {
  return { label, fragments: [{ start, end }] }
}

/** The answer by trying everything, as a list of kinds. */
function bestByTrying(a: readonly SpanLike[], b: readonly SpanLike[]): number[] {
  let best: number[] = [0, 0, 0, 0]
  const go = (index: number, used: ReadonlySet<number>, counts: readonly number[]): void => {
    const left = a[index]
    if (!left) {
      const better = counts.findIndex((count, key) => count !== best[key])
      if (better >= 0 && (counts[better] ?? 0) > (best[better] ?? 0)) best = [...counts]
      return
    }
    go(index + 1, used, counts)
    for (const [at, right] of b.entries()) {
      if (used.has(at) || spanOverlap(left, right) === 0) continue
      const exact = JSON.stringify(left.fragments) === JSON.stringify(right.fragments)
      const kind = (exact ? 0 : 2) + (left.label === right.label ? 0 : 1)
      go(index + 1, new Set([...used, at]), counts.map((count, key) => count + (key === kind ? 1 : 0)))
    }
  }
  go(0, new Set(), [0, 0, 0, 0])
  return best
}

const KINDS: readonly PairKind[] = ['exact_label', 'exact', 'overlap_label', 'overlap']

describe('the pairing of spans', () => {
  it('takes the exact one, not the first that overlaps', () => {
    const { pairs, onlyA, onlyB } = pairSpans([span(0, 10)], [span(2, 4), span(0, 10)])
    expect(pairs).toEqual([{ a: 0, b: 1, kind: 'exact_label', overlap: 10 }])
    expect([onlyA, onlyB]).toEqual([[], [0]])
  })

  it('prefers same boundaries to the same label', () => {
    const { pairs } = pairSpans([span(0, 10)], [span(0, 10, 'demand'), span(0, 9)])
    expect(pairs).toEqual([{ a: 0, b: 0, kind: 'exact', overlap: 10 }])
  })

  it('breaks ties by the greater IoU, then by the smaller start', () => {
    expect(pairSpans([span(0, 10)], [span(0, 3), span(4, 10)]).pairs[0]?.b).toBe(1)
    expect(pairSpans([span(0, 10)], [span(6, 10), span(0, 4)]).pairs[0]?.b).toBe(1)
  })

  it('does not take touching spans for overlapping ones', () => {
    expect(pairSpans([span(0, 3)], [span(3, 6)]).pairs).toEqual([])
  })

  it('adds up the overlap of the pieces of a discontinuous span', () => {
    const one = { label: 'pledge', fragments: [{ start: 0, end: 4 }, { start: 10, end: 14 }] }
    const { pairs } = pairSpans([one], [span(2, 12)])
    expect(pairs).toEqual([{ a: 0, b: 0, kind: 'overlap_label', overlap: 4 }])
    expect(pairSpans([one], [span(4, 10)]).pairs).toEqual([])
  })

  it('finds what trying every pairing finds', () => {
    fc.assert(
      fc.property(someSpans({ maxLength: 5 }), someSpans({ maxLength: 5 }), (a, b) => {
        const { pairs } = pairSpans(a, b)
        expect(KINDS.map((kind) => pairs.filter((pair) => pair.kind === kind).length)).toEqual(bestByTrying(a, b))
      }),
    )
  })

  it('is the same in either order, and whatever the order of the spans', () => {
    const order = (spans: readonly SpanLike[], indices: readonly (readonly [number, number])[], other: readonly SpanLike[]): string[] =>
      indices.map(([a, b]) => JSON.stringify([spans[a], other[b]])).toSorted()
    fc.assert(
      fc.property(someSpans(), someSpans(), fc.infiniteStream(fc.nat()), (a, b, stream) => {
        const there = pairSpans(a, b)
        const back = pairSpans(b, a)
        const forward = order(a, there.pairs.map((pair) => [pair.a, pair.b]), b)
        expect(order(a, back.pairs.map((pair) => [pair.b, pair.a]), b)).toEqual(forward)
        const shuffled = a.map((one) => ({ one, key: stream.next().value ?? 0 })).toSorted((x, y) => x.key - y.key).map(({ one }) => one)
        const again = pairSpans(shuffled, b.toReversed())
        expect(order(shuffled, again.pairs.map((pair) => [pair.a, pair.b]), b.toReversed())).toEqual(forward)
      }),
    )
  })

  it('uses every span at most once and accounts for all', () => {
    fc.assert(
      fc.property(someSpans(), someSpans(), (a, b) => {
        const { pairs, onlyA, onlyB } = pairSpans(a, b)
        expect([...pairs.map((pair) => pair.a), ...onlyA].toSorted((x, y) => x - y)).toEqual([...a.keys()])
        expect([...pairs.map((pair) => pair.b), ...onlyB].toSorted((x, y) => x - y)).toEqual([...b.keys()])
      }),
    )
  })

  it('pairs a set with itself perfectly', () => {
    fc.assert(
      fc.property(someSpans({ minLength: 1 }), (a) => {
        const counts = countModes(pairSpans(a, a))
        for (const mode of modes) expect(scores(counts[mode], mode).f1).toEqual({ defined: true, value: 1 })
      }),
    )
  })
})

describe('the SemEval modes', () => {
  it('add up to what either set has, and get no stricter from strict to partial', () => {
    const f1 = (counts: ReturnType<typeof countModes>, mode: (typeof modes)[number]): number => {
      const score = scores(counts[mode], mode).f1
      return score.defined ? score.value : 0
    }
    fc.assert(
      fc.property(someSpans(), someSpans(), (a, b) => {
        const counts = countModes(pairSpans(a, b))
        for (const mode of modes) expect([possibleOf(counts[mode]), actualOf(counts[mode])]).toEqual([a.length, b.length])
        expect(f1(counts, 'strict')).toBeLessThanOrEqual(f1(counts, 'exact'))
        expect(f1(counts, 'exact')).toBeLessThanOrEqual(f1(counts, 'partial'))
        expect(f1(counts, 'strict')).toBeLessThanOrEqual(f1(counts, 'type'))
      }),
    )
  })

  it('say “no units” where there is nothing to count, and 0 where one of both has nothing', () => {
    const nothing = countModes(pairSpans([], []))
    expect(scores(nothing.strict, 'strict').f1).toEqual({ defined: false, reason: 'no_units' })
    const one = countModes(pairSpans([span(0, 3)], []))
    expect(scores(one.strict, 'strict')).toEqual({
      precision: { defined: false, reason: 'no_units' },
      recall: { defined: true, value: 0 },
      f1: { defined: true, value: 0 },
    })
  })
})
