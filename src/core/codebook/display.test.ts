import { describe, expect, it } from 'vitest'
import type { Codebook } from '../model/codebook.ts'
import type { Payload, Value } from '../model/value.ts'
import { formatValue } from './display.ts'
import { attributeById } from './lookup.ts'
import { pledgesAndAgreements } from './starter.ts'

const words = { notStated: 'not stated', notApplicable: 'not applicable', yes: 'yes', no: 'no' }
const codebook: Codebook = {
  ...pledgesAndAgreements,
  aliases: [{ kind: 'value', attribute: 'topic', from: 'culture', to: 'education' }],
}

function shown(id: string, value: Value): string | undefined {
  const attribute = attributeById(codebook, id)
  return attribute && formatValue(codebook, attribute, value, words)
}

describe('formatValue', () => {
  it.each<[string, Payload, string]>([
    ['commitment_strength', 'firm', 'Firm'],
    ['certainty', '1', '1 – Doubtful'],
    ['topic', ['health', 'culture', 'ghost'], 'Health; Education; ghost'],
    ['comment', 'firm', 'firm'],
    ['comment', true, 'yes'],
    ['comment', false, 'no'],
    ['comment', 1.5, '1.5'],
    ['actor', [{ name: 'Norvia', code: 'XNO', sector: 'GOV' }, { name: 'anonymous' }], 'Norvia (XNO, GOV); anonymous'],
    ['deadline', { words: 'by June', start: '2031-06', precision: 'month' }, '2031-06 (by June)'],
    ['deadline', { start: '2031-06', end: '2031-08', precision: 'month' }, '2031-06/2031-08'],
    ['deadline', { end: '2031-08', precision: 'month' }, '../2031-08'],
    ['deadline', { words: 'once the channel is clear', precision: 'event' }, 'once the channel is clear'],
    ['amount', { words: '40 ambulances', amount: 40, unit: 'items' }, '40 items (40 ambulances)'],
    ['amount', { max: 120, unit: 'people' }, '≤ 120 people'],
    ['amount', { min: 10, max: 20, unit: '%' }, '10–20 %'],
    ['amount', { min: 3 }, '≥ 3'],
    ['amount', { amount: 15, min: 10, max: 20 }, '15 [10–20]'],
    ['amount', { words: 'some trucks' }, 'some trucks'],
    ['amount', { words: '40 %', amount: 40, unit: '%' }, '40 %'],
  ])('%s: %j is shown as %s', (id, value, expected) => {
    expect(shown(id, { state: 'decided', value })).toBe(expected)
    expect(shown(id, { state: 'default', value })).toBe(expected)
  })

  it('says what is not stated and what does not apply', () => {
    expect(shown('topic', { state: 'not_stated' })).toBe('not stated')
    expect(shown('topic', { state: 'not_applicable' })).toBe('not applicable')
  })
})
