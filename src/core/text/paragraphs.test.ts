import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextParagraph, paragraphAt, paragraphIndexAt, paragraphStarts, previousParagraph } from './paragraphs.ts'
import { awkwardTextWithOffsets } from './testing/awkward-text.ts'

describe('paragraphs', () => {
  it('are the lines of the text, each offset in one', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), ({ text, a }) => {
        const lines = text.split('\n')
        const starts = paragraphStarts(text)
        expect(starts).toHaveLength(lines.length)
        const index = paragraphIndexAt(starts, a)
        const { start, end } = paragraphAt(text, a)
        expect(start).toBe(starts[index])
        expect(text.slice(start, end)).toBe(lines[index])
        expect(start <= a && a <= end).toBe(true)
      }),
    )
  })

  it('stop the caret at lines that are not blank', () => {
    const text = '\nOne.\n\n \u00a0\nTwo.\nThree.\n\n'
    const stops: number[] = []
    for (let at = 0; at < text.length; at = nextParagraph(text, at)) stops.push(at)
    expect(stops.map((at) => text.slice(at, at + 3))).toEqual(['\nOn', 'One', 'Two', 'Thr'])
    expect(nextParagraph(text, text.length)).toBe(text.length)
    const back: number[] = []
    for (let at = text.length; at > 0; ) back.push((at = previousParagraph(text, at)))
    expect(back.map((at) => text.slice(at, at + 3))).toEqual(['Thr', 'Two', 'One', '\nOn'])
  })

  it('go to the start of their own line first', () => {
    expect(previousParagraph('One.\nTwo.', 7)).toBe(5)
    expect(previousParagraph('One.\nTwo.', 5)).toBe(0)
    expect(paragraphAt('', 0)).toEqual({ start: 0, end: 0 })
    expect(paragraphAt('\na', 0)).toEqual({ start: 0, end: 0 })
  })
})
