import { describe, expect, it } from 'vitest'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import { attributesOf, carries, holds, isBlank, isComplete, missing, unconfirmed, unknownAttributes } from './form.ts'
import { attributeById } from './lookup.ts'
import { pledgesAndAgreements as codebook } from './starter.ts'

const decided = (value: Extract<Value, { state: 'decided' }>['value']): Value => ({ state: 'decided', value })
const at = '2031-03-04T09:15:00.000Z'
const annotation = (label: string, attributes: Record<string, Value> = {}): Annotation => ({
  id: 'a',
  label,
  fragments: [{ start: 0, end: 1, quote: 'x' }],
  prefix: '',
  suffix: '',
  attributes,
  created: at,
  modified: at,
})
const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id)
const withAttribute = (id: string, change: object): Codebook => ({
  ...codebook,
  attributes: codebook.attributes.map((item) => (item.id === id ? { ...item, ...change } : item)),
})

describe('attributesOf', () => {
  it('groups by stage and keeps the codebook’s order within one', () => {
    expect(ids(attributesOf(codebook, 'evidence'))).toEqual([
      'actor',
      'topic',
      'evidence_direction',
      'attribution_form',
      'counterpart',
      'statement_date',
      'temporal_mode',
      'attribution_source',
      'certainty',
      'certainty_reason',
      'comment',
    ])
    expect(ids(attributesOf(codebook, 'actor'))).toEqual(['comment'])
  })

  it('shows retired attributes and those of other labels only where they hold a value', () => {
    const retired = withAttribute('topic', { retired: true })
    const filled = annotation('evidence', { topic: decided(['trade']), form: decided('mediated') })
    expect(ids(attributesOf(retired, 'evidence', annotation('evidence')))).not.toContain('topic')
    expect(ids(attributesOf(retired, 'evidence', filled))).toEqual(expect.arrayContaining(['topic', 'form']))
  })

  it('follows merged labels', () => {
    const merged: Codebook = { ...codebook, aliases: [{ kind: 'label', from: 'fact', to: 'evidence' }] }
    expect(ids(attributesOf(merged, 'fact'))).toEqual(ids(attributesOf(codebook, 'evidence')))
    const direction = attributeById(merged, 'evidence_direction')
    expect(direction && carries(merged, direction, 'fact')).toBe(true)
    expect(direction && carries(merged, direction, 'pledge')).toBe(false)
  })
})

describe('unknownAttributes', () => {
  it('names what no attribute stands for', () => {
    expect(
      unknownAttributes(codebook, annotation('pledge', { mood: decided('x'), topic: decided(['trade']) })),
    ).toEqual(['mood'])
  })
})

describe('missing', () => {
  it('lists what is asked at once and before done, and nothing else', () => {
    expect(ids(missing(codebook, annotation('pledge'), []))).toEqual([
      'actor',
      'commitment_strength',
      'topic',
      'action_type',
      'target_kind',
      'specificity',
      'testable',
      'attribution_form',
    ])
    expect(missing(codebook, annotation('date'), [])).toEqual([])
    expect(isComplete(codebook, annotation('date'), [])).toBe(true)
  })

  it('takes decided, default, not stated and not applicable as answers, and blanks as none', () => {
    const left = missing(
      codebook,
      annotation('evidence', {
        actor: { state: 'not_stated' },
        topic: { state: 'not_applicable' },
        evidence_direction: decided('supports'),
        attribution_form: { state: 'default', value: 'paraphrase' },
      }),
      [],
    )
    expect(left).toEqual([])
    const blank = annotation('evidence', { actor: decided([]), topic: decided([]), evidence_direction: decided(' ') })
    expect(ids(missing(codebook, blank, []))).toEqual(['actor', 'topic', 'evidence_direction', 'attribution_form'])
  })

  it('wants a reason when certainty is 1, decided or by default, and only then', () => {
    const reasonMissing = (value: Value) =>
      ids(missing(codebook, annotation('pledge', { certainty: value }), [])).includes('certainty_reason')
    expect(reasonMissing(decided('1'))).toBe(true)
    expect(reasonMissing({ state: 'default', value: '1' })).toBe(true)
    expect(reasonMissing(decided('2'))).toBe(false)
    expect(reasonMissing({ state: 'not_stated' })).toBe(false)
  })

  it('takes a link as filled when a relation of its type starts at the annotation', () => {
    const strict = withAttribute('condition', { stage: 'before_done' })
    const relation = (type: string, from: string, to: string): Relation => ({
      id: `${type}${from}${to}`,
      type,
      from: { article: 'a.txt', annotation: from },
      to: { article: 'a.txt', annotation: to },
      created: at,
      modified: at,
    })
    const isMissing = (relations: Relation[]) =>
      ids(missing(strict, annotation('pledge'), relations)).includes('condition')
    expect(isMissing([])).toBe(true)
    expect(isMissing([relation('conditional_on', 'b', 'a'), relation('same_as', 'a', 'b')])).toBe(true)
    expect(isMissing([relation('conditional_on', 'a', 'b')])).toBe(false)
  })

  it('finds values under merged attributes', () => {
    const merged: Codebook = { ...codebook, aliases: [{ kind: 'attribute', from: 'who', to: 'actor' }] }
    const found = missing(merged, annotation('evidence', { who: decided([{ name: 'Norvia' }]) }), [])
    expect(ids(found)).not.toContain('actor')
  })
})

describe('unconfirmed', () => {
  it('lists the defaults that nobody confirmed', () => {
    const values: Record<string, Value> = {
      certainty: { state: 'default', value: '3' },
      temporal_mode: decided('current'),
      form: { state: 'not_stated' },
    }
    expect(unconfirmed(annotation('agreement', values))).toEqual(['certainty'])
  })
})

describe('holds', () => {
  it.each<[string, Value, string[], boolean]>([
    ['topic', decided(['trade', 'health']), ['health'], true],
    ['topic', decided(['trade']), ['health'], false],
    ['flag', decided(true), ['true'], true],
    ['count', decided(3), ['2', '3'], true],
    ['actor', decided([{ name: 'Norvia', code: 'XNO' }]), ['XNO'], true],
    ['amount', decided({ amount: 3 }), ['3'], false],
    ['form', { state: 'not_stated' }, ['not_stated'], false],
  ])('%s %j against %j: %s', (attribute, value, equals, expected) => {
    expect(holds(codebook, { attribute, equals }, { [attribute]: value })).toBe(expected)
  })
})

describe('isBlank', () => {
  it.each([['\u00a0\t'], [[]], [{}], [{ words: '' }], [{ precision: 'event' }]])('%j is blank', (payload) => {
    expect(isBlank(payload as Parameters<typeof isBlank>[0])).toBe(true)
  })
  it.each([['x'], [0], [false], [['x']], [{ amount: 0 }], [{ precision: 'event', words: 'once safe' }]])(
    '%j is not',
    (payload) => {
      expect(isBlank(payload as Parameters<typeof isBlank>[0])).toBe(false)
    },
  )
})
