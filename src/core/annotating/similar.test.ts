import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Value } from '../model/value.ts'
import { similarTo } from './similar.ts'

function annotation(id: string, quote: string, attributes: Record<string, Value> = {}, more: Partial<Annotation> = {}): Annotation {
  const at = `2031-03-04T00:00:00.00${id.length}Z`
  return { id, label: 'pledge', fragments: [{ start: 0, end: quote.length, quote }], prefix: '', suffix: '', attributes, created: at, modified: at, ...more }
}

const decided = (value: string | readonly string[]): Value => ({ state: 'decided', value: typeof value === 'string' ? value : [...value] })
const strength = { commitment_strength: decided('firm') }
const ids = (target: Annotation, ...others: Annotation[]) => similarTo(target, others, pledgesAndAgreements).map((one) => one.annotation.id)

describe('annotations whose values may serve', () => {
  it('come with the likest words first, in any script', () => {
    const target = annotation('t', 'will deliver 40 ambulances')
    expect(ids(target, annotation('a', 'will sign', strength), annotation('b', 'WILL deliver 20 Ambulances 🚑', strength))).toEqual(['b', 'a'])
    expect(ids(annotation('t', '将提供救护车'), annotation('a', '签署协议', strength), annotation('b', '提供救护车', strength))).toEqual(['b', 'a'])
  })

  it('fill only what is empty, and take nothing that a rule filled in', () => {
    const target = annotation('t', 'will help', { commitment_strength: decided('conditional'), temporal_mode: { state: 'default', value: 'current' } })
    const other = annotation('a', 'will help', {
      ...strength, topic: decided(['health']), testable: { state: 'not_stated' }, temporal_mode: decided('future'), certainty: { state: 'default', value: '3' },
    })
    expect(similarTo(target, [other], pledgesAndAgreements)[0]?.fills).toEqual({
      topic: decided(['health']), testable: { state: 'not_stated' }, temporal_mode: decided('future'),
    })
  })

  it('are of the same label, another one, and have something to give', () => {
    const target = annotation('t', 'will help', strength)
    expect(ids(target, annotation('t', 'will help', { topic: decided(['health']) }), annotation('a', 'will help', strength))).toEqual([])
    expect(ids(target, annotation('b', 'will help', { topic: decided(['health']) }, { label: 'demand' }))).toEqual([])
  })
})
