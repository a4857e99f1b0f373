import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { casXmi } from './adapter.ts'

const file = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my/pkg.ecore" xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n${inner}\n<cas:Sofa xmi:id="9" sofaNum="1" sofaID="_InitialView" sofaString="&#128522; a&#10;b"/>\n</xmi:XMI>`
const read = (text: string) => casXmi.parse?.([{ path: 'a.xmi', bytes: encodeText(text) }], {})
const SPANS = '<my:Span xmi:id="1" sofa="9" begin="0" end="2" links="3"><tags>x</tags><tags>y</tags></my:Span><my:Span xmi:id="2" sofa="9" begin="3" end="4"/><my:Link xmi:id="3" role="p" target="2"/>'

describe('UIMA CAS XMI', () => {
  it('reads spans, slots and arrays of strings in UTF-16', () => {
    const result = read(file(SPANS))
    const set = result?.ok ? result.value.documents[0]?.sets[0] : undefined
    expect(set?.annotations.map(({ label, fragments, attributes }) => [label, fragments[0]?.quote, attributes['tags']])).toEqual([['Span', '😊', { state: 'decided', value: 'x; y' }], ['Span', 'a', undefined]])
    expect(set?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([['p', '1', '2']])
  })

  it('refuses what is no XMI, with the line', () => {
    for (const bad of [file('<my:Span begin="0"/>'), file('<my:A xmi:id="1"/><my:A xmi:id="1"/>'), '<a/>', file('').slice(0, 200)]) expect(read(bad)).toMatchObject({ ok: false, error: { where: { file: 'a.xmi' } } })
  })

  it('loses nothing without saying so', () => checkHonesty(casXmi))

  it('survives anything', () => checkRobustness(casXmi, [{ path: 'a.xmi', bytes: encodeText(file(SPANS)) }]))

  it('gives back files of other projects byte for byte', () => {
    const results = tryFixtures('cas-xmi', 'uima-cas')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.identical).toEqual(['debug.xmi', 'empty_cas.xmi', 'small_cas.xmi', 'test-document.xmi'])
  })
})
