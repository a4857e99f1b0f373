import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAnnotation } from '../testing/arbitraries.ts'
import { hashedText } from './hash.ts'

describe('what a record’s hash is made of', () => {
  it('leaves out when it was saved, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(anAnnotation('Norvia 👩‍👩‍👧‍👦 e\u0301 签署'), (record) => {
        const turned = Object.fromEntries(Object.entries({ ...record, modified: '2040-01-01T00:00:00.000Z', note: undefined }).toReversed())
        expect(hashedText({ ...record, ...turned })).toBe(hashedText(record))
        expect(hashedText({ ...record, label: 'another' })).not.toBe(hashedText(record))
        expect(JSON.parse(hashedText(record))).toMatchObject({ id: record.id, fragments: record.fragments })
      }),
    )
  })

  it('has the keys in code-unit order, on one line', () => {
    const record = { id: 'a', label: 'pledge', fragments: [{ start: 0, end: 1, quote: 'x' }], prefix: '', suffix: '', attributes: { b: { state: 'not_stated' as const }, B: { state: 'decided' as const, value: [] } }, created: '', modified: '' }
    expect(hashedText(record)).toBe(
      '{"attributes":{"B":{"state":"decided","value":[]},"b":{"state":"not_stated"}},"fragments":[{"end":1,"quote":"x","start":0}],"id":"a","label":"pledge","prefix":"","suffix":""}',
    )
  })
})
