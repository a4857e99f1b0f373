import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText } from '../testing/arbitraries.ts'
import { tidySelection } from '../text/trim.ts'
import { dragBoundary } from './drag-boundary.ts'
import type { Edge, Unit } from './nudge.ts'

const TEXT = 'Norvia will deliver 40 ambulances 👩‍👩‍👧‍👦, by June.'

/** `words` with one boundary dragged to the place before `to`, and some characters further. */
function dragged(words: string, edge: Edge, to: string, more = 0, unit: Unit = 'character'): string {
  const start = TEXT.indexOf(words)
  const moved = dragBoundary(TEXT, { start, end: start + words.length }, edge, TEXT.indexOf(to) + more, unit)
  return TEXT.slice(moved.start, moved.end)
}

describe('a boundary that is dragged', () => {
  it('goes between two characters, and takes no blank with it', () => {
    expect(dragged('will deliver', 'end', '40', 1)).toBe('will deliver 4')
    expect(dragged('will deliver', 'end', '40')).toBe('will deliver')
    expect(dragged('will deliver', 'start', 'Norvia', 2)).toBe('rvia will deliver')
    expect(dragged('will deliver', 'end', 'will', 2)).toBe('wi')
  })

  it('never cuts a cluster', () => {
    expect(dragged('ambulances', 'end', '👩', 4)).toBe('ambulances')
    expect(dragged('ambulances', 'end', ', by')).toBe('ambulances 👩‍👩‍👧‍👦')
  })

  it('leaves the character beside the other boundary', () => {
    expect(dragged('will deliver', 'end', 'Norvia')).toBe('w')
    expect(dragged('will deliver', 'start', 'June')).toBe('r')
  })

  it('goes by words to the nearest border of one', () => {
    expect(dragged('will deliver', 'end', 'ambulances', 8, 'word')).toBe('will deliver 40 ambulances')
    expect(dragged('will deliver', 'end', 'ambulances', 2, 'word')).toBe('will deliver 40')
    expect(dragged('will deliver', 'start', 'Norvia', 1, 'word')).toBe('Norvia will deliver')
    expect(dragged('will deliver', 'start', 'deliver', 3, 'word')).toBe('deliver')
    expect(dragged('deliver', 'start', 'Norvia', 5, 'word')).toBe('will deliver')
    expect(dragged('by', 'end', 'June', 4, 'word')).toBe('by June')
  })

  it('always leaves a tidy piece with the other boundary where it was', () => {
    const texts = aText().chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length }), fc.integer({ min: -3, max: text.length + 3 })))
    fc.assert(
      fc.property(texts, fc.constantFrom<Edge>('start', 'end'), fc.constantFrom<Unit>('word', 'character'), ([text, a, b, to], edge, unit) => {
        const range = tidySelection(text, { start: Math.min(a, b), end: Math.max(a, b) })
        if (!range) return
        const moved = dragBoundary(text, range, edge, to, unit)
        const other = edge === 'start' ? 'end' : 'start'
        expect(moved[other]).toBe(range[other])
        expect(moved.start).toBeLessThan(moved.end)
        expect(tidySelection(text, moved)).toEqual(moved)
      }),
    )
  })
})
