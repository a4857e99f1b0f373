import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue, type ValueWords } from '../codebook/display.ts'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { Attribute, AttributeType, Codebook } from '../model/codebook.ts'
import type { Payload, Value } from '../model/value.ts'
import { readCell, readLabel } from './read.ts'

const words: ValueWords = { notStated: 'Not stated', notApplicable: 'Not applicable', yes: 'Yes', no: 'No' }
const VALUES = [
  { id: 'aid', name: 'Material aid' },
  { id: 'cote', name: 'Côte; mer' },
  { id: 'gone', name: 'Gone', retired: true },
]

function an(type: AttributeType, more: Partial<Attribute> = {}): Attribute {
  return { id: 'x', name: 'X', help: '', type, labels: ['pledge'], stage: 'now', ...more }
}

const codebook: Codebook = pledgesAndAgreements
const read = (attribute: Attribute, text: string) => {
  const answer = readCell(codebook, attribute, text, words)
  return answer.ok ? answer.value : answer.problem
}
const decided = (value: Payload): Value => ({ state: 'decided', value })

describe('the text of a cell', () => {
  it('is a number where people write one, and refused where it is none', () => {
    expect(read(an('number'), ' 1,200 ')).toEqual(decided(1200))
    expect(read(an('number'), '١٢٠')).toEqual(decided(120))
    expect(read(an('number'), '2,5')).toBe('number')
    expect(read(an('number', { max: 10 }), '11')).toBe('above')
    expect(read(an('number'), '=1+1')).toBe('number')
  })

  it('is a value of the list by its name or id, whatever the case and accents', () => {
    const choice = an('choice', { values: VALUES })
    expect(read(choice, 'material AID')).toEqual(decided('aid'))
    expect(read(choice, 'cote; MER')).toEqual(decided('cote'))
    expect(read(choice, 'Gone')).toBe('choice')
    expect(read(choice, 'material')).toBe('choice')
    const choices = an('choices', { values: VALUES, max_values: 2 })
    expect(read(choices, 'aid; aid')).toEqual(decided(['aid']))
    expect(read(choices, 'Côte; mer')).toEqual(decided(['cote']))
    expect(read(choices, 'aid; nonsense')).toBe('choice')
  })

  it('is yes or no', () => {
    expect(['yes', 'TRUE', '0', 'maybe'].map((text) => read(an('boolean'), text))).toEqual([decided(true), decided(true), decided(false), 'boolean'])
  })

  it('is an answer without content, or nothing', () => {
    expect(read(an('number'), 'not stated')).toEqual({ state: 'not_stated' })
    expect(read(an('entities'), 'Not applicable')).toEqual({ state: 'not_applicable' })
    expect(read(an('text'), ' \t')).toBeNull()
  })

  it('is a date only where nobody can read it in another way', () => {
    expect(read(an('date'), '2031/6/2')).toEqual(decided({ start: '2031-06-02', precision: 'day' }))
    expect(read(an('date'), '2031-06-01/2031-06-30 (in June)')).toEqual(decided({ words: 'in June', start: '2031-06-01', end: '2031-06-30', precision: 'day' }))
    expect(read(an('date'), '../2031-Q2')).toEqual(decided({ end: '2031-Q2', precision: 'quarter' }))
    expect(read(an('date'), 'once the channel is clear')).toEqual(decided({ words: 'once the channel is clear', precision: 'event' }))
    expect(['3/4/2031', '2031-02-30', 'June 2031', '٣ يونيو'].map((text) => read(an('date'), text))).toEqual(['date', 'date', 'date', 'date'])
    expect(read(an('date'), '2031-06-30/2031-06-01')).toBe('backwards')
  })

  it('is an amount with its bounds, its unit and its words', () => {
    expect(read(an('quantity'), '40 items (40 ambulances)')).toEqual(decided({ words: '40 ambulances', amount: 40, unit: 'items' }))
    expect(read(an('quantity'), '10–20 %')).toEqual(decided({ unit: '%', min: 10, max: 20 }))
    expect(read(an('quantity'), '≤ 1,200 people')).toEqual(decided({ unit: 'people', max: 1200 }))
    expect(read(an('quantity'), 'several hundred')).toEqual(decided({ words: 'several hundred' }))
    expect(['20–10 %', '$2.1 billion', '40 or 50 items'].map((text) => read(an('quantity'), text))).toEqual(['backwards', 'quantity', 'quantity'])
  })

  it('is a list of entities with code and sector', () => {
    const sector = codebook.sectors[0]?.id ?? ''
    expect(read(an('entities'), `Norvia (XNO, ${sector}); Kesh (the strait; north)`)).toEqual(decided([{ name: 'Norvia', code: 'XNO', sector }, { name: 'Kesh (the strait; north)' }]))
    expect(read(an('entities', { max_values: 1 }), 'A; B')).toBe('too_many')
  })

  it('is a label by name, id or nothing', () => {
    expect(readLabel(codebook, 'PLEDGE')).toEqual({ ok: true, value: 'pledge' })
    expect(readLabel(codebook, 'P')).toMatchObject({ ok: false, problem: 'label' })
  })

  it('reads back what a cell shows', () => {
    const date = fc.constantFrom('2031', '2031-06', '2031-Q2', '2031-06-12')
    const amount = fc.integer({ min: -5000, max: 5000 })
    const unit = fc.constantFrom('', 'people', '%', 'EUR')
    const saying = fc.constantFrom('', 'by June', 'at least 40 (forty)', 'قبل يونيو')
    const withWords = (said: string) => (said === '' ? {} : { words: said })
    const shown = fc.oneof(
      amount.map((value) => [an('number'), value] as const),
      fc.tuple(date, saying).map(([start, said]) => [an('date'), { ...withWords(said), start, precision: start.includes('Q') ? 'quarter' : start.length === 4 ? 'year' : start.length === 7 ? 'month' : 'day' }] as const),
      fc.tuple(amount, unit, saying).map(([value, of, said]) => [an('quantity'), { ...withWords(said), amount: value, ...(of === '' ? {} : { unit: of }) }] as const),
      fc.tuple(fc.nat(99), unit).map(([value, of]) => [an('quantity'), { ...(of === '' ? {} : { unit: of }), min: value, max: value + 1 }] as const),
      fc.boolean().map((value) => [an('boolean'), value] as const),
      fc.subarray(['aid', 'cote'], { minLength: 1, maxLength: 1 }).map((value) => [an('choices', { values: VALUES }), value] as const),
    )
    fc.assert(
      fc.property(shown, ([attribute, payload]) => {
        const value = decided(payload as Payload)
        expect(read(attribute, formatValue(codebook, attribute, value, words))).toEqual(value)
      }),
    )
  })
})
