import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRound } from './assign.ts'
import { createLot } from './lot.ts'

const aWish = fc.record({
  articles: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), { maxLength: 60 }),
  annotators: fc.uniqueArray(fc.constantFrom('ines', 'tomas', 'zoe', 'max', '李明', 'علي'), { minLength: 1, maxLength: 6 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  coders: fc.integer({ min: 1, max: 6 }),
  seed: fc.nat(),
})

describe('planRound', () => {
  it('gives the same plan for the same seed', () => {
    fc.assert(fc.property(aWish, (wish) => void expect(planRound(structuredClone(wish))).toEqual(planRound(wish))))
  })

  it('gives every article its coders, in the given order, and everybody the same load', () => {
    fc.assert(
      fc.property(aWish, (wish) => {
        const { assignments, loads, overlap } = planRound(wish)
        const several = Math.min(wish.coders, wish.annotators.length)
        expect(assignments.map(({ article }) => article)).toEqual(wish.articles)
        expect(overlap).toBe(several > 1 ? Math.round(wish.articles.length * wish.share) : 0)
        expect(assignments.filter(({ annotators }) => annotators.length === several && several > 1)).toHaveLength(overlap)
        for (const { annotators } of assignments) {
          expect(new Set(annotators).size).toBe(annotators.length)
          expect([1, several]).toContain(annotators.length)
        }
        const counts = loads.map(({ articles }) => articles)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(assignments.reduce((sum, { annotators }) => sum + annotators.length, 0))
      }),
    )
  })

  it('brings every pair together', () => {
    const articles = Array.from({ length: 30 }, (_, index) => `${index}.txt`)
    const { assignments } = planRound({ articles, annotators: ['a', 'b', 'c', 'd'], share: 1, coders: 2, seed: 7 })
    const pairs = new Map<string, number>()
    for (const { annotators } of assignments) pairs.set(annotators.join(), (pairs.get(annotators.join()) ?? 0) + 1)
    expect([...pairs.keys()].toSorted()).toEqual(['a,b', 'a,c', 'a,d', 'b,c', 'b,d', 'c,d'])
    expect(Math.max(...pairs.values()) - Math.min(...pairs.values())).toBeLessThanOrEqual(1)
  })

  it('draws another lot for another seed', () => {
    const wish = { articles: Array.from({ length: 40 }, (_, index) => `${index}.txt`), annotators: ['a', 'b'], share: 0.2, coders: 2 }
    const lots = [1, 2, 3].map((seed) => JSON.stringify(planRound({ ...wish, seed }).assignments))
    expect(new Set(lots).size).toBe(3)
  })

  it('draws what it always drew: a kept seed makes the same lot in later versions', () => {
    const lot = createLot(2031)
    expect(Array.from({ length: 8 }, () => lot.next(1000))).toEqual(KEPT)
    const { assignments } = planRound({ articles: ['a', 'b', 'c', 'd', 'e', 'f'], annotators: ['x', 'y', 'z'], share: 0.5, coders: 2, seed: 2031 })
    expect(assignments.map(({ article, annotators }) => `${article}:${annotators.join('')}`)).toEqual(PLAN)
  })
})

const KEPT = [104, 313, 204, 239, 357, 341, 946, 956]
const PLAN = ['a:x', 'b:y', 'c:xy', 'd:yz', 'e:xz', 'f:z']
