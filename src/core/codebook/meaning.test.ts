import { describe, expect, it } from 'vitest'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { Payload, Value } from '../model/value.ts'
import { attributeIdsOf, meaningOf, sameMeaning } from './meaning.ts'
import { pledgesAndAgreements } from './starter.ts'

const codebook: Codebook = {
  ...pledgesAndAgreements,
  entities: [{ id: 'e', name: 'Kest Relief', aliases: ['KR'] }],
  aliases: [{ kind: 'value', attribute: 'x', from: 'old', to: 'new' }],
}
const attribute = (type: Attribute['type']): Attribute => ({ id: 'x', name: 'X', help: '', type, labels: [], stage: 'now' })

function same(type: Attribute['type'], a: Payload, b: Payload): boolean {
  const of = (value: Payload) => meaningOf(codebook, attribute(type), { state: 'decided', value })
  return sameMeaning(of(a), of(b))
}

describe('what a value means', () => {
  it('is the same for lists in another order, merged ids, and other spellings of an entity', () => {
    expect(same('choices', ['a', 'old'], ['new', 'a', 'a'])).toBe(true)
    expect(same('choice', 'old', 'new')).toBe(true)
    expect(same('entities', [{ name: 'Kenya', code: 'KEN' }, { name: 'kr' }], [{ name: 'KEST  RELIEF' }, { name: 'kenya' }])).toBe(true)
    expect(same('entities', [{ name: 'Kenya', sector: 'gov' }], [{ name: 'Kenya', sector: 'ngo' }])).toBe(false)
    expect(same('text', 'cafe\u0301 \n x', 'café x')).toBe(true)
    expect(same('text', 'Café', 'café')).toBe(false)
  })

  it('asks what was read, and the words only where nothing was', () => {
    expect(same('date', { words: 'by June', start: '2031-06', precision: 'month' }, { words: 'in June', start: '2031-06', end: '2031-06', precision: 'month' })).toBe(true)
    expect(same('date', { words: 'once clear', precision: 'event' }, { words: 'Once  clear', precision: 'event' })).toBe(true)
    expect(same('date', { start: '2031-06', precision: 'month' }, { start: '2031-07', precision: 'month' })).toBe(false)
    expect(same('quantity', { words: 'forty', amount: 40, unit: 'items' }, { amount: 40, unit: 'items' })).toBe(true)
    expect(same('quantity', { words: 'dozens' }, { words: 'scores' })).toBe(false)
    expect(same('number', 5, 5)).toBe(true)
  })

  it('tells answers from nothing and from defaults', () => {
    const answer = (value: Value | undefined): string => meaningOf(codebook, attribute('text'), value).answer
    expect([answer(undefined), answer({ state: 'decided', value: ' ' }), answer({ state: 'not_stated' }), answer({ state: 'default', value: 'x' })]).toEqual(['nothing', 'nothing', 'not_stated', 'unconfirmed'])
  })

  it('remembers what a label carries', () => {
    expect(attributeIdsOf(codebook, 'pledge').has('actor')).toBe(true)
    expect(attributeIdsOf(codebook, 'pledge')).toBe(attributeIdsOf(codebook, 'pledge'))
  })
})
