import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText, anAnnotation } from '../testing/arbitraries.ts'
import { splitsSurrogatePair, verifyAnnotation } from './verify.ts'

const text = 'Norvia will deliver 40 👩‍👩‍👧‍👦 kits\nand e\u0301coles'

const at = (...ranges: [number, number][]) => ({
  id: 'a1',
  fragments: ranges.map(([start, end]) => ({ start, end, quote: text.slice(start, end) })),
})

describe('verifyAnnotation', () => {
  it('accepts exactly the slice and refuses any other quote, on any text', () => {
    fc.assert(
      fc.property(
        aText().chain((sample) => fc.tuple(fc.constant(sample), anAnnotation(sample), fc.string({ minLength: 1 }))),
        ([sample, annotation, other]) => {
          const [fragment] = annotation.fragments
          if (!fragment) throw new Error('no fragment')
          const cut = splitsSurrogatePair(sample, fragment.start) || splitsSurrogatePair(sample, fragment.end)
          expect(verifyAnnotation(sample, annotation) === null).toBe(!cut)
          const changed = { ...annotation, fragments: [{ ...fragment, quote: fragment.quote + other }] }
          expect(verifyAnnotation(sample, changed)).not.toBeNull()
        },
      ),
    )
  })

  it.each([
    ['an empty span', at([3, 3]), 'empty or reversed'],
    ['a span after the end', { id: 'a1', fragments: [{ start: 0, end: 999, quote: text }] }, 'ends after the text'],
    ['half a surrogate pair', at([23, 24]), 'cuts a character in two'],
    ['pieces out of order', at([20, 22], [0, 6]), 'not in text order'],
    ['pieces that touch', at([0, 6], [6, 11]), 'not in text order'],
  ])('refuses %s', (_, annotation, words) => {
    expect(verifyAnnotation(text, annotation)).toContain(words)
  })

  it('accepts pieces in order and apart', () => {
    expect(verifyAnnotation(text, at([0, 6], [12, 19]))).toBeNull()
  })
})
