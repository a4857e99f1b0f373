import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionsAt } from './complete.ts'
import { EMPTY_FORM, formOfQuery, queryOfForm, type SearchForm } from './form.ts'
import { lineOf, sortLines, type LineOrder } from './lines.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { aCorpusText, aQuery, codebook } from './testing/corpus.ts'

const query = (text: string) => {
  const parsed = parseQuery(text, codebook)
  return parsed.ok ? parsed.value : null
}

describe('the form', () => {
  it('says the same as the text, there and back', () => {
    const word = fc.constantFrom('port', 'deliver*', 'straße', '会谈', 'OR', '-x', 'سَلام')
    const words = fc.array(word, { maxLength: 2 }).map((some) => some.join(' '))
    const form: fc.Arbitrary<SearchForm> = fc.record({
      words, none: words,
      some: fc.constantFrom('', 'port harbour', 'a b* c'),
      phrase: fc.constantFrom('', 'medical transport', 'a “b” c'),
      label: fc.constantFrom('', 'pledge'),
      attribute: fc.constantFrom('actor'),
      value: fc.constantFrom('', 'Norvia', 'Republic of Norvia'),
      annotator: fc.constantFrom('', 'Ines Duarte'),
      from: fc.constantFrom('', '2031-03'), to: fc.constantFrom('', '2031-05-01'),
      status: fc.constantFrom('', 'open'), article: fc.constantFrom('', 'wire/*'),
      incomplete: fc.boolean(), note: fc.boolean(),
    })
    fc.assert(
      fc.property(form, (given) => {
        const asked = queryOfForm(given)
        const printed = asked ? printQuery(asked, codebook) : ''
        expect(formOfQuery(query(printed)), printed).toEqual(given)
      }),
    )
  })

  it('holds whatever it can show, and nothing less', () => {
    fc.assert(
      fc.property(aQuery(), (asked) => {
        const form = formOfQuery(asked)
        if (form) expect(formOfQuery(queryOfForm(form))).toEqual(form)
      }),
    )
    expect(formOfQuery(query('(a b) OR c'))).toBeNull()
    expect(formOfQuery(query('/port/'))).toBeNull()
    expect(formOfQuery(null)).toEqual(EMPTY_FORM)
  })
})

describe('completionsAt', () => {
  const at = (text: string) => completionsAt(text, text.length, { codebook, annotators: ['Ines Duarte', 'Noor'] }).map(({ start, text: put }) => text.slice(0, start) + put)

  it.each([
    ['port la', 'port label:'],
    ['label:ple', 'label:Pledge '],
    ['-label:ple', '-label:Pledge '],
    ['annotator:in', 'annotator:"Ines Duarte" '],
    ['annotator:"in', 'annotator:"Ines Duarte" '],
    ['(status:d', '(status:done '],
    ['is:inc', 'is:incomplete '],
    ['act', 'actor:'],
  ])('%s', (text, first) => {
    expect(at(text)[0]).toBe(first)
  })

  it.each(['', 'port ', '"la', '/la', 'nothing-of-the-sort'])('“%s” has none', (text) => {
    expect(at(text)).toEqual([])
  })
})

describe('lines', () => {
  it('are sorted by what stands nearest to the hit', () => {
    const text = 'The old port burns. A new port asks. An old port, closed.'
    const places = [...text.matchAll(/port/g)].map(({ index }) => ({ start: index, end: index + 4 }))
    const lines = places.map((place) => ({ ...lineOf(text, place), ...place, article: 'a' }))
    const order = (by: LineOrder) => sortLines(lines, by, { article: () => ({ place: 0, date: null }), label: () => '' }).map(({ start }) => lines.findIndex((line) => line.start === start)).join(' ')
    expect([order('text'), order('left'), order('right')]).toEqual(['0 1 2', '1 2 0', '1 0 2'])
  })

  it('hold the hit and whole characters around it, without line breaks', () => {
    fc.assert(
      fc.property(aCorpusText(), fc.nat(), (text, at) => {
        const start = Math.min(at % 50, text.length)
        const { left, right, hit } = lineOf(text, { start, end: Math.min(text.length, start + 3) })
        expect(left + hit + right).not.toMatch(/[\n\r]/)
      }),
    )
  })
})
