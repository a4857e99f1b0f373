import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { Interchange } from '../interchange.ts'
import { encodeText } from '../source-text.ts'
import { bytesOf } from '../round-trip.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { conll2003 } from './adapter.ts'

const read = (text: string, path = 'a.conll') => conll2003.parse?.([{ path, bytes: encodeText(text) }], {})
const parsed = (text: string) => {
  const result = read(text)
  if (!result?.ok) throw new Error(result?.error.message ?? '')
  return result.value
}
const written = (interchange: Interchange, scheme?: string) => [...(conll2003.serialize?.(interchange, scheme === undefined ? {} : { own: { scheme } }).files ?? [])].map((file) => new TextDecoder().decode(bytesOf(file))).join('')
const spans = (text: string) => parsed(text).documents.flatMap(({ sets }) => sets.flatMap(({ annotations }) => annotations.map(({ label, fragments }) => `${label} ${fragments.map(({ quote }) => quote).join()}`)))

describe('CoNLL-2003', () => {
  it('reads the same spans from every scheme, as conlleval does', () => {
    const expected = ['LOC New York', 'LOC Rome', 'PER Ann']
    const file = (tags: string) => tags.split(' ').map((tag, index) => `${['in', 'New', 'York', 'Rome', 'Ann'][index]} X ${tag}\n`).join('')
    for (const tags of ['O I-LOC I-LOC B-LOC I-PER', 'O B-LOC I-LOC B-LOC B-PER', 'O B-LOC L-LOC U-LOC U-PER', 'O B-LOC E-LOC S-LOC S-PER']) expect(spans(file(tags))).toEqual(expected)
  })

  it('writes in the scheme that is asked for', () => {
    const { documents, scheme } = parsed('a B-X\nb I-X\nc B-X\nd O\n\n')
    const texts = documents.map((document) => ({ ...document, text: document.text ?? '' }))
    expect(written({ scheme, documents: texts }, 'iob1')).toBe('a I-X\nb I-X\nc B-X\nd O\n\n')
    expect(written({ scheme, documents: texts }, 'bilou')).toBe('a B-X\nb L-X\nc U-X\nd O\n\n')
    expect(written({ scheme, documents: texts })).toBe('a B-X\nb I-X\nc B-X\nd O\n\n')
  })

  it('reads several documents, and writes them into one file again', () => {
    const text = '-DOCSTART- -X- -X- O\n\nU.N. NNP I-NP I-ORG\n\n-DOCSTART- -X- -X- O\n\nRome NNP I-NP I-LOC\n\n'
    const { documents, scheme } = parsed(text)
    expect(documents.map(({ name, text: words }) => [name, words])).toEqual([['a/1', 'U.N.'], ['a/2', 'Rome']])
    expect(written({ scheme, documents: documents.map((document) => ({ ...document, text: document.text ?? '' })) })).toBe(text)
  })

  it('takes two tag columns', () => {
    expect(spans('#\thttp://x\n1\tTroia\tB-OTH\tB-LOC\n2\t-\tI-OTH\tO\n')).toEqual(['OTH Troia -', 'LOC Troia'])
  })

  it('refuses what is none, with the line', () => {
    for (const [text, line] of [['a O\nb\n', 2], ['a O\nb X O\nc O\n', 2], ['a PER\n', 1], ['', 1], ['a O\nb B_PER\n', 2]] as const) expect(read(text)).toMatchObject({ ok: false, error: { where: { line } } })
  })

  it('loses nothing without saying so', () => checkHonesty(conll2003))

  it('survives anything', () => checkRobustness(conll2003, [{ path: 'a.conll', bytes: encodeText('-DOCSTART- -X- -X- O\n\nU.N. NNP I-NP I-ORG\n🚑 NN I-NP O\n\n') }]))

  it('gives back files of other projects byte for byte', () => {
    const results = tryFixtures('conll-2003', 'conll')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
    expect(results.identical).toEqual(['chunk2000_test.conll', 'en-orig.conll', 'germeval2014_test.conll', 'ner-sent-per-line.iob', 'ner-token-per-line-conll2003.iob', 'ner-token-per-line.iob', 'ner2002_test.conll'])
  })
})
