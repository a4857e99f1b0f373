import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import { sameJson } from '../model/equal.ts'
import type { Value } from '../model/value.ts'
import { defaultValues, precisionOf, refreshDefaults, type DefaultsContext } from './defaults.ts'
import { attributesAfterRelabel } from './relabel.ts'
import { pledgesAndAgreements as codebook } from './starter.ts'

const decided = (value: Extract<Value, { state: 'decided' }>['value']): Value => ({ state: 'decided', value })
const assumed = (value: Extract<Value, { state: 'default' }>['value']): Value => ({ state: 'default', value })
const context = (more: Partial<DefaultsContext> = {}): DefaultsContext => ({
  articleDate: '2031-03-04',
  quote: 'will deliver',
  before: 'Norvia ',
  after: ' 40 ambulances.',
  attributes: {},
  ...more,
})
const refresh = (label: string, attributes: Annotation['attributes'], more: Partial<DefaultsContext> = {}) =>
  refreshDefaults(codebook, { label, attributes }, context(more))
const day = assumed({ start: '2031-03-04', precision: 'day' })
const parties = (...names: string[]) => decided(names.map((name) => ({ name })))

describe('defaultValues', () => {
  it('fills in what the codebook says, unconfirmed', () => {
    expect(defaultValues(codebook, 'pledge', context())).toEqual({
      temporal_mode: assumed('current'),
      certainty: assumed('3'),
      statement_date: day,
    })
    expect(defaultValues(codebook, 'date', context())).toEqual({})
    expect(defaultValues(codebook, 'ghost', context())).toEqual({})
  })

  it('has no date for an article without one, nor for a statement from the past', () => {
    expect(defaultValues(codebook, 'pledge', context({ articleDate: null }))).not.toHaveProperty('statement_date')
    const attributes = { temporal_mode: decided('historical') }
    expect(defaultValues(codebook, 'pledge', context({ attributes }))).not.toHaveProperty('statement_date')
  })

  it('reads the quotation marks around the span', () => {
    const found = defaultValues(codebook, 'pledge', context({ before: '“We ', after: ',” she said.' }))
    expect(found['attribution_form']).toEqual(assumed('direct_quote'))
  })

  it('gives no value that the codebook does not offer, and none to retired attributes', () => {
    const other: Codebook = {
      ...codebook,
      attributes: codebook.attributes.map((item) =>
        item.id === 'attribution_form'
          ? { ...item, values: [] }
          : item.id === 'certainty'
            ? { ...item, retired: true }
            : item,
      ),
    }
    expect(Object.keys(defaultValues(other, 'pledge', context()))).toEqual(['temporal_mode', 'statement_date'])
  })

  it.each([
    [['Norvia'], undefined],
    [['Norvia', 'Estal'], 'bilateral'],
    [['Norvia', 'Estal', 'Norvia'], 'bilateral'],
    [['Norvia', 'Estal', 'Yunwan'], 'multilateral'],
  ])('counts the parties %j: %s', (names, form) => {
    const found = defaultValues(codebook, 'agreement', context({ attributes: { actor: parties(...names) } }))
    expect(found['form']).toEqual(form === undefined ? undefined : assumed(form))
  })

  it('tells a government from those who fight it, but not two names of one government', () => {
    const actor = decided([
      { name: 'Estal', code: 'XES', sector: 'GOV' },
      { name: 'Government of Estal', code: 'XES', sector: 'GOV' },
      { name: 'Torrin Front', code: 'XES', sector: 'REB' },
    ])
    expect(defaultValues(codebook, 'agreement', context({ attributes: { actor } }))['form']).toEqual(
      assumed('bilateral'),
    )
  })
})

