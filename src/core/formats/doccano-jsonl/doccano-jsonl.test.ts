import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { ParseOptions, SourceFile } from '../adapter.ts'
import { bytesOf } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness, dishonesty } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { doccanoJsonl } from './adapter.ts'

const file = (text: string, path = 'all.jsonl'): SourceFile => ({ path, bytes: encodeText(text) })

function read(files: readonly SourceFile[], options: ParseOptions = {}) {
  const parsed = doccanoJsonl.parse?.(files, options)
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading doccano', () => {
  it('takes every shape that doccano has written', () => {
    const { documents, refused } = read([
      file(
        [
          '{"id":7,"text":"Norvia agreed.","label":[[0,6,"ORG"]],"Comments":["why?"],"page":3}',
          '{"text":"Norvia agreed.","labels":[[0,6,"ORG"]]}',
          '{"data":"Norvia agreed.","label":[[0,6,"ORG"]]}',
          '{"text":"Norvia agreed.","annotations":[{"label":4,"start_offset":0,"end_offset":6,"user":1}]}',
          '{"text":"Norvia agreed.","entities":[{"id":9,"label":"ORG","start_offset":0,"end_offset":6},{"id":10,"label":"V","start_offset":7,"end_offset":13}],"relations":[{"id":1,"from_id":9,"to_id":10,"type":"does"}],"Comments":[{"id":1,"comment":"hm"}]}',
          '{"text":"Norvia agreed.","cats":["news"]}',
          '',
        ].join('\n'),
      ),
    ])
    expect(refused).toEqual([])
    expect(documents.map(({ name, sets: [set] }) => [name, set?.annotations.map(({ id, label }) => `${id} ${label}`), set?.relations.length, set?.note, set?.values])).toEqual([
      ['all/7', ['a1 ORG'], 0, 'why?', undefined],
      ['all/2', ['a1 ORG'], 0, undefined, undefined],
      ['all/3', ['a1 ORG'], 0, undefined, undefined],
      ['all/4', ['a1 4'], 0, undefined, undefined],
      ['all/5', ['9 ORG', '10 V'], 1, 'hm', undefined],
      ['all/6', [], 0, undefined, { cats: { state: 'decided', value: ['news'] } }],
    ])
    expect(documents[0]?.metadata).toEqual({ id: 7, page: 3 })
  })

  it.each([
    ['{"label":[[0,1,"A"]]}', 'the key “text” is missing'],
    ['{"text":"","label":[]}', 'its text is empty'],
    ['{"text":"abc","label":[[2,1,"A"]]}', 'it does not end after it starts'],
    ['{"text":"abc","label":[[0,9,"A"]]}', 'no place in the text'],
    ['{"text":"abc","label":[[0,1.5,"A"]]}', 'not whole numbers'],
    ['{"text":"abc","label":[[0,"1","A"]]}', 'not whole numbers'],
    ['{"text":"abc","label":[[0,1]]}', 'it is not [start, end, label]'],
    ['{"text":"abc","entities":[],"relations":[{"from_id":1,"to_id":2,"type":"x"}]}', 'there is no entity 1'],
    ['{"text":"abc"', 'it is not JSON'],
    ['7', 'it is no JSON object'],
  ])('lists what is wrong with %s', (line, why) => {
    const { refused } = read([file(`{"text":"fine","label":[]}\n${line}\n`)])
    expect(refused).toMatchObject([{ line: 2 }])
    expect(refused[0]?.why).toContain(why)
  })

  it('tells code points from UTF-16 by the borders of words', () => {
    const text = '🚑🚑 Norvia will deliver ambulances.'
    const { counting, documents } = read([file(`${JSON.stringify({ text, label: [[3, 9, 'ORG'], [15, 22, 'V']] })}\n`)])
    expect(counting).toMatchObject({ counting: { unit: 'codepoint' }, by: 'chosen', fits: 2, of: 2 })
    expect(documents[0]?.sets[0]?.annotations.map(({ fragments }) => fragments[0]?.quote)).toEqual(['Norvia', 'deliver'])
  })

  it('reads files side by side as those of several annotators, and the labels beside them', () => {
    const files = [
      file('{"id":1,"text":"Norvia agreed.","label":[[0,6,"ORG"]]}\n', 'x/ana.jsonl'),
      file('{"id":1,"text":"Norvia agreed.","label":[]}\n', 'x/ben.jsonl'),
      file('[{"text":"ORG","suffix_key":"o","background_color":"#FF0000"}]', 'x/labels.json'),
    ]
    const groups = doccanoJsonl.group?.(files.slice(0, 2), files) ?? []
    expect(groups).toEqual([files])
    const { documents, scheme } = read(groups[0] ?? [])
    expect(documents.map(({ name, sets }) => [name, sets.map(({ annotator, annotations }) => `${annotator} ${annotations.length}`)])).toEqual([['1', ['ana 1', 'ben 0']]])
    expect(scheme.labels).toMatchObject([{ name: 'ORG', key: 'o', color: '#ff0000' }])
  })
})

