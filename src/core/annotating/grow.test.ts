import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText } from '../testing/arbitraries.ts'
import { contains } from '../text/ranges.ts'
import { tidySelection } from '../text/trim.ts'
import { grow, shrink } from './grow.ts'

const TEXT = 'Norvia will pay 1,200 crowns, its minister said; nobody asked. It rained.\n\nThe end 👩‍👩‍👧‍👦.'

function steps(from: number): string[] {
  const seen: string[] = []
  for (let range = grow(TEXT, { start: from, end: from }); range; range = grow(TEXT, range)) seen.push(TEXT.slice(range.start, range.end))
  return seen
}

describe('grow', () => {
  it('takes word, clause, sentence, paragraph, all; a comma in a number divides nothing', () => {
    expect(steps(TEXT.indexOf('pay') + 1)).toEqual([
      'pay',
      'Norvia will pay 1,200 crowns',
      'Norvia will pay 1,200 crowns, its minister said; nobody asked.',
      'Norvia will pay 1,200 crowns, its minister said; nobody asked. It rained.',
      TEXT,
    ])
  })

  it('holds what was selected, is tidy, and ends', () => {
    const carets = aText().chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length })))
    fc.assert(
      fc.property(carets, ([text, caret]) => {
        let range = { start: caret, end: caret }
        for (let step = 0; step < 10; step += 1) {
          const larger = grow(text, range)
          if (!larger) return
          expect(contains(larger, range)).toBe(true)
          expect(tidySelection(text, larger)).toEqual(larger)
          expect(larger.end - larger.start).toBeGreaterThan(range.end - range.start)
          range = larger
        }
        throw new Error('it did not end')
      }),
    )
  })
})

describe('shrink', () => {
  it('gives smaller and smaller stretches, and a caret at last', () => {
    const seen: string[] = []
    for (let range = shrink(TEXT, { start: 0, end: TEXT.length }); range; range = shrink(TEXT, range)) seen.push(TEXT.slice(range.start, range.end))
    expect(seen).toEqual([
      'Norvia will pay 1,200 crowns, its minister said; nobody asked. It rained.',
      'Norvia will pay 1,200 crowns, its minister said; nobody asked.',
      'Norvia will pay 1,200 crowns',
      'Norvia',
      '',
    ])
  })

  it('stays inside what was selected', () => {
    const selections = aText().chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })))
    fc.assert(
      fc.property(selections, ([text, a, b]) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) }
        const smaller = shrink(text, range)
        expect(smaller === null).toBe(range.start === range.end)
        if (!smaller) return
        expect(contains(range, smaller)).toBe(true)
        expect(smaller).not.toEqual(range)
      }),
    )
  })
})
