import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { InterchangeDocument } from '../interchange.ts'
import { bytesOf } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { conllu } from './adapter.ts'

const read = (text: string) => conllu.parse?.([{ path: 'a.conllu', bytes: encodeText(text) }], {})
const parsed = (text: string) => {
  const result = read(text)
  if (!result?.ok) throw new Error(result?.error.message ?? '')
  return result.value
}
const row = (id: string, form: string, misc = '_') => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`

describe('CoNLL-U', () => {
  it('puts the text together from FORM and the blanks of MISC, with ranges and without empty nodes', () => {
    const text = `${row('1-2', 'al', 'SpacesAfter=\\s\\s')}${row('1', 'a')}${row('2', 'el')}${row('3', 'mar', 'SpaceAfter=No|NE=B-LOC')}${row('3.1', 'ghost')}${row('4', '🚑', 'NE=I-LOC|SpacesAfter=\\n')}\n`
    const [document] = parsed(text).documents
    expect(document?.text).toBe('al  mar🚑\n')
    expect(document?.sets[0]?.annotations).toMatchObject([{ label: 'LOC', fragments: [{ start: 4, end: 9, quote: 'mar🚑' }] }])
  })

  it('writes overlapping spans beside each other, and keeps the other columns', () => {
    const { documents, scheme } = parsed(`# sent_id = 1\n1\tRome\tRome\tPROPN\t_\t_\t0\troot\t_\tX=1\n${row('2', 'fell')}\n`)
    const spans = [['A', 0, 9], ['B', 5, 9]] as const
    const changed = documents.map((document): InterchangeDocument => ({ ...document, text: document.text ?? '', sets: document.sets.map((set) => ({ ...set, annotations: spans.map(([label, start, end], index) => ({ id: `a${index + 1}`, label, attributes: {}, fragments: [{ start, end, quote: (document.text ?? '').slice(start, end) }] })) })) }))
    const written = [...(conllu.serialize?.({ scheme, documents: changed }, {}).files ?? [])].map((file) => new TextDecoder().decode(bytesOf(file))).join('')
    expect(written).toBe(`# sent_id = 1\n1\tRome\tRome\tPROPN\t_\t_\t0\troot\t_\tNE=B-A|X=1\n${row('2', 'fell', 'NE=I-A|NE2=B-B')}\n`)
    expect(parsed(written).documents[0]?.sets[0]?.annotations.map(({ label, fragments }) => [label, fragments[0]?.quote])).toEqual([['A', 'Rome fell'], ['B', 'fell']])
  })

  it('takes the documents of a file by their ids, and writes them into it again', () => {
    const text = `# newdoc id = x\n${row('1', 'a')}\n# newdoc id = y\n${row('1', 'b')}\n`
    const { documents, scheme } = parsed(text)
    expect(documents.map(({ name }) => name)).toEqual(['x', 'y'])
    expect([...(conllu.serialize?.({ scheme, documents: documents.map((document) => ({ ...document, text: document.text ?? '' })) }, {}).files ?? [])].map((file) => [file.path, new TextDecoder().decode(bytesOf(file))])).toEqual([['a.conllu', text]])
  })

  it('refuses what the validator refuses, with the line', () => {
    const bad: [string, number][] = [[`${row('1', 'a')}${row('1', 'b')}\n`, 2], [row('1', 'a').replace('\n', '\t\n'), 1], [row('1', ''), 1], [`${row('1', 'a')}# c\n\n`, 2], [row('x', 'a'), 1], [`${row('2', 'a')}\n`, 1], [`${row('1', 'a')}\n\n${row('1', 'a')}\n`, 3]]
    for (const [text, line] of bad) expect(read(text)).toMatchObject({ ok: false, error: { where: { line } } })
  })

  it('loses nothing without saying so', () => checkHonesty(conllu))

  it('survives anything', () => checkRobustness(conllu, [{ path: 'a.conllu', bytes: encodeText(`# newdoc id = x\n${row('1-2', 'al', 'SpacesAfter=\\s\\n')}${row('1', 'a', 'NE=B-X')}${row('2', 'el')}\n`) }]))

  it('gives back files of other projects byte for byte', () => {
    const results = tryFixtures('conllu', 'conll')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([
      'duplicate-id.conllu: line 5: words do not form a sequence: 1 after 1.',
      'empty-field.conllu: line 4: the column FORM is empty.',
      'trailing-tab.conllu: line 4: the line has 11 columns, but 10 are expected.',
    ])
    expect(results.identical).toEqual(['conllu-words_and_tokens.conllu', 'empty-file.conllu', 'empty-nodes.conllu', 'tanl.conllu', 'whitespace.conllu'])
  })
})
