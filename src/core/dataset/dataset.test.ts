import { describe, expect, it } from 'vitest'
import { aCodebook } from '../formats/testing.ts'
import { readRows } from '../formats/csv-cells.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Label } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import { chooseSet } from './choose.ts'
import { firstDay, lastDay } from './days.ts'
import { datasetFiles } from './files.ts'
import { buildDataset, type DatasetArticle, type Unit } from './tables.ts'

const TIME = '2031-03-04T09:15:00.000Z'
const label = (id: string, kind: 'event' | 'mention'): Label => ({ id, name: `The ${id}`, tint: 'blue', underline: 'solid', kind, definition: '', include: [], exclude: [], examples: [], active: true })
const codebook = aCodebook({
  labels: [label('pledge', 'event'), label('date', 'mention')],
  relations: [{ id: 'same_as', name: 'Same as', definition: '', from: [], to: [] }],
  attributes: [
    ...aCodebook().attributes,
    { id: 'counterpart', name: 'Counterpart', help: '', type: 'entities', labels: ['pledge'], stage: 'now' },
    { id: 'new', name: 'New', help: '=evil', type: 'boolean', labels: ['pledge'], stage: 'now' },
    { id: 'deadline', name: 'Deadline', help: '', type: 'date', labels: ['pledge'], stage: 'now' },
    { id: 'label', name: 'A column of ours', help: '', type: 'text', labels: ['pledge'], stage: 'now' },
  ],
})
const TEXT = '🚑 Norvia promised.\n=Again 北京'

const annotation = (id: string, start: number, end: number, attributes: Record<string, Value> = {}, of = 'pledge'): Annotation => ({ id, label: of, fragments: [{ start, end, quote: TEXT.slice(start, end) }], prefix: '', suffix: '', attributes, created: TIME, modified: TIME })
const sameAs = (id: string, from: string, to: string): Relation => ({ id, type: 'same_as', from: { article: 'a.txt', annotation: from }, to: { article: 'a.txt', annotation: to }, created: TIME, modified: TIME })
const set = (path: string, annotations: Annotation[], relations: Relation[] = []): AnnotationSet => ({ format: 'concord/annotation-set', version: 1, article: { path, text_sha256: 'a'.repeat(64) }, annotator: { key: 'ines', name: 'Ines' }, codebook: 'b'.repeat(64), revision: 1, state: { status: 'done', changed: TIME }, annotations, relations })
const article = (path: string, date: string, one: AnnotationSet | null): DatasetArticle => ({ path, text: TEXT, title: path, date, outlet: '', link: '', chosen: chooseSet(null, one ? [one] : []) })
const rows = (unit: Unit, articles: readonly DatasetArticle[]) => {
  const { data } = buildDataset(articles, codebook, unit)
  return data.rows.map((row) => Object.fromEntries(data.columns.map(({ name }, index) => [name, row[index]])))
}

const decided = (value: Extract<Value, { state: 'decided' }>['value']): Value => ({ state: 'decided', value })
const first = set('a.txt', [annotation('p1', 3, 9, { actor: decided([{ name: 'Norvia', code: 'NVA' }, { name: 'Estal' }]), counterpart: decided([{ name: 'Yunwan' }, { name: 'Sahrana' }]), certainty: { state: 'not_stated' }, new: { state: 'default', value: false }, label: decided('=1+1') }), annotation('d1', 0, 2, {}, 'date')])
const later = set('b.txt', [annotation('p2', 20, 26, { comment: { state: 'not_applicable' } })], [sameAs('r1', 'p2', 'p1')])

