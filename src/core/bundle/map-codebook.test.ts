import { describe, expect, it } from 'vitest'
import { checkCodebook } from '../codebook/check.ts'
import { labelById, nameOfAttribute, nameOfChoice, nameOfLabel } from '../codebook/lookup.ts'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import { mapCodebook, suggestedChoices } from './map-codebook.ts'
import { unknownIn } from './unknown.ts'

const here = pledgesAndAgreements
const [first] = here.labels
const choice = here.attributes.find(({ type, values }) => type === 'choice' && values !== undefined && values.length > 2)
if (!first || !choice) throw new Error('the starter codebook has labels and choices')

/** A colleague's codebook: what is here, and four things that are not. */
const there: Codebook = {
  ...here,
  labels: [
    ...here.labels,
    { ...first, id: 'promise_2', name: ` ${first.name.toUpperCase()} ` },
    { ...first, id: 'threat', name: 'Threat of war' },
  ],
  relations: [...here.relations, { id: 'answers', name: 'Answers', definition: '', from: ['threat', first.id], to: [] }],
  attributes: [
    ...here.attributes.map((attribute) => (attribute.id === choice.id ? { ...attribute, labels: [...attribute.labels, 'threat'], values: [...(attribute.values ?? []), { id: 'vague', name: 'Vague' }] } : attribute)),
    { id: 'mood', name: 'Mood', help: '', type: 'choice', labels: ['threat', 'promise_2', first.id], stage: 'now', values: [{ id: 'angry', name: 'Angry' }], default: { rule: 'value', value: 'angry' } },
  ],
}

const set: AnnotationSet = {
  format: 'concord/annotation-set',
  version: 1,
  article: { path: 'a.txt', text_sha256: '0'.repeat(64) },
  annotator: { key: 'ines', name: 'Ines' },
  codebook: '0'.repeat(64),
  revision: 1,
  state: { status: 'done', changed: '2031-03-04T00:00:00.000Z' },
  annotations: ['promise_2', 'threat', first.id, 'lost'].map((label, index) => ({
    id: `a${index}`,
    label,
    fragments: [{ start: index, end: index + 1, quote: 'x' }],
    prefix: '',
    suffix: '',
    attributes: { mood: { state: 'decided' as const, value: 'angry' }, [choice.id]: { state: 'decided' as const, value: 'vague' } },
    created: '2031-03-04T00:00:00.000Z',
    modified: '2031-03-04T00:00:00.000Z',
  })),
  relations: [{ id: 'r', type: 'answers', from: { article: 'a.txt', annotation: 'a0' }, to: { article: 'a.txt', annotation: 'a1' }, created: '2031-03-04T00:00:00.000Z', modified: '2031-03-04T00:00:00.000Z' }],
}

describe('codebooks that do not know each other’s things', () => {
  const { unknown, otherwise } = unknownIn([set], here, there)

  it('finds what is not known here, with its name there, its uses and a suggestion', () => {
    expect(unknown.map(({ kind, id, count, described, suggestion }) => [kind, id, count, described, suggestion])).toEqual([
      ['label', 'promise_2', 1, true, first.id],
      ['label', 'threat', 1, true, null],
      ['label', 'lost', 1, false, null],
      ['attribute', 'mood', 4, true, null],
      ['relation', 'answers', 1, true, null],
      ['value', 'vague', 4, true, null],
    ])
    expect(otherwise).toEqual([])
    expect(unknownIn([set], there, here).unknown.map(({ id }) => id)).toEqual(['lost'])
  })

  it('points out what has the same id and another name', () => {
    const renamed = { ...there, labels: there.labels.map((label) => (label.id === first.id ? { ...label, name: 'Vow' } : label)) }
    expect(unknownIn([set], here, renamed).otherwise).toEqual([{ kind: 'label', id: first.id, here: first.name, there: 'Vow' }])
  })

  it('makes a codebook that reads them all, and that is sound', () => {
    const mapped = mapCodebook(here, there, suggestedChoices(unknown))
    expect(checkCodebook(mapped)).toEqual([])
    expect(nameOfLabel(mapped, 'promise_2')).toBe(first.name)
    expect(nameOfLabel(mapped, 'threat')).toBe('Threat of war')
    expect(nameOfAttribute(mapped, 'mood')).toBe('Mood')
    const tone = mapped.attributes.find(({ id }) => id === choice.id)
    expect(tone && nameOfChoice(mapped, tone, 'vague')).toBe('Vague')
    expect(tone?.labels).toContain('threat')
    expect(unknownIn([set], mapped, there).unknown.map(({ id }) => id)).toEqual(['lost'])
    // A key and a look of its own.
    expect(labelById(mapped, 'threat')?.key).toBeUndefined()
  })

  it('reads one attribute as another with its values', () => {
    const base = mapCodebook(here, there, [{ kind: 'attribute', attribute: null, id: 'mood', how: 'add' }])
    const other = { ...there, attributes: [{ ...choice, id: 'temper', name: 'Temper', values: [{ id: 'cross', name: 'ANGRY' }, { id: 'calm', name: 'Calm' }] }] }
    const mapped = mapCodebook(base, other, [{ kind: 'attribute', attribute: null, id: 'temper', how: 'read_as', to: 'mood' }])
    const mood = mapped.attributes.find(({ id }) => id === 'mood')
    expect(checkCodebook(mapped)).toEqual([])
    expect(mood && [nameOfChoice(mapped, mood, 'cross'), nameOfChoice(mapped, mood, 'calm')]).toEqual(['Angry', 'Calm'])
  })

  it('changes nothing when everything is left', () => {
    expect(mapCodebook(here, there, unknown.map(({ kind, attribute, id }) => ({ kind, attribute, id, how: 'leave' })))).toEqual(here)
  })
})
