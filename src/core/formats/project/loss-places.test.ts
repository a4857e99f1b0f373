import { expect, it } from 'vitest'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import { exampleOf } from '../common-losses.ts'
import type { InterchangeDocument } from '../interchange.ts'
import { aCodebook } from '../testing.ts'
import { onlyLabels } from './only-labels.ts'
import { placeLosses } from './loss-places.ts'

const AT = '2031-03-04T09:15:00.000Z'
const label = (index: number) => aCodebook().labels[index]?.id ?? ''
const marked = ['👩‍🚒 will', 'اتفقت'].map((quote, index) => ({ label: label(index), fragments: [{ start: index * 20, end: index * 20 + quote.length, quote }], attributes: {}, created: AT, modified: AT }))
const set: AnnotationSet = {
  format: 'concord/annotation-set',
  version: 1,
  article: { path: 'a, “b: c.txt', text_sha256: '0'.repeat(64) },
  annotator: { key: 'ines', name: 'Ines' },
  codebook: '0'.repeat(64),
  revision: 1,
  state: { status: 'done', changed: AT },
  annotations: marked.map((annotation, index) => ({ ...annotation, id: `01980000-0000-7000-8000-00000000000${index}`, prefix: '', suffix: '' })),
  relations: [],
}
const document: InterchangeDocument = {
  name: set.article.path,
  text: '',
  metadata: {},
  sets: [{ annotator: 'Ines', annotations: marked.map((annotation, index) => ({ ...annotation, id: `T${index}` })), relations: [] }],
}

it('leads an example back to the annotation in the project, whatever the names hold', () => {
  const second = document.sets[0]?.annotations[1]
  const example = second ? exampleOf(document, second) : ''
  const examples = [`${example}: certainty`, `${document.name}: title`, document.name, 'Actor']
  const [loss] = placeLosses([{ kind: 'values', what: 'values', count: 9, examples }], [{ document, sets: [set] }])
  expect(loss?.places.map(({ article, annotator, annotation }) => [article, annotator, annotation])).toEqual([
    [document.name, 'ines', set.annotations[1]?.id],
    [document.name, null, null],
    [document.name, null, null],
    [null, null, null],
  ])
})

it('takes only some labels, and counts the relations that lose an end', () => {
  const [from, to] = set.annotations
  const relation = { id: 'r1', type: 'x', from: { article: set.article.path, annotation: from?.id ?? '' }, to: { article: set.article.path, annotation: to?.id ?? '' }, created: AT, modified: AT }
  const only = onlyLabels({ ...set, relations: [relation] }, new Set([label(0)]), aCodebook())
  expect(only.set.annotations).toEqual(label(0) === label(1) ? set.annotations : [from])
  expect(only.set.relations).toHaveLength(label(0) === label(1) ? 1 : 0)
})