describe('writing doccano', () => {
  const document = {
    name: 'a.txt',
    text: '🚑 Norvia agreed.',
    metadata: { source: 'x/y', text: 'taken' },
    sets: [{ annotator: null, annotations: [{ id: 'u1', label: 'Pledge', fragments: [{ start: 3, end: 9, quote: 'Norvia' }], attributes: {} }, { id: 'u2', label: 'Pledge', fragments: [{ start: 5, end: 16, quote: 'rvia agreed' }], attributes: {} }], relations: [] }],
  }
  const lineOf = (own: Record<string, string>) => {
    const written = doccanoJsonl.serialize?.({ scheme: { ...SCHEME, relations: [] }, documents: [document] }, { own })
    const first = [...(written?.files ?? [])][0]
    return { line: first ? new TextDecoder().decode(bytesOf(first)) : '', written }
  }

  it('counts as asked, and warns of overlaps', () => {
    expect(lineOf({}).line).toBe('{"text":"🚑 Norvia agreed.","label":[[3,9,"Pledge"],[5,16,"Pledge"]],"source":"x/y","document":"a.txt"}\n')
    expect(lineOf({ unit: 'codepoint' }).line).toContain('[[2,8,"Pledge"]')
    const { line, written } = lineOf({ shape: 'entities' })
    expect(line).toContain('"entities":[{"id":1,"label":"Pledge","start_offset":3,"end_offset":9}')
    expect(written?.advice?.()[0]).toContain('Allow overlapping spans')
    expect(written?.losses().find(({ kind }) => kind === 'metadata')).toMatchObject({ count: 1, examples: ['a.txt: text'] })
  })

  it('loses nothing without reporting it', () => {
    checkHonesty(doccanoJsonl)
    expect(dishonesty(doccanoJsonl, [document], { ...SCHEME, relations: [] })).toBeNull()
  })
})

it('answers arbitrary and damaged files with a result', () => {
  checkRobustness(doccanoJsonl, [file('{"id":1,"text":"abc 🚑","entities":[{"id":1,"label":"X","start_offset":0,"end_offset":3}],"relations":[{"id":1,"from_id":1,"to_id":1,"type":"R"}],"Comments":["x"]}\n{"text":"abc","label":[[0,2,"X"]]}\n')])
})

describe('doccano files of other projects', () => {
  it('come out as they came in, and what is not taken is this', () => {
    const results = tryFixtures('doccano-jsonl', 'doccano')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.identical).toEqual(['classification.jsonl', 'example.jsonl', 'labeling_text_label.jsonl'])
    expect(results.refused.toSorted()).toEqual([
      'example.json:4: the line: the key “text” is missing or is no text',
      'example.jsonl:3: the line: the key “text” is missing or is no text',
      'example.jsonl:5: the line: the key “text” is missing or is no text',
    ])
  })
})
