import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { casJson } from './adapter.ts'

const SOFA = { '%ID': 9, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: '😊 a\tb' }
const span = (id: number, begin: number, end: number, more: object = {}) => ({ '%ID': id, '%TYPE': 'my.Span', '@sofa': 9, begin, end, ...more })
const read = (structures: unknown) => casJson.parse?.([{ path: 'a.json', bytes: encodeText(JSON.stringify({ '%FEATURE_STRUCTURES': structures, '%VIEWS': { _InitialView: { '%SOFA': 9, '%MEMBERS': [1] } } })) }], {})

describe('UIMA CAS JSON', () => {
  it('reads spans, relations and slots in UTF-16, the Sofa last, structures as a list or by number', () => {
    const list = [span(1, 0, 2, { value: 'x', '@links': 4 }), span(2, 3, 4), { '%ID': 3, '%TYPE': 'my.Link', role: 'p', '@target': 2 }, { '%ID': 4, '%TYPE': 'my.Link[]', '%ELEMENTS': [3] }, { ...span(5, 3, 4), '%TYPE': 'my.Rel', '@Governor': 1, '@Dependent': 2 }, SOFA]
    for (const structures of [list, Object.fromEntries(list.map((item) => [item['%ID'], item]))]) {
      const result = read(structures)
      const set = result?.ok ? result.value.documents[0]?.sets[0] : undefined
      expect(set?.annotations.map(({ label, fragments }) => [label, fragments[0]?.quote])).toEqual([['Span', '😊'], ['Span', 'a']])
      expect(set?.relations.map(({ type, from, to }) => [type, from.annotation, to.annotation])).toEqual([['Rel', '1', '2'], ['p', '1', '2']])
    }
  })

  it('lists what stands outside of the text, and refuses what is no CAS', () => {
    const result = read([SOFA, span(1, 0, 99), span(2, 0, 1)])
    expect(result?.ok && result.value.refused.map(({ what }) => what)).toEqual(['annotation 1 (Span)', 'annotation 2 (Span)'])
    for (const bad of [7, [7], [{ '%ID': 1 }], [span(1, 0, 1), span(1, 0, 1)], [{ '%TYPE': 'x' }]]) expect(read(bad)).toMatchObject({ ok: false, error: { where: { file: 'a.json', line: 1 } } })
  })

  it('loses nothing without saying so', () => checkHonesty(casJson))

  it('survives anything', () => checkRobustness(casJson, [{ path: 'a.json', bytes: encodeText(JSON.stringify({ '%FEATURE_STRUCTURES': [SOFA, span(1, 0, 2)], '%VIEWS': {} })) }]))

  it('gives back files of other projects byte for byte', () => {
    const results = tryFixtures('cas-json', 'uima-cas')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.identical).toEqual(['data.json', 'fullTypeSystem.json', 'minimalTypeSystem.json', 'noTypeSystem.json'])
  })
})
