import { describe, expect, it } from 'vitest'
import type { Codebook } from '../model/codebook.ts'
import {
  attributeById,
  choiceById,
  labelById,
  labelByKey,
  nameOfAttribute,
  nameOfChoice,
  nameOfLabel,
  nameOfRelation,
  offeredLabels,
  relationTypeById,
  resolveId,
  sectorById,
  storedValue,
} from './lookup.ts'
import { pledgesAndAgreements } from './starter.ts'

const codebook: Codebook = {
  ...pledgesAndAgreements,
  aliases: [
    { kind: 'label', from: 'promise', to: 'commitment' },
    { kind: 'label', from: 'commitment', to: 'pledge' },
    { kind: 'label', from: 'demand', to: 'refusal' },
    { kind: 'attribute', from: 'who', to: 'actor' },
    { kind: 'relation', from: 'belongs_to', to: 'part_of' },
    { kind: 'value', attribute: 'topic', from: 'culture', to: 'education' },
    { kind: 'attribute', from: 'round', to: 'about' },
    { kind: 'attribute', from: 'about', to: 'round' },
  ],
}
const topic = attributeById(codebook, 'topic')
const form = attributeById(codebook, 'form')

describe('merged ids', () => {
  it('are followed to the end, and lead from what is still listed too', () => {
    expect(labelById(codebook, 'promise')?.id).toBe('pledge')
    expect(labelById(codebook, 'demand')?.id).toBe('refusal')
    expect(attributeById(codebook, 'who')?.id).toBe('actor')
    expect(relationTypeById(codebook, 'belongs_to')?.id).toBe('part_of')
  })

  it('lead nowhere in a circle, and nowhere else than their kind', () => {
    expect(resolveId(codebook, 'attribute', 'round')).toBe('round')
    expect(resolveId(codebook, 'relation', 'who')).toBe('who')
  })

  it('of values belong to one attribute', () => {
    expect(topic && choiceById(codebook, topic, 'culture')?.id).toBe('education')
    expect(form && choiceById(codebook, form, 'culture')).toBeUndefined()
  })
})

describe('names', () => {
  it('are the codebook’s, and the id where it has none', () => {
    expect(nameOfLabel(codebook, 'promise')).toBe('Pledge')
    expect(nameOfAttribute(codebook, 'action_type')).toBe('Kind of action')
    expect(nameOfRelation(codebook, 'part_of')).toBe('Part of')
    expect(topic && nameOfChoice(codebook, topic, 'cbrn')).toBe('CBRN')
    expect(nameOfLabel(codebook, 'ghost')).toBe('ghost')
    expect(topic && nameOfChoice(codebook, topic, 'ghost')).toBe('ghost')
    expect([sectorById(codebook, 'IGO')?.name, sectorById(codebook, 'ghost')]).toEqual([
      'Intergovernmental organisation',
      undefined,
    ])
  })
})

describe('labelByKey', () => {
  it('finds active labels by small and capital letters', () => {
    expect(labelByKey(codebook, 'p')?.id).toBe('pledge')
    expect(labelByKey(codebook, 'V')?.id).toBe('provision')
  })

  it('finds neither mentions that are off, nor retired labels, nor labels without a key', () => {
    const labels = pledgesAndAgreements.labels.map((label) =>
      label.id === 'pledge' ? { ...label, retired: true } : label,
    )
    const other = { ...pledgesAndAgreements, labels }
    expect([labelByKey(other, '1'), labelByKey(other, 'P'), labelByKey(other, '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(offeredLabels(other).map((label) => label.id)).not.toContain('pledge')
  })
})

describe('storedValue', () => {
  it('finds a value under the attribute’s own id before a merged one', () => {
    const text = (value: string) => ({ state: 'decided' as const, value })
    expect(storedValue(codebook, { who: text('a') }, 'actor')).toEqual({ key: 'who', value: text('a') })
    expect(storedValue(codebook, { who: text('a'), actor: text('b') }, 'actor')).toEqual({
      key: 'actor',
      value: text('b'),
    })
    expect(storedValue(codebook, { topic: text('a') }, 'actor')).toBeUndefined()
  })
})
