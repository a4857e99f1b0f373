import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from '../../core/text/graphemes.ts'
import { moved, type CaretPlace, type CaretState, type LineLayout, type Movement } from './movement.ts'

const WIDTH = 10

/** Lines of ten units each, a unit as wide as one column: enough to see what movement asks for. */
function gridOver(text: string): LineLayout {
  const row = ({ offset, affinity }: CaretPlace): number =>
    affinity === 'before' && offset % WIDTH === 0 && offset > 0 ? offset / WIDTH - 1 : Math.floor(offset / WIDTH)
  const at = (offset: number): CaretPlace => ({ offset, affinity: 'after' })
  return {
    column: (place) => place.offset - row(place) * WIDTH,
    lineEdge(place, edge) {
      if (edge === 'start') return at(row(place) * WIDTH)
      const end = (row(place) + 1) * WIDTH
      return end >= text.length ? at(text.length) : { offset: end, affinity: 'before' }
    },
    vertical(place, direction, by, goal) {
      const next = row(place) + direction * (by === 'page' ? 3 : 1)
      if (next < 0) return at(0)
      return at(Math.min(text.length, next * WIDTH + goal))
    },
  }
}

const place = (offset: number, anchor = offset): CaretState => ({ anchor, focus: offset, affinity: 'after', goal: null })
const text = 'One two. Three four.\n\nFive six seven eight nine ten.'
const lines = gridOver(text)
const go = (state: CaretState, movement: Movement, extend = false): CaretState => moved(text, state, movement, extend, lines)

describe('moved', () => {
  it('steps, jumps and extends', () => {
    expect(go(place(0), 'next-word')).toEqual(place(4))
    expect(go(place(0), 'next-word', true)).toEqual(place(3, 0))
    expect(go(place(0), 'next-sentence')).toEqual(place(9))
    expect(go(place(3), 'next-paragraph')).toEqual(place(22))
    expect(go(place(25), 'previous-paragraph')).toEqual(place(22))
    expect(go(place(5), 'document-end', true)).toEqual(place(text.length, 5))
  })

  it('gives a selection up at the side that the arrow points to', () => {
    expect(go(place(3, 8), 'next-grapheme')).toEqual(place(8))
    expect(go(place(8, 3), 'previous-grapheme')).toEqual(place(3))
    expect(go(place(8, 3), 'next-grapheme', true)).toEqual(place(9, 3))
  })

  it('holds its column over short lines, until it moves in its line', () => {
    const down = go(go(place(7), 'line-down'), 'line-down')
    expect(down).toEqual({ anchor: 27, focus: 27, affinity: 'after', goal: 7 })
    expect(go(down, 'next-grapheme').goal).toBeNull()
    expect(go(go(place(57), 'line-up'), 'page-up').focus).toBe(17)
  })

  it('knows that the end of a wrapped line is on that line', () => {
    const end = go(place(3), 'line-end')
    expect(end).toEqual({ anchor: 10, focus: 10, affinity: 'before', goal: null })
    expect(go(end, 'line-start').focus).toBe(0)
    expect(go(end, 'line-down').focus).toBe(20)
  })

  it('never leaves the text nor stops inside a character', () => {
    const movements: Movement[] = ['next-grapheme', 'previous-grapheme', 'next-word', 'previous-word', 'next-sentence', 'previous-sentence']
    const pieces = fc.array(fc.constantFrom('a', ' ', '👩‍👩‍👧', '🇩🇪', 'e\u0301', 'שלום', '中', '\n', '. '), { maxLength: 30 })
    fc.assert(
      fc.property(pieces, fc.array(fc.constantFrom(...movements), { maxLength: 20 }), fc.boolean(), (all, steps, extend) => {
        const given = all.join('')
        let state = place(0)
        for (const step of steps) {
          state = moved(given, state, step, extend, gridOver(given))
          expect(isGraphemeBoundary(given, state.focus)).toBe(true)
        }
      }),
    )
  })
})
