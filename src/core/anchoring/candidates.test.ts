import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText, anAnnotation } from '../testing/arbitraries.ts'
import { proposalFor, wordsOf } from './candidates.ts'

const at = (text: string, ...quotes: string[]) => {
  const fragments = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote }))
  const first = fragments[0]?.start ?? 0
  const last = fragments.at(-1)?.end ?? 0
  return { id: 'a', label: 'pledge', fragments, prefix: text.slice(Math.max(0, first - 32), first), suffix: text.slice(last, last + 32), attributes: {}, created: '', modified: '' }
}

const before = 'The minister said that Norvia will deliver 40 ambulances by June. Others were silent. Estal thanked Norvia for it.'

describe('proposalFor', () => {
  it('offers every place of words that stand in several, the likeliest first', () => {
    const { outcome, candidates } = proposalFor(at(before, 'Norvia'), before)
    expect(outcome).toBe('several')
    expect(candidates.map(({ pieces }) => pieces[0]?.range?.start)).toEqual([before.indexOf('Norvia'), before.lastIndexOf('Norvia')])
    expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? 1)
  })

  it('offers words that were edited, as whole words, with how like they are', () => {
    const after = before.replace('deliver 40 ambulances', 'deliver forty new ambulances')
    const { outcome, candidates } = proposalFor(at(before, 'will deliver 40 ambulances'), after)
    expect(outcome).toBe('fuzzy')
    expect(candidates[0] && wordsOf(candidates[0])).toBe('will deliver forty new ambulances')
    expect(candidates[0]?.score).toBeLessThan(1)
  })

  it('says of each piece of a span what became of it', () => {
    const after = before.replace('by June', 'some time')
    const { outcome, candidates } = proposalFor(at(before, 'will deliver', 'by June'), after)
    expect(outcome).toBe('fuzzy')
    expect(candidates[0]?.pieces.map((piece) => piece.outcome)).toEqual(['same', 'gone'])
  })

  it('offers nothing where nothing is alike', () => {
    expect(proposalFor(at(before, 'will deliver 40 ambulances'), '签署了协议。')).toEqual({ outcome: 'orphan', candidates: [] })
  })

  it('offers only what is in the text, in order and apart, in every script', () => {
    fc.assert(
      fc.property(aText().chain((text) => fc.tuple(anAnnotation(text), fc.oneof(aText(), fc.constant(text)))), ([annotation, after]) => {
        for (const { pieces, score } of proposalFor(annotation, after).candidates) {
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          for (const { range, quote } of pieces) if (range) expect(after.slice(range.start, range.end)).toBe(quote)
        }
      }),
    )
  })
})