describe('refreshDefaults', () => {
  it('takes the date away when the statement turns out to be old, and gives it back', () => {
    const old = refresh('pledge', { statement_date: day, temporal_mode: decided('historical') })
    expect(old).not.toHaveProperty('statement_date')
    expect(refresh('pledge', { ...old, temporal_mode: decided('current') })['statement_date']).toEqual(day)
  })

  it('follows the number of parties and the marks around a moved span', () => {
    const two = refresh('agreement', { actor: parties('Norvia', 'Estal') })
    expect(two['form']).toEqual(assumed('bilateral'))
    const three = refresh(
      'agreement',
      { ...two, actor: parties('Norvia', 'Estal', 'Yunwan') },
      { before: '“', after: '”' },
    )
    expect([three['form'], three['attribution_form']]).toEqual([assumed('multilateral'), assumed('direct_quote')])
  })

  it('keeps a default that no rule of the codebook made, as an import brings it', () => {
    expect(refresh('pledge', { topic: assumed(['trade']), mood: assumed('x') })).toMatchObject({
      topic: assumed(['trade']),
      mood: assumed('x'),
    })
  })

  it('renews a default under a merged id, under the id of today', () => {
    const merged: Codebook = { ...codebook, aliases: [{ kind: 'attribute', from: 'mode', to: 'temporal_mode' }] }
    const found = refreshDefaults(merged, { label: 'pledge', attributes: { mode: assumed('future') } }, context())
    expect(found).not.toHaveProperty('mode')
    expect(found['temporal_mode']).toEqual(assumed('current'))
    const kept = refreshDefaults(merged, { label: 'pledge', attributes: { mode: decided('future') } }, context())
    expect(kept).toMatchObject({ mode: decided('future') })
    expect(kept).not.toHaveProperty('temporal_mode')
  })

  const aValue: fc.Arbitrary<Value> = fc.oneof(
    fc.constantFrom('historical', 'current', 'mediated', '1').map(decided),
    fc.constantFrom('historical', 'current', 'mediated', '1').map(assumed),
    fc.array(fc.constantFrom('Norvia', 'Estal', 'Yunwan')).map((names) => parties(...names)),
    fc.constantFrom<Value>({ state: 'not_stated' }, { state: 'not_applicable' }),
  )
  const someAttributes = fc.dictionary(
    fc.constantFrom(
      'actor',
      'form',
      'temporal_mode',
      'statement_date',
      'attribution_form',
      'certainty',
      'topic',
      'mood',
    ),
    aValue,
    { noNullPrototype: true },
  )
  const aLabel = fc.constantFrom('pledge', 'agreement', 'evidence', 'date')
  const aDate = fc.constantFrom(null, '2031-03-04')

  it('never touches what was decided, and has nothing left to do the second time', () => {
    fc.assert(
      fc.property(someAttributes, aLabel, aDate, (attributes, label, articleDate) => {
        const once = refresh(label, attributes, { articleDate })
        for (const [id, value] of Object.entries(attributes)) {
          if (value.state !== 'default') expect(once[id]).toEqual(value)
        }
        for (const [id, value] of Object.entries(once)) {
          if (value.state !== 'default') expect(attributes[id]).toEqual(value)
        }
        expect(sameJson(refresh(label, once, { articleDate }), once)).toBe(true)
      }),
    )
  })

  it('relabelling keeps what both labels carry, and nothing that the new one does not', () => {
    fc.assert(
      fc.property(someAttributes, aLabel, aLabel, (attributes, from, to) => {
        const after = attributesAfterRelabel(codebook, { label: from, attributes }, to, context({ attributes }))
        for (const [id, value] of Object.entries(attributes)) {
          const known = codebook.attributes.find((item) => item.id === id)
          if (known && !known.labels.includes(to)) expect(after).not.toHaveProperty(id)
          else if (value.state !== 'default') expect(after[id]).toEqual(value)
        }
      }),
    )
  })
})

describe('attributesAfterRelabel', () => {
  it('drops what the new label does not ask and brings its defaults', () => {
    const attributes = {
      actor: parties('Norvia', 'Estal'),
      target_kind: decided('action'),
      certainty: assumed('3'),
      mood: decided('x'),
    }
    const after = attributesAfterRelabel(
      codebook,
      { label: 'pledge', attributes },
      'agreement',
      context({ attributes }),
    )
    expect(after).toEqual({
      actor: attributes.actor,
      mood: attributes.mood,
      certainty: assumed('3'),
      temporal_mode: assumed('current'),
      statement_date: day,
      form: assumed('bilateral'),
    })
  })
})

describe('precisionOf', () => {
  it.each([
    ['2031', 'year'],
    ['2031-Q2', 'quarter'],
    ['2031-06', 'month'],
    ['2031-06-12', 'day'],
  ])('%s: %s', (date, precision) => {
    expect(precisionOf(date)).toBe(precision)
  })
})
