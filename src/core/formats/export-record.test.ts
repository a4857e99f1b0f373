import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, Relation } from '../model/annotation.ts'
import { aSet, aText, anAnnotation } from '../testing/arbitraries.ts'
import { createOffsetMap } from '../text/code-points.ts'
import { addOmitted, exportRecordSchema, omittedFrom, toRecords, verifyRecord } from './export-record.ts'
import { aCodebook } from './testing.ts'

const [empty] = fc.sample(aSet(), 1)
if (!empty) throw new Error('no sample')
const base = { ...empty, annotations: [], relations: [] }
const at = '2031-03-04T09:15:00.000Z'
const annotation = (id: string, fragments: Annotation['fragments']): Annotation => ({
  id,
  label: 'pledge',
  fragments,
  prefix: '',
  suffix: '',
  attributes: {},
  created: at,
  modified: at,
})
const relation = (id: string, type: string, from: string, to: string, article = 'a.txt'): Relation => ({
  id,
  type,
  from: { article, annotation: from },
  to: { article: 'a.txt', annotation: to },
  created: at,
  modified: at,
})

/** What Python would do with the exported offsets. */
const cut = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

describe('toRecords', () => {
  it('has code-point offsets that cut the quote out of the text, wherever no character is cut in two', () => {
    const withText = aText().chain((text) => fc.record({ text: fc.constant(text), record: anAnnotation(text) }))
    fc.assert(
      fc.property(withText, ({ text, record }) => {
        fc.pre(record.fragments.every(({ quote }) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(quote)))
        const [exported] = toRecords({ ...base, annotations: [record] }, createOffsetMap(text), aCodebook())
        if (!exported) throw new Error('nothing exported')
        expect(cut(text, exported.start, exported.end)).toBe(exported.quote)
        expect(text.slice(exported.start_utf16, exported.end_utf16)).toBe(exported.quote)
        expect(verifyRecord([...text], exported)).toBeNull()
        expect(exportRecordSchema.safeParse(exported).success).toBe(true)
      }),
    )
  })

  it('gives the hull, the joined quote and the pieces of a span in several pieces', () => {
    const text = '🇰🇪 pledging to cut waste and raise revenue'
    const [exported] = toRecords(
      {
        ...base,
        annotations: [
          annotation('a', [
            { start: 5, end: 16, quote: 'pledging to' },
            { start: 31, end: 44, quote: 'raise revenue' },
          ]),
        ],
      },
      createOffsetMap(text),
      aCodebook(),
    )
    expect(exported).toMatchObject({
      start: 3,
      end: 42,
      start_utf16: 5,
      end_utf16: 44,
      quote: 'pledging to … raise revenue',
      fragments: [
        { start: 3, end: 14, quote: 'pledging to' },
        { start: 29, end: 42, start_utf16: 31, end_utf16: 44, quote: 'raise revenue' },
      ],
    })
    expect(exported && verifyRecord([...text], exported)).toBeNull()
    expect(exported && verifyRecord([...text].slice(1), exported)).toContain('annotation a')
  })

  it('shows relations as the link attribute of their name, also through a merged id', () => {
    const pieces = [
      annotation('a', [{ start: 0, end: 1, quote: 'x' }]),
      annotation('b', [{ start: 2, end: 3, quote: 'y' }]),
    ]
    const relations = [
      relation('r1', 'conditional_on', 'a', 'z'),
      relation('r2', 'depends_on', 'a', 'b'),
      relation('r3', 'same_as', 'a', 'b'),
    ]
    const set = {
      ...base,
      annotations: pieces,
      relations: [...relations, relation('r4', 'conditional_on', 'a', 'b', 'other.txt')],
    }
    const codebook = aCodebook({ aliases: [{ kind: 'relation', from: 'depends_on', to: 'conditional_on' }] })
    const [a, b] = toRecords(set, createOffsetMap('x y'), codebook)
    expect(a?.attributes).toEqual({ condition: { state: 'decided', value: ['b', 'z'] } })
    expect(b?.attributes).toEqual({})
    expect(omittedFrom(set, codebook)).toEqual([
      { what: 'relations that no link attribute shows', count: 2 },
      { what: 'statuses of annotation sets', count: 1 },
    ])
  })
})

describe('omittedFrom', () => {
  it('counts what the fixed fields cannot hold', () => {
    const one = { ...annotation('a', [{ start: 0, end: 1, quote: 'x' }]), note: 'why', extra: { brat: 1 } }
    const omitted = omittedFrom({ ...base, annotations: [one], state: { ...base.state, note: 'later' } }, aCodebook())
    expect(omitted.map(({ count }) => count)).toEqual([1, 1, 1, 1])
    expect(addOmitted(omitted, omitted).map(({ count }) => count)).toEqual([2, 2, 2, 2])
  })
})
