import { describe, expect, it } from 'vitest'
import type { InterchangeAnnotation } from './interchange.ts'
import { pairAnnotations } from './pair-annotations.ts'

const TEXT = 'One line only'

function annotation(id: string, places: readonly (readonly [number, number])[], more: Partial<InterchangeAnnotation> = {}): InterchangeAnnotation {
  return { id, label: 'Pledge', fragments: places.map(([start, end]) => ({ start, end, quote: TEXT.slice(start, end) })), attributes: {}, ...more }
}

const distance = (a: InterchangeAnnotation, b: InterchangeAnnotation): number => Number(a.note !== b.note) + Number(JSON.stringify(a.attributes) !== JSON.stringify(b.attributes))

function idsOf(before: readonly InterchangeAnnotation[], after: readonly InterchangeAnnotation[]): Record<string, string> {
  return Object.fromEntries(Array.from(pairAnnotations(before, after, distance), ([a, b]) => [a.id, b.id]))
}

describe('which annotation has become which', () => {
  it('is told by notes and values where label and place are the same', () => {
    const before = [annotation('a', [[0, 3]]), annotation('b', [[0, 3]], { note: 'look' })]
    expect(idsOf(before, [annotation('1', [[0, 3]], { note: 'look' }), annotation('2', [[0, 3]])])).toEqual({ a: '2', b: '1' })
  })

  it('goes by the first piece where a format makes several annotations of one', () => {
    const before = [annotation('a', [[0, 6], [9, 13]]), annotation('b', [[9, 10], [12, 13]])]
    const after = [annotation('1', [[0, 6]]), annotation('2', [[9, 13]]), annotation('3', [[9, 10]]), annotation('4', [[12, 13]])]
    expect(idsOf(before, after)).toEqual({ a: '1', b: '3' })
  })

  it('goes by the words from first to last where a format has no pieces', () => {
    const before = [annotation('a', [[0, 12]]), annotation('b', [[0, 7], [8, 13]], { note: 'lost' })]
    expect(idsOf(before, [annotation('1', [[0, 13]])])).toEqual({ b: '1' })
  })

  it('makes no pair of what shares neither label nor place, but for one id', () => {
    expect(idsOf([annotation('a', [[3, 4]])], [annotation('1', [[0, 13]], { label: 'Demand' })])).toEqual({})
    expect(idsOf([annotation('a', [[3, 4]])], [annotation('a', [[8, 13]], { label: 'Demand' })])).toEqual({ a: 'a' })
  })

  it('takes very many on top of each other one after the other', () => {
    const before = Array.from({ length: 300 }, (_, index) => annotation(`a${index}`, [[0, 13]], { note: String(index) }))
    const after = before.map(({ note }, index) => annotation(`b${index}`, [[0, 13]], { note: note ?? '' })).toReversed()
    expect(idsOf(before, after)).toEqual(Object.fromEntries(before.map((_, index) => [`a${index}`, `b${index}`])))
  })
})
