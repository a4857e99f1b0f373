import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../core/model/annotation.ts'
import { PaintedSpans } from './painted-spans.ts'

const time = '2025-04-24T00:00:00.000Z'

function annotation(id: string, ...pieces: readonly (readonly [number, number])[]): Annotation {
  const fragments = pieces.map(([start, end]) => ({ start, end, quote: 'q' }))
  return { id, label: 'pledge', fragments, prefix: '', suffix: '', attributes: {}, created: time, modified: time }
}

function shown(spans: PaintedSpans): unknown[] {
  return spans.index.all.map((span) => [span.start, span.end, spans.laneOf(span), span.isFirst])
}

const lists = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 25 })), { maxLength: 40 })
  .map((all) => all.map(([start, length], index) => annotation(`a${index}`, [start, start + length])))

describe('PaintedSpans', () => {
  it('shows the same after any change as when it is made anew', () => {
    fc.assert(
      fc.property(lists, fc.func(fc.integer({ min: 0, max: 3 })), lists, (first, fate, more) => {
        const second = first.flatMap((one, index) => {
          const what = fate(index)
          if (what === 0) return []
          return what === 1 ? [annotation(one.id, [index, index + 9])] : [one]
        })
        const added = more.map((one, index) => ({ ...one, id: `b${index}` }))
        const changing = new PaintedSpans()
        const anew = new PaintedSpans()
        for (const list of [first, second, [...second, ...added], second.toReversed()]) changing.update(list)
        anew.update(second)
        const inOrder = (all: unknown[]): string[] => all.map((one) => JSON.stringify(one)).sort()
        expect(inOrder(shown(changing))).toEqual(inOrder(shown(anew)))
        for (const { id } of second) expect(changing.ofAnnotation(id).map((span) => span.annotation.id)).toEqual([id])
      }),
    )
  })

  it('names only what a new span touches', () => {
    const spans = new PaintedSpans()
    const old = [annotation('a', [0, 10]), annotation('b', [100, 120])]
    spans.update(old)
    expect(spans.update([...old, annotation('c', [115, 130])])).toEqual([{ start: 100, end: 130 }])
    expect(spans.update(old)).toEqual([{ start: 100, end: 130 }])
    expect(spans.update(old)).toEqual([])
  })

  it('finds an annotation by any of its fragments, once, the innermost first', () => {
    const spans = new PaintedSpans()
    spans.update([annotation('pieces', [0, 10], [50, 60]), annotation('inner', [52, 54])])
    expect(spans.annotationsAt(5)).toEqual(['pieces'])
    expect(spans.annotationsAt(53)).toEqual(['inner', 'pieces'])
    expect(spans.annotationsAt(30)).toEqual([])
    expect(spans.index.all.filter((span) => span.isFirst).map((span) => span.start)).toEqual([0, 52])
  })
})
