import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText } from '../testing/arbitraries.ts'
import { isBlank, tidySelection } from '../text/trim.ts'
import { nudge, type Direction, type Edge, type Unit } from './nudge.ts'

const TEXT = 'Norvia will deliver 40 ambulances 👩‍👩‍👧‍👦, by June.'

function after(words: string, edge: Edge, direction: Direction, unit: Unit): string | null {
  const start = TEXT.indexOf(words)
  const moved = nudge(TEXT, { start, end: start + words.length }, edge, direction, unit)
  return moved && TEXT.slice(moved.start, moved.end)
}

describe('nudge', () => {
  it.each([
    ['end', 'later', 'word', 'will deliver 40'],
    ['end', 'earlier', 'word', 'will'],
    ['start', 'earlier', 'word', 'Norvia will deliver'],
    ['start', 'later', 'word', 'deliver'],
    ['end', 'later', 'character', 'will deliver 4'],
    ['end', 'earlier', 'character', 'will delive'],
    ['start', 'earlier', 'character', 'a will deliver'],
    ['start', 'later', 'character', 'ill deliver'],
  ] as const)('moves the %s %s by a %s', (edge, direction, unit, expected) => {
    expect(after('will deliver', edge, direction, unit)).toBe(expected)
  })

  it('takes a family of emoji as one character', () => {
    expect(after('ambulances', 'end', 'later', 'character')).toBe('ambulances 👩‍👩‍👧‍👦')
  })

  it('goes no further than the text and leaves at least something', () => {
    expect(after('Norvia', 'start', 'earlier', 'word')).toBeNull()
    expect(after('June.', 'end', 'later', 'character')).toBeNull()
    expect(after('deliver', 'end', 'earlier', 'word')).toBeNull()
    expect(after('4', 'start', 'later', 'character')).toBeNull()
  })

  it('always leaves a tidy span with the other boundary where it was', () => {
    const move = fc.tuple(fc.constantFrom<Edge>('start', 'end'), fc.constantFrom<Direction>('earlier', 'later'), fc.constantFrom<Unit>('word', 'character'))
    const spans = aText().chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })))
    fc.assert(
      fc.property(spans, move, ([text, a, b], [edge, direction, unit]) => {
        const range = tidySelection(text, { start: Math.min(a, b), end: Math.max(a, b) })
        const moved = range && nudge(text, range, edge, direction, unit)
        if (!range || !moved) return
        expect(tidySelection(text, moved)).toEqual(moved)
        expect(isBlank(text.slice(moved.start, moved.end))).toBe(false)
        const other = edge === 'start' ? 'end' : 'start'
        expect(moved[other]).toBe(range[other])
      }),
    )
  })
})
