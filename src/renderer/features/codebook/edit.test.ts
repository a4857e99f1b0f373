import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../../core/codebook/empty.ts'
import { pledgesAndAgreements } from '../../../core/codebook/starter.ts'
import { codebookSchema, type Label } from '../../../core/model/codebook.ts'
import { freeLook, freshId, labelProblems, valuesFromLines, withAttribute, withLabel } from './edit.ts'

const environment = { now: () => 0, random: (count: number) => new Uint8Array(count) }
const label = (more: Partial<Label> = {}): Label => ({
  id: 'threat', name: 'Threat', key: 'T', tint: 'rose', underline: 'solid', kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true, ...more,
})

describe('freshId', () => {
  it.each([
    ['Joint statement', [], 'joint_statement'],
    ['Élan vital!', [], 'elan_vital'],
    ['Threat', ['threat', 'threat_2'], 'threat_3'],
  ])('%s', (name, taken, expected) => {
    expect(freshId(name, taken, environment)).toBe(expected)
  })

  it('is random where the name has no Latin letters', () => {
    expect(freshId('承诺', [], environment)).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('labels', () => {
  const codebook = withLabel(emptyCodebook('Mine', 'mine'), label())

  it('get looks of their own, forty of them', () => {
    let labels: Label[] = []
    for (let index = 0; index < 40; index += 1) labels = [...labels, label({ id: `${index}`, ...freeLook(labels) })]
    expect(new Set(labels.map(({ tint, underline }) => `${tint} ${underline}`)).size).toBe(40)
  })

  it.each([
    ['as they should be', label({ id: 'x', name: 'Warning', key: 'w', tint: 'gold' }), {}],
    ['changed, do not stand in their own way', label({ definition: 'New.' }), {}],
    ['without a name', label({ id: 'x', name: ' ', key: 'w', tint: 'gold' }), { name: 'missing' }],
    ['with a name, key and look that are taken', label({ id: 'x', name: 'THREAT', key: 't' }), { name: 'taken', key: { takenBy: 'Threat' }, look: { takenBy: 'Threat' } }],
    ['with a key that is no letter', label({ id: 'x', name: 'Warning', key: '?', tint: 'gold' }), { key: 'wrong' }],
    ['that are off need no key or look of their own', label({ id: 'x', name: 'Warning', active: false }), {}],
  ])('%s', (_, candidate, expected) => {
    expect(labelProblems(candidate, codebook)).toEqual(expected)
  })

  it('of the starter stand in nobody’s way', () => {
    for (const each of pledgesAndAgreements.labels) expect(labelProblems(each, pledgesAndAgreements), each.name).toEqual({})
  })
})

describe('attributes', () => {
  it('keep the ids of values that stay and retire those that go', () => {
    const before = [{ id: 'firm', name: 'Firm', definition: '“will”' }, { id: 'may', name: 'May' }, { id: 'old', name: 'Old', retired: true }]
    expect(valuesFromLines('Firm\n\n  Plans \nOld\nFirm', before, environment)).toEqual([
      { id: 'firm', name: 'Firm', definition: '“will”' },
      { id: 'plans', name: 'Plans' },
      { id: 'old', name: 'Old' },
      { id: 'may', name: 'May', retired: true },
    ])
  })

  it('of type link bring their relation with them, once', () => {
    const attribute = { id: 'cause', name: 'Cause', help: 'What led to it.', type: 'link' as const, labels: ['threat'], stage: 'if_stated' as const, relation: 'cause' }
    const once = withAttribute(emptyCodebook('Mine', 'mine'), attribute)
    const twice = withAttribute(once, { ...attribute, help: 'Changed.' })
    expect(twice.relations.map(({ id }) => id)).toEqual(['cause'])
    expect(twice.attributes.map(({ help }) => help)).toEqual(['Changed.'])
    expect(codebookSchema.safeParse(twice).success).toBe(true)
  })
})
