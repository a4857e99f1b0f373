import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { aText } from '../../testing/arbitraries.ts'
import type { SourceFile } from '../adapter.ts'
import { bytesOf } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { spacyJsonl } from './adapter.ts'
import { tokensOf } from './tokens.ts'

const file = (text: string): SourceFile => ({ path: 'ds.jsonl', bytes: encodeText(text) })

function read(...lines: readonly unknown[]) {
  const parsed = spacyJsonl.parse?.([file(lines.map((line) => JSON.stringify(line)).join('\n'))], {})
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading spaCy and Prodigy', () => {
  it('takes tasks, documents and training pairs', () => {
    const { documents, refused, remarks } = read(
      { text: '🚑 Norvia', spans: [{ start: 2, end: 8, label: 'ORG', text: 'Norvia' }], answer: 'accept', _annotator_id: 'ds-anna', meta: { source: 'x' } },
      { text: '🚑 Norvia', ents: [{ start: 2, end: 8, label: 'ORG' }], spans: { sc: [{ start: 0, end: 8, label: 'ALL' }] } },
      ['🚑 Norvia', { entities: [[2, 8, 'ORG']] }],
      { text: 'no', spans: [{ start: 0, end: 2, label: 'ORG' }], answer: 'reject' },
      { text: 'yes', label: 'GOOD', answer: 'accept' },
      { text: 'choose', options: [{ id: 'a' }], accept: ['a'] },
    )
    expect(refused).toEqual([])
    expect(remarks).toEqual(['ds.jsonl: 1 records were rejected or ignored: what they mark is no annotation and is only carried along.'])
    expect(documents.map(({ sets: [set] }) => [set?.annotator, set?.annotations.map(({ label, fragments }) => `${label} ${fragments[0]?.quote}`), set?.values])).toEqual([
      ['ds-anna', ['ORG Norvia'], undefined],
      [null, ['ORG Norvia', 'ALL 🚑 Norvia'], undefined],
      [null, ['ORG Norvia'], undefined],
      [null, [], undefined],
      [null, [], { label: { state: 'decided', value: 'GOOD' } }],
      [null, [], { accept: { state: 'decided', value: ['a'] } }],
    ])
  })

  it.each([
    [{ spans: [] }, 'the key “text” is missing'],
    [{ text: 'abc', spans: [{ start: 2, end: 1, label: 'X' }] }, 'it does not end after it starts'],
    [{ text: 'abc', spans: [{ start: 0, end: 9, label: 'X' }] }, '0–9 is no place in the text'],
    [{ text: 'abc', spans: [{ start: 0, end: 2 }] }, 'its label is missing'],
    [{ text: 'abc', spans: [{ start: 0, end: 2, label: 'X', text: 'bc' }] }, 'the span says "bc"'],
    [{ text: 'abc', spans: [], relations: [{ head: 0, child: 1, label: 'R' }] }, 'its head is no span'],
  ])('lists what is wrong with %j', (line, why) => {
    const { refused } = read({ text: 'fine', spans: [] }, line)
    expect(refused).toMatchObject([{ line: 2 }])
    expect(refused[0]?.why).toContain(why)
  })

  it('puts the sessions of one task together, and drops hashes of what has changed', () => {
    const task = (session: string) => ({ text: 'Norvia', _input_hash: 5, _task_hash: 6, spans: [{ start: 0, end: 6, label: 'ORG' }], answer: 'accept', _session_id: session })
    const { documents } = read(task('ds-a'), task('ds-b'))
    expect(documents.map(({ name, sets }) => [name, sets.map(({ annotator }) => annotator)])).toEqual([['ds/5', ['ds-a', 'ds-b']]])
    const changed = documents.map((document) => ({ ...document, text: document.text ?? '', sets: document.sets.map((set, index) => (index === 0 ? set : { ...set, annotations: [] })) }))
    const [out] = [...(spacyJsonl.serialize?.({ scheme: SCHEME, documents: changed }, {}).files ?? [])].map((written) => new TextDecoder().decode(bytesOf(written)).trim().split('\n'))
    expect(out?.[0]).toBe(JSON.stringify(task('ds-a')))
    expect(out?.[1]).not.toContain('_hash')
  })
})

describe('writing spaCy and Prodigy', () => {
  const text = '🚑 Norvia and Kenya'
  const annotation = (id: string, start: number, end: number) => ({ id, label: 'ORG', fragments: [{ start, end, quote: text.slice(start, end) }], attributes: {} })
  const document = { name: 'a.txt', text, metadata: { source: 'x' }, sets: [{ annotator: 'Ines', annotations: [annotation('1', 3, 9), annotation('2', 14, 19), annotation('3', 3, 13)], relations: [{ id: 'r', type: 'with', from: { annotation: '1' }, to: { annotation: '2' } }] }] }
  const write = (shape: string) => {
    const written = spacyJsonl.serialize?.({ scheme: SCHEME, documents: [document] }, { own: { shape } })
    const [first] = [...(written?.files ?? [])]
    return { row: JSON.parse(first ? new TextDecoder().decode(bytesOf(first)) : ''), losses: written?.losses() }
  }

  it('writes tokens where relations need them', () => {
    const { row } = write('prodigy')
    expect(row.spans[0]).toEqual({ start: 2, end: 8, token_start: 1, token_end: 1, label: 'ORG' })
    expect(row.tokens).toHaveLength(4)
    expect(row.relations).toMatchObject([{ head: 1, child: 3, label: 'with', head_span: { start: 2, end: 8 } }])
    expect(row._annotator_id).toBe('Ines')
    expect(row.meta).toEqual({ source: 'x', document: 'a.txt' })
  })

  it('leaves out what overlaps where entities must not', () => {
    const { row, losses } = write('ents')
    expect(row.ents).toEqual([{ start: 2, end: 8, label: 'ORG' }, { start: 13, end: 18, label: 'ORG' }])
    expect(losses).toContainEqual(expect.objectContaining({ kind: 'annotations', count: 1 }))
    expect(write('spancat').row.spans.sc).toHaveLength(3)
  })

  it('loses nothing without reporting it', () => {
    checkHonesty(spacyJsonl)
  })

  it('cuts tokens that give the text back', () => {
    fc.assert(
      fc.property(aText(), fc.array(fc.nat({ max: 60 })), (any, borders) => {
        const tokens = tokensOf(any, new Set(borders.filter((at) => !/[\ud800-\udbff]/.test(any[at - 1] ?? ''))))
        expect(tokens.map((token) => token.text + (token.ws ? ' ' : '')).join('')).toBe(any)
        for (const token of tokens) expect(any.slice(token.start, token.end)).toBe(token.text)
      }),
    )
  })
})

it('answers arbitrary and damaged files with a result', () => {
  checkRobustness(spacyJsonl, [file('{"text":"a b","tokens":[{"text":"a","start":0,"end":1,"id":0}],"spans":[{"start":0,"end":1,"token_start":0,"token_end":0,"label":"X"}],"relations":[{"head":0,"child":0,"label":"R"}],"answer":"accept"}\n["a",{"entities":[[0,1,"X"]]}]\n')])
})

describe('spaCy and Prodigy files of other projects', () => {
  it('come out as they came in, all taken', () => {
    const results = tryFixtures('spacy-jsonl', 'prodigy-spacy')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
    expect(results.identical).toEqual(expect.arrayContaining(['bio_events.first10.jsonl', 'fashion_brands.first10.jsonl', 'news_headlines.first12.jsonl', 'rel_component.first8.jsonl']))
  })
})
