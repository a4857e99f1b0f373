import fc from 'fast-check'
import type { Value } from '../../model/value.ts'
import type { InterchangeAnnotation, InterchangeDocument, InterchangeRelation, InterchangeSet, Scheme } from '../interchange.ts'

/** A scheme like a codebook's: names with blanks and marks, ids that are slugs. */
export const SCHEME: Scheme = {
  labels: [
    { name: 'Pledge', id: 'pledge', color: '#3366cc', definition: 'Somebody says they will do something.', key: 'p', kind: 'event' },
    { name: 'Direct quote', id: 'direct_quote', kind: 'mention' },
    { name: 'Übereinkunft: fest', id: 'agreement', kind: 'event' },
  ],
  attributes: [
    { name: 'Certainty', id: 'certainty', type: 'choice', labels: ['Pledge'], values: [{ name: 'Very sure', id: 'sure' }, { name: 'Hedged', id: 'hedged' }] },
    { name: 'Comment', id: 'comment', type: 'text', labels: [] },
    { name: 'New', id: 'new', type: 'boolean', labels: ['Pledge'] },
    { name: 'Actor', id: 'actor', type: 'entities', labels: ['Pledge'] },
    { name: 'Amount', id: 'amount', type: 'quantity', labels: ['Pledge'] },
  ],
  relations: [{ name: 'conditional on', id: 'conditional_on', from: ['Pledge'], to: [] }],
}

const TEXTS = [
  'Norvia will deliver 40 ambulances 🚑 if the port 🇰🇪 reopens.\nاتفقت Kenya and 北京市 agreed.\n\nEnd\t“of it”.',
  'e\u0301 👩‍👩‍👧‍👦 x\nplain text, with <tags> & "quotes"\nand \\ backslash | bar [1] _ * -> ; # = : / end',
  'One line only',
] as const

/** Sentences of a document as people meet it; every offset that the annotations use is between code points. */
export function aDocument(name = 'talks/a', options: { annotators?: readonly (string | null)[] } = {}): fc.Arbitrary<InterchangeDocument> {
  return fc.constantFrom(...TEXTS).chain((text) => {
    const sets = (options.annotators ?? [null]).map((annotator) => aSet(text, annotator))
    return fc.record({ name: fc.constant(name), text: fc.constant(text), metadata: fc.constantFrom({}, { source: 'Agency', year: 2031 }), sets: fc.tuple(...sets) }, { noNullPrototype: true })
  })
}

function aSet(text: string, annotator: string | null): fc.Arbitrary<InterchangeSet> {
  return fc
    .uniqueArray(anAnnotation(text), { maxLength: 6, selector: ({ id }) => id })
    .chain((annotations) => fc.record({ annotations: fc.constant(annotations.toSorted((a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0))), relations: relationsOf(annotations) }, { noNullPrototype: true }))
    .map(({ annotations, relations }) => ({ annotator, annotations, relations }))
}

function relationsOf(annotations: readonly InterchangeAnnotation[]): fc.Arbitrary<InterchangeRelation[]> {
  if (annotations.length < 2) return fc.constant([])
  const end = fc.constantFrom(...annotations.map(({ id }) => ({ annotation: id })))
  return fc
    .uniqueArray(fc.record({ from: end, to: end }, { noNullPrototype: true }), { maxLength: 3, selector: ({ from, to }) => `${from.annotation} ${to.annotation}` })
    .map((pairs) => pairs.filter(({ from, to }) => from.annotation !== to.annotation).map(({ from, to }, index) => ({ id: `rel-${index}`, type: 'conditional on', from, to })))
}

function anAnnotation(text: string): fc.Arbitrary<InterchangeAnnotation> {
  const places = [...text].reduce<number[]>((found, point) => [...found, (found.at(-1) ?? 0) + point.length], [0])
  const at = fc.constantFrom(...places)
  return fc
    .record(
      {
        id: fc.uuid(),
        label: fc.constantFrom('Pledge', 'Direct quote', 'Übereinkunft: fest', 'OTHER'),
        cuts: fc.uniqueArray(at, { minLength: 2, maxLength: 4 }),
        attributes: fc.record(
          {
            Certainty: fc.constantFrom<Value>(decided('Very sure'), decided('Hedged'), { state: 'not_stated' }, { state: 'default', value: 'Hedged' }),
            Comment: fc.constantFrom('a comment', 'two\nlines', 'tab\there', 'x;y', '', '–').map(decided),
            New: fc.boolean().map(decided),
            Actor: fc.constant(decided([{ name: 'Norvia', code: 'NVA' }, { name: 'Kenya' }])),
            Amount: fc.constant(decided({ amount: 40, unit: 'items', words: '40 ambulances' })),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
        note: fc.constantFrom('', 'see the footnote', 'two\r\nlines\u2028here'),
        times: fc.boolean(),
      },
      { noNullPrototype: true },
    )
    .map(({ id, label, cuts, attributes, note, times }) => {
      const sorted = cuts.toSorted((a, b) => a - b)
      const fragments = [sorted.slice(0, 2), sorted.slice(2, 4)].flatMap(([start, end]) => (start === undefined || end === undefined ? [] : [{ start, end, quote: text.slice(start, end) }]))
      const stamp = times ? { created: '2031-03-04T09:15:00.000Z', modified: '2031-03-04T09:16:00.000Z' } : {}
      return { id, label, fragments, attributes, ...(note !== '' && { note }), ...stamp }
    })
}

function decided(value: Extract<Value, { state: 'decided' }>['value']): Value {
  return { state: 'decided', value }
}
