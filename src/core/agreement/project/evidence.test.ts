import { describe, expect, it } from 'vitest'
import { codedArticle } from './coded.ts'
import { evidenceOf, type EvidenceRequest } from './evidence.ts'
import { selectSets } from './select.ts'
import { candidatesOf, codebook } from './testing/project.ts'

const TEXT = 'Norvia will build a bridge by June now. '
const asked = { seed: 1 }
const selection = selectSets(
  [
    candidatesOf('a.txt', TEXT, { Ana: [[0, 6], [7, 11], [12, 17]], Ben: [[0, 6], [7, 12], [12, 17, 'demand'], [20, 26, 'demand']] }),
    candidatesOf('b.txt', TEXT, { Ana: [[0, 6]], Cem: [[0, 6]] }),
  ],
  [],
  asked,
)
const articles = selection.articles.map((one) => codedArticle(one, TEXT, codebook, asked))
const ask = (request: Partial<EvidenceRequest>) => evidenceOf(articles, { scope: { kind: 'project' }, only: 'differences', most: 100, ...request })

describe('the spans behind a number', () => {
  it('are told apart by how two annotators differ, in text order', () => {
    const { items, counts } = ask({})
    expect(items.map(({ kind, spans }) => [kind, ...spans.map(({ id }) => id)])).toEqual([
      ['boundaries', 'Ana-1', 'Ben-1'],
      ['label', 'Ana-2', 'Ben-2'],
      ['only', 'Ben-3'],
    ])
    expect(counts).toEqual({ same: 2, boundaries: 1, label: 1, only: 1 })
    expect(items[2]).toMatchObject({ lacks: 'ana', article: 'a.txt' })
  })

  it('are those of a pair, of a label, of a cell of the matrix', () => {
    expect(ask({ scope: { kind: 'pair', a: 'ana', b: 'cem' }, only: 'all' }).items).toHaveLength(1)
    expect(ask({ scope: { kind: 'label', label: 'demand' } }).items.map(({ kind }) => kind)).toEqual(['label', 'only'])
    expect(ask({ labels: ['demand', 'pledge'] }).items.map(({ kind }) => kind)).toEqual(['label'])
    expect(ask({ labels: ['demand', null] }).items.map(({ kind }) => kind)).toEqual(['only'])
    expect(ask({ scope: { kind: 'article', article: 'b.txt' } }).counts).toEqual({ same: 1 })
    expect(ask({ only: 'all', most: 2 }).items).toHaveLength(2)
  })
})