describe('the data set of a study', () => {
  it('takes the adjudicated set, else the single coder’s, and never chooses between coders', () => {
    expect(chooseSet(first, [later]).set).toBe(first)
    expect(chooseSet(null, [later])).toEqual({ source: 'single_coder', set: later })
    expect(chooseSet(null, [first, later])).toEqual({ source: 'not_adjudicated', set: null })
    expect(chooseSet(null, [])).toEqual({ source: 'not_coded', set: null })
  })

  it('tells uncoded, not stated and not applicable apart, and counts characters as Python does', () => {
    expect(rows('annotation', [article('a.txt', '2031-03-04', first), article('b.txt', '', later)])).toMatchObject([
      { annotation_id: 'd1', label: 'date', start: 0, end: 1, certainty_state: 'not_for_label' },
      { annotation_id: 'p1', start: 2, end: 8, quote: 'Norvia', certainty: null, certainty_state: 'not_stated', new: false, new_state: 'default', comment_state: 'uncoded', actor: 'Norvia; Estal', actor_code: 'NVA; ', attribute_label: '=1+1', label: 'pledge' },
      { annotation_id: 'p2', comment_state: 'not_applicable', article_date: null },
    ])
  })

  it('joins repeats across articles under the first mention, whatever the order', () => {
    const both = [article('b.txt', '2031-05-01', later), article('a.txt', '2031-03-04', first)]
    expect(rows('pledge', both)).toMatchObject([{ annotation_id: 'p1', mentions: 2, mention_ids: 'p1; p2', mention_articles: 2, first_article_date: '2031-03-04', last_article_date: '2031-05-01' }])
    const circle = set('a.txt', [annotation('x', 3, 9), annotation('y', 20, 26)], [sameAs('1', 'x', 'y'), sameAs('2', 'y', 'x')])
    expect(rows('pledge', [article('a.txt', '', circle)])).toMatchObject([{ annotation_id: 'x', mentions: 2 }])
  })

  it('has a row for each actor with each counterpart, and loses no event that lacks one', () => {
    expect(rows('dyad', [article('a.txt', '', first)]).map((row) => row['dyad_id'])).toEqual(['p1 > Norvia > Yunwan', 'p1 > Norvia > Sahrana', 'p1 > Estal > Yunwan', 'p1 > Estal > Sahrana'])
    expect(rows('dyad', [article('b.txt', '', later)])).toMatchObject([{ dyad_actor: null, dyad_counterpart: null, actor_state: 'uncoded' }])
  })

  it('knows the first and last day of a date', () => {
    const days = (start: string, end?: string) => [firstDay({ start, precision: 'day', ...(end !== undefined && { end }) }), lastDay({ start, precision: 'day', ...(end !== undefined && { end }) })]
    expect(days('2032-02')).toEqual(['2032-02-01', '2032-02-29'])
    expect(days('2031-Q2')).toEqual(['2031-04-01', '2031-06-30'])
    expect(days('2031')).toEqual(['2031-01-01', '2031-12-31'])
    expect(days('2031-06-12', '2031-07')).toEqual(['2031-06-12', '2031-07-31'])
    expect(firstDay({ words: 'once the channel is clear', precision: 'event' })).toBeNull()
  })

  it('writes rows of equal length without a formula, explains every column, and says how to read them', () => {
    const dataset = buildDataset([article('a.txt', '2031-03-04', first)], codebook, 'pledge')
    const files = new Map(datasetFiles(dataset, codebook).map(({ path, content }) => [path, [...content].join('')]))
    const cells = (path: string) => {
      const read = readRows(files.get(path) ?? '', path)
      if (!read.ok) throw new Error(read.error.message)
      return read.value.map((row) => row.cells)
    }
    for (const path of ['data.csv', 'articles.csv', 'dictionary.csv', 'values.csv']) {
      expect(new Set(cells(path).map(({ length }) => length)).size).toBe(1)
      expect(cells(path).flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([])
    }
    const explained = cells('dictionary.csv').filter(([table]) => table === 'data').map(([, column]) => column)
    expect(explained).toEqual(cells('data.csv')[0])
    expect(new Set(explained).size).toBe(explained.length)
    expect(files.get('README.md')).toContain('for (x in c("new")) d[[x]] <- as.logical(d[[x]])')
    expect(files.get('README.md')).toContain('"article_date", "first_article_date"')
  })
})
