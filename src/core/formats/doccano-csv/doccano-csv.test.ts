import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { SourceFile } from '../adapter.ts'
import { bytesOf } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { doccanoCsv } from './adapter.ts'

const file = (text: string): SourceFile => ({ path: 'all.csv', bytes: encodeText(text) })

describe('doccano CSV', () => {
  it('reads labels of texts, and lists the rows that doccano refuses', () => {
    const parsed = doccanoCsv.parse?.([file('text,label,source\n"a, b",good#news,x\n,bad,y\nc,,z\nd\n')], {})
    if (!parsed?.ok) throw new Error(parsed?.error.message)
    expect(parsed.value.documents.map(({ name, text, metadata, sets }) => [name, text, metadata, sets[0]?.values])).toEqual([
      ['all/1', 'a, b', { source: 'x' }, { label: { state: 'decided', value: ['good', 'news'] } }],
      ['all/2', 'c', { source: 'z' }, undefined],
    ])
    expect(parsed.value.refused.map(({ line, why }) => [line, why])).toEqual([
      [3, 'its text is empty'],
      [5, 'it has 1 cells, the header has 3'],
    ])
  })

  it('writes which labels occur in a text, and says that the places are lost', () => {
    const annotation = (id: string, label: string) => ({ id, label, fragments: [{ start: 0, end: 1, quote: 'a' }], attributes: {} })
    const document = { name: 'a.txt', text: 'a, b', metadata: {}, sets: [{ annotator: null, annotations: [annotation('1', 'x'), annotation('2', 'y'), annotation('3', 'x')], relations: [] }] }
    const written = doccanoCsv.serialize?.({ scheme: { labels: [], attributes: [], relations: [] }, documents: [document] }, {})
    expect([...(written?.files ?? [])].map((out) => [out.path, new TextDecoder().decode(bytesOf(out))])).toEqual([['all.csv', 'text,label,document\n"a, b",x#y,a.txt\n']])
    expect(written?.losses()).toMatchObject([{ kind: 'annotations', count: 3 }])
  })

  it('loses nothing without reporting it, and answers any bytes with a result', () => {
    checkHonesty(doccanoCsv)
    checkRobustness(doccanoCsv, [file('text,label,x\n"a\n""b",c#d,1\n')])
  })

  it('does with the files of doccano what doccano does', () => {
    const results = tryFixtures('doccano-csv', 'doccano')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([
      'example.csv:2: the row: its text is empty',
      'example.csv:5: the row: its text is empty',
      'example.csv:4: the row: its text is empty',
      'example.csv:5: the row: its text is empty',
    ])
  })
})
