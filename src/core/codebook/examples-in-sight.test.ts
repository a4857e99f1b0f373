import { expect, it } from 'vitest'
import type { Codebook, Label } from '../model/codebook.ts'
import { codebookInSight } from './examples-in-sight.ts'
import { pledgesAndAgreements as starter } from './starter.ts'

const example = (text: string, article: string, annotator: string): Label['examples'][number] => ({ text, from: { article, annotator } })

it('an example that a colleague took from an article shows once their work on it may be seen', () => {
  const [first, ...rest] = starter.labels
  if (!first) throw new Error('no label')
  const codebook: Codebook = { ...starter, labels: [{ ...first, examples: [{ text: 'plain' }, example('mine', 'a.txt', 'ines'), example('theirs', 'a.txt', 'tomas'), example('done', 'b.txt', 'tomas')] }, ...rest] }
  const texts = (hidden: readonly string[]) => codebookInSight(codebook, { annotator: 'ines', hides: (article) => hidden.includes(article) }).labels[0]?.examples.map(({ text }) => text)
  expect(texts(['a.txt'])).toEqual(['plain', 'mine', 'done'])
  expect(texts([])).toEqual(['plain', 'mine', 'theirs', 'done'])
  expect(codebookInSight(starter, { annotator: 'ines', hides: () => true })).toBe(starter)
})
