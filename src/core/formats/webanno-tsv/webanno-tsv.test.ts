import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { InterchangeDocument } from '../interchange.ts'
import { bytesOf } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { webannoTsv } from './adapter.ts'

const read = (text: string) => webannoTsv.parse?.([{ path: 'a.tsv', bytes: encodeText(text) }], {})
const parsed = (text: string) => {
  const result = read(text)
  if (!result?.ok) throw new Error(result?.error.message ?? '')
  return result.value
}
/** As after a change in the project: rows are made anew from the model. */
const rewritten = (text: string) => {
  const { documents, scheme } = parsed(text)
  const changed = documents.map((document): InterchangeDocument => ({ ...document, text: document.text ?? '', sets: document.sets.map((set) => ({ ...set, annotations: set.annotations.map((annotation, index) => ({ ...annotation, id: `x${index + 1}` })), relations: set.relations.map((relation) => ({ ...relation, from: { annotation: relation.from.annotation.replace('a', 'x') }, to: { annotation: relation.to.annotation.replace('a', 'x') }, created: '2031-03-04T09:15:00.000Z' })) })) }))
  return [...(webannoTsv.serialize?.({ scheme, documents: changed }, {}).files ?? [])].map((file) => new TextDecoder().decode(bytesOf(file))).join('')
}
const file = (...lines: string[]) => ['#FORMAT=WebAnno TSV 3.3', ...lines].map((line) => `${line}\n`).join('')

const SLOTS = file('#T_SP=w.Simple|', '#T_SP=w.Host|ROLE_w.Host:links_w.Link|w.Simple', '', '', '#Text=This is a test', '1-1\t0-4\tThis\t_\tp1;p2\t1-2;1-3[2]\t', '1-2\t5-7\tis\t*\t_\t_\t', '1-3\t8-9\ta\t*[1]|*[2]\t_\t_\t', '1-4\t10-14\ttest\t_\t_\t_\t')
const RELATION = file('#T_SP=w.Span|value', '#T_RL=w.Rel|kind|BT_w.Span', '', '', '#Text=This is 😊', '1-1\t0-4\tThis\tA[1]\t_\t_\t', '1-2\t5-7\tis\tA[1]|x\\|y\\[1\\]\\->\\_[2]\tobj\t1-1[1_2]\t', '1-3\t8-10\t😊\tC\tsubj|*\t1-1[1_0]|1-3\t')
const CHAIN = file('#T_CH=w.Link|referenceRelation|referenceType', '', '', '#Text=This is a', '1-1\t0-4\tThis\tana->1-1\tx[1]\t', '1-2\t5-7\tis\tana->1-1\tx[1]\t', '1-3\t8-9\ta\t*->1-2\t*[1]\t')

describe('WebAnno TSV', () => {
  it('reads relations, stacked values, slots and chains', () => {
    const [document] = parsed(RELATION).documents
    expect(document?.sets[0]?.annotations.map(({ fragments, attributes }) => [fragments[0]?.quote, attributes['value']])).toEqual([['This is', { state: 'decided', value: 'A' }], ['is', { state: 'decided', value: 'x|y[1]->_' }], ['😊', { state: 'decided', value: 'C' }]])
    expect(document?.sets[0]?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([['Rel', 'a1', 'a2'], ['Rel', 'a1', 'a3'], ['Rel', 'a3', 'a3']])
    expect(parsed(SLOTS).documents[0]?.sets[0]?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([['p1', 'a1', 'a2'], ['p2', 'a1', 'a4']])
    expect(parsed(CHAIN).documents[0]?.sets[0]?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([['ana', 'a1', 'a2']])
  })

  it('makes the same rows anew from the model', () => {
    for (const text of [RELATION, SLOTS, CHAIN]) expect(rewritten(text)).toBe(text)
  })

  it('puts a span that begins inside of a token below it', () => {
    const text = file('#T_SP=w.Span|value', '', '', '#Text=Test it', '1-1\t0-4\tTest\t_\t', '1-1.1\t2-4\tst\tA[1]\t', '1-2\t5-7\tit\tA[1]\t', '1-2.1\t5-5\t\tB\t')
    expect(parsed(text).documents[0]?.sets[0]?.annotations.map(({ fragments }) => fragments[0]?.quote)).toEqual(['st it', ''])
    expect(rewritten(text)).toContain('1-1.1\t2-4\tst\tA[1]\t\n')
  })

  it('offers code points where UTF-16 does not fit, and takes no token that does not stand there', () => {
    const { counting, refused } = parsed(file('#T_SP=w.Span|value', '', '', '#Text=😊 a bc', '1-1\t0-1\t😊\t_\t', '1-2\t2-3\ta\tA\t', '1-3\t4-6\tbc\tB\t'))
    expect(counting?.offer).toMatchObject({ counting: { unit: 'codepoint' }, fits: 3 })
    expect(refused).toMatchObject([{ file: 'a.tsv', line: 7 }, { line: 8 }])
  })

  it('refuses what WebAnno does not read, with the line', () => {
    const bad: [string, number][] = [
      ['#id=1\n#text=a\n1-1\ta\n', 1],
      [file('#T_SP=w.Span|value', '', '', '#Text=a', '1-1\t0-1\ta\t'), 6],
      [file('#T_RL=w.Rel|x', ''), 2],
      [file('', '', '#Text=a', 'nonsense'), 5],
      [file('', '', '#Text=a a', '1-1\t0-1\ta\t', '1-1\t2-3\ta\t'), 6],
    ]
    for (const [text, line] of bad) expect(read(text)).toMatchObject({ ok: false, error: { where: { line } } })
    expect(parsed(file('', '', '#Text=a', '1-1\t999999999999-999999999999\ta\t')).documents[0]?.text?.length).toBeLessThan(2_000_000)
  })

  it('loses nothing without saying so', () => checkHonesty(webannoTsv))

  it('survives anything', () => {
    for (const text of [RELATION, SLOTS, CHAIN]) checkRobustness(webannoTsv, [{ path: 'a.tsv', bytes: encodeText(text) }], 40)
  })

  it('gives back files of other projects byte for byte', () => {
    const results = tryFixtures('webanno-tsv', 'webanno-tsv')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual(['example.tsv: line 1: the first line is not #FORMAT=WebAnno TSV 3.x; older versions are not read.'])
    expect(results.identical).toEqual(['curator.tsv', 'reference.tsv', 'test_input.tsv', 'test_input_v3.3.tsv', 'user1.tsv', 'user2.tsv'])
  })
})
