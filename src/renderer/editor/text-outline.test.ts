import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from '../../core/text/graphemes.ts'
import { TextOutline } from './text-outline.ts'

const lines = fc.array(
  fc.oneof(
    fc.constant(''),
    fc.string({ maxLength: 40 }).map((line) => line.replaceAll('\n', '')),
    fc.constantFrom('👩‍👩‍👧‍👦🇩🇪', 'שלום עולם 12', 'e\u0301te\u0301', '\t\u00a0', '中文，没有空格。'.repeat(90), '👩‍👩‍👧 '.repeat(900)),
  ),
  { maxLength: 90 },
)
const texts = lines.map((all) => all.join('\n'))

/** Every offset of a short text, a sample of a long one. */
function offsetsOf(text: string): number[] {
  const step = Math.max(1, Math.floor(text.length / 500))
  return [...Array.from({ length: Math.ceil(text.length / step) }, (_, index) => index * step), text.length]
}

describe('TextOutline', () => {
  it('gives every offset one place, and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const outline = new TextOutline(text)
        for (const offset of offsetsOf(text)) {
          const place = outline.placeOf(offset)
          expect(outline.offsetOf(place.paragraph, place.chunk, place.offset)).toBe(offset)
          const section = outline.sections[place.section]
          expect(section && section.first <= place.paragraph && place.paragraph < section.last).toBe(true)
          expect(place.offset).toBeLessThanOrEqual(outline.chunks(place.paragraph)[place.chunk]?.length ?? 0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('loses no character: chunks make paragraphs, paragraphs the text, sections hold each paragraph once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const outline = new TextOutline(text)
        const paragraphs = Array.from({ length: outline.paragraphCount }, (_, index) => outline.chunks(index).join(''))
        expect(paragraphs.join('\n')).toBe(text)
        let next = 0
        for (const section of outline.sections) {
          expect(section.first).toBe(next)
          expect(section.start).toBe(outline.paragraph(section.first).start)
          expect(section.end).toBe(outline.paragraph(section.last - 1).end)
          next = section.last
        }
        expect(next).toBe(outline.paragraphCount)
      }),
      { numRuns: 60 },
    )
  })

  it('cuts a line of a megabyte at blanks, and without blanks between clusters', () => {
    const words = new TextOutline('lorem ipsum dolor '.repeat(58_000))
    expect(words.paragraphCount).toBe(1)
    expect(words.chunks(0).length).toBeGreaterThan(200)
    for (const chunk of words.chunks(0).slice(1)) expect(chunk.startsWith(' ')).toBe(true)
    const family = new TextOutline('👩‍👩‍👧‍👦'.repeat(5_000))
    for (const start of family.chunkStarts(0)) expect(isGraphemeBoundary(family.text, start)).toBe(true)
  })

  it('has one empty paragraph for an empty text', () => {
    const outline = new TextOutline('')
    expect(outline.sections).toEqual([{ first: 0, last: 1, start: 0, end: 0 }])
    expect(outline.placeOf(0)).toEqual({ section: 0, paragraph: 0, chunk: 0, offset: 0 })
  })

  it('keeps sections small', () => {
    const outline = new TextOutline(Array.from({ length: 1000 }, (_, index) => 'x'.repeat(index * 3)).join('\n'))
    for (const section of outline.sections) {
      expect(section.last - section.first).toBeLessThanOrEqual(25)
      if (section.last - section.first > 1) expect(section.end - section.start).toBeLessThanOrEqual(8_000)
    }
  })

  it('names the sections that a range lies in', () => {
    const outline = new TextOutline(Array.from({ length: 100 }, () => 'word').join('\n'))
    expect(outline.sectionsOf({ start: 0, end: 3 })).toEqual({ from: 0, to: 1 })
    expect(outline.sectionsOf({ start: 124, end: 126 })).toEqual({ from: 0, to: 2 })
    expect(outline.sectionsOf({ start: 130, end: 130 })).toEqual({ from: 1, to: 2 })
  })
})
