import { describe, expect, it } from 'vitest'
import { clampRange, compareRanges, contains, equalRanges, overlaps, subtractRange } from './ranges.ts'

const range = (start: number, end: number): { start: number; end: number } => ({ start, end })

describe('ranges', () => {
  it('overlap when they share a unit', () => {
    expect(overlaps(range(0, 3), range(2, 5))).toBe(true)
    expect(overlaps(range(0, 3), range(3, 5))).toBe(false)
    expect(overlaps(range(0, 9), range(4, 4))).toBe(false)
  })

  it('contain themselves, inner ranges and empty ones at their ends', () => {
    expect(contains(range(1, 5), range(1, 5))).toBe(true)
    expect(contains(range(1, 5), range(5, 5))).toBe(true)
    expect(contains(range(1, 5), range(0, 2))).toBe(false)
    expect(contains(range(1, 5), range(4, 6))).toBe(false)
  })

  it('sort by start, the longer first', () => {
    const sorted = [range(3, 4), range(0, 2), range(0, 9), range(3, 8)].toSorted(compareRanges)
    expect(sorted).toEqual([range(0, 9), range(0, 2), range(3, 8), range(3, 4)])
    expect(equalRanges(range(1, 2), range(1, 2))).toBe(true)
    expect(equalRanges(range(1, 2), range(1, 3))).toBe(false)
  })

  it('are put in order and inside the text', () => {
    expect(clampRange(range(7, -2), 5)).toEqual(range(0, 5))
    expect(clampRange(range(2, 4), 5)).toEqual(range(2, 4))
  })
})

describe('subtractRange', () => {
  const left = (...taken: [number, number]) => subtractRange([{ start: 2, end: 6 }, { start: 8, end: 9 }], { start: taken[0], end: taken[1] })

  it.each([
    ['from the middle', [3, 4], [[2, 3], [4, 6], [8, 9]]],
    ['from an end', [5, 7], [[2, 5], [8, 9]]],
    ['over a gap', [5, 20], [[2, 5]]],
    ['all', [0, 20], []],
    ['beside them', [6, 8], [[2, 6], [8, 9]]],
  ] as const)('takes words out %s', (_, taken, expected) => {
    expect(left(taken[0], taken[1]).map(({ start, end }) => [start, end])).toEqual(expected)
  })
})
