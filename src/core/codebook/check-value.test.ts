import { describe, expect, it } from 'vitest'
import type { Attribute, AttributeType, Codebook } from '../model/codebook.ts'
import type { Payload } from '../model/value.ts'
import { checkValue } from './check-value.ts'
import { attributeById } from './lookup.ts'
import { pledgesAndAgreements } from './starter.ts'

const codebook: Codebook = {
  ...pledgesAndAgreements,
  attributes: pledgesAndAgreements.attributes.map((item) =>
    item.id === 'form' && item.values
      ? { ...item, values: [...item.values, { id: 'unilateral', name: 'Unilateral', retired: true }] }
      : item,
  ),
  aliases: [{ kind: 'value', attribute: 'topic', from: 'culture', to: 'education' }],
}

const bare = (type: AttributeType, more: Partial<Attribute> = {}): Attribute => ({
  id: 'x',
  name: 'X',
  help: '',
  type,
  labels: [],
  stage: 'now',
  ...more,
})
const bounded = (type: AttributeType) => bare(type, { min: 0, max: 10 })
const of = (id: string): Attribute => attributeById(codebook, id) ?? bare('text')
const problem = (attribute: Attribute, value: Payload) => checkValue(codebook, attribute, { state: 'decided', value })

describe('checkValue', () => {
  it.each<[Attribute, Payload]>([
    [bare('text'), ''],
    [bare('boolean'), false],
    [bounded('number'), 10],
    [of('form'), 'mediated'],
    [of('form'), 'unilateral'],
    [of('certainty'), '1'],
    [of('topic'), ['culture', 'trade', 'other']],
    [of('topic'), []],
    [of('actor'), [{ name: 'Norvia', sector: 'GOV' }, { name: 'x' }]],
    [of('actor'), []],
    [of('amount'), { words: 'some' }],
    [bounded('quantity'), { amount: 5, min: 0, max: 10 }],
    [of('deadline'), { start: '2032-02-29', precision: 'day' }],
    [of('deadline'), { start: '2031-06', end: '2031-06', precision: 'month' }],
    [of('deadline'), { start: '2031-Q1', end: '2031-Q2', precision: 'quarter' }],
    [of('deadline'), { end: '2031', precision: 'year' }],
    [of('deadline'), { words: 'once safe', precision: 'event' }],
    [of('deadline'), { start: '2031-Q2', end: '2031-06-12', precision: 'event' }],
    [of('deadline'), { start: '2031-06', end: '2031', precision: 'event' }],
  ])('takes %o with %j', (attribute, value) => {
    expect(problem(attribute, value)).toBeNull()
  })

  it.each<[Attribute, Payload, string]>([
    [bare('text'), 1, 'takes text'],
    [bare('boolean'), 'yes', 'yes or no'],
    [bare('number'), '1', 'takes a number'],
    [bounded('number'), -1, '0 at least, not -1'],
    [bounded('number'), 11, '10 at most, not 11'],
    [of('form'), 'trilateral', 'has no value “trilateral”'],
    [of('form'), ['mediated'], 'one value of its list'],
    [of('topic'), 'trade', 'takes a list of values'],
    [of('topic'), ['trade', 'ghost'], 'has no value “ghost”'],
    [of('topic'), ['trade', 'health', 'legal', 'cyber'], '3 values at most, not 4'],
    [of('topic'), ['education', 'culture'], 'names a value twice'],
    [of('actor'), ['Norvia'], 'list of entities'],
    [of('actor'), [{ name: 'Norvia', sector: 'ghost' }], 'sector “ghost” of “Norvia”'],
    [bare('entities', { max_values: 1 }), [{ name: 'a' }, { name: 'b' }], '1 values at most'],
    [of('amount'), 40, 'an amount with a unit'],
    [of('amount'), { min: 2, max: 1 }, 'backwards'],
    [of('amount'), { amount: 3, max: 1 }, 'outside its own bounds'],
    [bounded('quantity'), { max: 11 }, '10 at most'],
    [of('deadline'), '2031-06', 'takes a date'],
    [of('deadline'), { start: '2031-02-29', precision: 'day' }, 'There is no day 2031-02-29'],
    [of('deadline'), { start: '2100-02-29', precision: 'day' }, 'There is no day'],
    [of('deadline'), { start: '2031-06-31', precision: 'event' }, 'There is no day'],
    [of('deadline'), { start: '2031-06', precision: 'day' }, 'does not have the precision “day”'],
    [of('deadline'), { start: '2031-06', end: '2031', precision: 'month' }, '2031 does not have the precision'],
    [of('deadline'), { precision: 'month' }, 'needs a start or an end'],
    [of('deadline'), { start: '2031-06-02', end: '2031-06-01', precision: 'day' }, '2031-06-01 lies before 2031-06-02'],
    [of('deadline'), { start: '2031-07-01', end: '2031-Q2', precision: 'event' }, 'lies before'],
    [of('condition'), 'if safe', 'is a link'],
  ])('refuses for %o the value %j', (attribute, value, why) => {
    expect(problem(attribute, value)).toContain(why)
  })

  it('takes not stated and not applicable everywhere', () => {
    for (const attribute of codebook.attributes) {
      expect(checkValue(codebook, attribute, { state: 'not_stated' })).toBeNull()
      expect(checkValue(codebook, attribute, { state: 'not_applicable' })).toBeNull()
    }
  })
})
