import { describe, expect, it } from 'vitest'
import type { InterchangeSet } from '../interchange.ts'
import { countNames, joinNames, noNames } from './used-names.ts'

const aSet = (label: string, attributes: InterchangeSet['annotations'][number]['attributes']): InterchangeSet => ({
  annotator: null,
  annotations: [{ id: 'a1', label, fragments: [{ start: 0, end: 1, quote: 'x' }], attributes }],
  relations: [{ id: 'r1', type: 'Cause', from: { annotation: 'a1' }, to: { annotation: 'a1' } }],
})

describe('the names that sets use', () => {
  it('are counted, with what their values are like, and joined over several', () => {
    const [one, other] = [noNames(), noNames()]
    countNames(one, aSet('協定', { conf: { state: 'decided', value: 'high' }, sure: { state: 'decided', value: true } }))
    countNames(other, aSet('協定', { conf: { state: 'decided', value: ['low', 'high'] }, empty: { state: 'not_stated' } }))
    const joined = joinNames([one, other])
    expect(joined.labels).toEqual(new Map([['協定', 2]]))
    expect(joined.relations).toEqual(new Map([['Cause', 2]]))
    expect(joined.attributes.get('conf')).toEqual({ count: 2, on: new Set(['協定']), types: new Set(['other', 'list']), words: new Set(['high', 'low']) })
    expect(joined.attributes.get('empty')).toMatchObject({ count: 1, types: new Set() })
  })
})
