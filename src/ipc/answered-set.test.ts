import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../core/model/annotation-set.ts'
import { answeredSetSchema } from './answered-set.ts'

const time = '2031-03-04T00:00:00.000Z'
const set: AnnotationSet = {
  format: 'concord/annotation-set',
  version: 1,
  article: { path: 'wire/talks.txt', text_sha256: 'a'.repeat(64) },
  annotator: { key: 'mira', name: 'Mira' },
  codebook: 'b'.repeat(64),
  revision: 3,
  state: { status: 'in_progress', changed: time },
  annotations: [
    {
      id: 'one',
      label: 'pledge',
      fragments: [{ start: 0, end: 4, quote: 'Four' }, { start: 9, end: 12, quote: 'cut' }],
      prefix: '',
      suffix: ' years',
      attributes: {
        a: { state: 'decided', value: [{ name: 'Norvia', code: 'NOR' }] },
        b: { state: 'default', value: false },
        c: { state: 'default', value: 0 },
        d: { state: 'not_stated' },
      },
      note: 'as told',
      created: time,
      modified: time,
      extra: { brat: { id: 'T1' } },
    },
  ],
  relations: [],
}

/** The set with one thing in its only annotation put wrong. */
function spoilt(change: (annotation: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(set) as unknown as { annotations: Record<string, unknown>[] }
  for (const annotation of copy.annotations) change(annotation)
  return copy
}

describe('a set as main hands it out', () => {
  it('comes through as it is', () => {
    expect(answeredSetSchema.parse(set)).toEqual(set)
  })

  it.each<[string, (annotation: Record<string, unknown>) => void]>([
    ['no id', (annotation) => delete annotation['id']],
    ['a label that is no text', (annotation) => (annotation['label'] = 4)],
    ['no fragment', (annotation) => (annotation['fragments'] = [])],
    ['an empty fragment', (annotation) => (annotation['fragments'] = [{ start: 4, end: 4, quote: '' }])],
    ['half an offset', (annotation) => (annotation['fragments'] = [{ start: 0.5, end: 4, quote: 'Four' }])],
    ['a negative offset', (annotation) => (annotation['fragments'] = [{ start: -1, end: 4, quote: 'Four' }])],
    ['no attributes', (annotation) => (annotation['attributes'] = null)],
    ['a bare value', (annotation) => (annotation['attributes'] = { a: 'Norvia' })],
    ['a state that is not known', (annotation) => (annotation['attributes'] = { a: { state: 'guessed', value: 'x' } })],
    ['a decided value without one', (annotation) => (annotation['attributes'] = { a: { state: 'decided' } })],
    ['a note that is no text', (annotation) => (annotation['note'] = {})],
    ['no time', (annotation) => delete annotation['modified']],
  ])('is refused with %s', (_, change) => {
    expect(answeredSetSchema.safeParse(spoilt(change)).success).toBe(false)
  })

  it('is refused with a head that is not the format’s, or records that are no list', () => {
    expect(answeredSetSchema.safeParse({ ...set, version: 2 }).success).toBe(false)
    expect(answeredSetSchema.safeParse({ ...set, annotations: {} }).success).toBe(false)
  })
})
