import { describe, expect, it } from 'vitest'
import type { Attribute, Codebook, Label } from '../model/codebook.ts'
import { checkCodebook } from './check.ts'
import { pledgesAndAgreements as starter } from './starter.ts'

const found = (change: Partial<Codebook>) =>
  checkCodebook({ ...starter, ...change }).map(({ code, message }) => `${code}: ${message}`)
const attributes = (id: string, change: Partial<Attribute>) => ({
  attributes: starter.attributes.map((item) => (item.id === id ? { ...item, ...change } : item)),
})
const labels = (id: string, change: Partial<Label>) => ({
  labels: starter.labels.map((item) => (item.id === id ? { ...item, ...change } : item)),
})

describe('checkCodebook', () => {
  it('finds ids that occur twice, in every list', () => {
    const twice: Codebook = {
      ...starter,
      labels: [...starter.labels, ...starter.labels.filter(({ id }) => id === 'date')],
      sectors: [...starter.sectors, { id: 'GOV', name: 'x' }],
      attributes: starter.attributes.map((item) =>
        item.id === 'form' && item.values ? { ...item, values: [...item.values, { id: 'mediated', name: 'x' }] } : item,
      ),
      rules: [...starter.rules, { id: 'rule_1', text: 'x' }],
    }
    expect(checkCodebook(twice).map((error) => error.message)).toEqual([
      'Two labels have the id “date”.',
      'Two sectors have the id “GOV”.',
      'Two decision rules have the id “rule_1”.',
      'Two values of “Form” have the id “mediated”.',
    ])
  })

  it.each<[string, Partial<Codebook>, string]>([
    ['keys', labels('agreement', { key: 'p' }), 'codebook.duplicate_key: Two active labels have the key “P”.'],
    [
      'looks',
      labels('agreement', { tint: 'blue', underline: 'solid' }),
      'codebook.duplicate_look: Two active labels look the same: blue and solid.',
    ],
    [
      'labels of attributes',
      attributes('topic', { labels: ['ghost'] }),
      'codebook.unknown_label: The attribute “Topic” names the label “ghost”, which there is none of.',
    ],
    [
      'sectors of entities',
      { entities: [{ id: 'norvia', name: 'Norvia', sector: 'ghost', aliases: [] }] },
      'codebook.unknown_sector: The entity “Norvia” names the sector “ghost”, which there is none of.',
    ],
    ['lists', attributes('binding', { values: [] }), 'codebook.no_values: The attribute “Binding” offers no values.'],
    [
      'retired lists',
      attributes('binding', { values: [{ id: 'x', name: 'x', retired: true }] }),
      'codebook.no_values: The attribute “Binding” offers no values.',
    ],
    [
      'links',
      attributes('condition', { relation: 'ghost' }),
      'codebook.unknown_relation: The attribute “Condition” is a link without a relation of this codebook.',
    ],
    [
      'bounds',
      attributes('amount', { min: 2, max: 1 }),
      'codebook.bounds: The attribute “Amount” has a least value above its greatest.',
    ],
    [
      'conditions on attributes',
      attributes('certainty_reason', { required_when: { attribute: 'ghost', equals: ['1'] } }),
      'codebook.unknown_attribute: The attribute “Certainty: reason” depends on “ghost”, which there is none of.',
    ],
    [
      'conditions on values',
      attributes('statement_date', {
        default: { rule: 'article_date', unless: { attribute: 'temporal_mode', equals: ['past'] } },
      }),
      'codebook.unknown_value: The attribute “Date of the statement” depends on the value “past”, which “Temporal mode” does not have.',
    ],
    [
      'default values',
      attributes('certainty', { default: { rule: 'value', value: '4' } }),
      'codebook.default: The attribute “Certainty” has a default that does not fit: “Certainty” has no value “4”.',
    ],
    [
      'types of default values',
      attributes('topic', { default: { rule: 'value', value: 'trade' } }),
      'codebook.default: The attribute “Topic” has a default that does not fit: “Topic” takes a list of values.',
    ],
    [
      'rules for dates',
      attributes('comment', { default: { rule: 'article_date' } }),
      'codebook.default: The attribute “Comment” has a default that does not fit: the article’s date is a date.',
    ],
    [
      'rules for quotations',
      attributes('binding', { default: { rule: 'quotation_marks' } }),
      'codebook.default: The attribute “Binding” has a default that does not fit: the rule gives direct_quote, ' +
        'partial_quote, which must be values of a choice.',
    ],
    [
      'rules for parties',
      attributes('form', { default: { rule: 'form_from_actors', attribute: 'topic' } }),
      'codebook.default: The attribute “Form” has a default that does not fit: there are no entities to count.',
    ],
    [
      'labels of relations',
      { relations: [{ id: 'r', name: 'R', definition: '', from: [], to: ['ghost'] }, ...starter.relations] },
      'codebook.unknown_label: The relation “R” names the label “ghost”, which there is none of.',
    ],
    [
      'merges into nothing',
      { aliases: [{ kind: 'value', attribute: 'topic', from: 'culture', to: 'ghost' }] },
      'codebook.alias: The merged id “culture” leads to “ghost”, which there is none of.',
    ],
    [
      'merges in a circle',
      { aliases: [{ kind: 'label', from: 'pledge', to: 'pledge' }] },
      'codebook.alias: The merged id “pledge” leads back to itself.',
    ],
  ])('checks %s', (_, change, message) => {
    expect(found(change)).toEqual([message])
  })

  it('minds keys and looks of active labels only', () => {
    expect(found(labels('actor', { key: 'P', tint: 'blue', underline: 'solid' }))).toEqual([])
  })

  it('takes merges that lead somewhere', () => {
    const aliases: Codebook['aliases'] = [
      { kind: 'label', from: 'promise', to: 'pledge' },
      { kind: 'value', attribute: 'topic', from: 'culture', to: 'education' },
      { kind: 'relation', from: 'belongs_to', to: 'part_of' },
    ]
    expect(found({ aliases })).toEqual([])
  })
})
