import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { biocJson } from './adapter.ts'

describe('BioC JSON', () => {
  it('loses nothing without reporting it', () => checkHonesty(biocJson, 40))
  it('answers arbitrary and damaged files with a result', () => checkRobustness(biocJson, [{ path: 'a.json', bytes: encodeText('{"documents":[{"id":"1","passages":[{"offset":3,"text":"Norvia","annotations":[{"id":"a","infons":{"type":"Org"},"text":"Nor","locations":[{"offset":3,"length":3}]}]}]}]}') }]))
  it('names the unit that would fit, uses it when told, and writes code points again', () => {
    const [one, two] = ['🚑 Norvia é', 'سلام 👩‍👩‍👧‍👦 Port']
    const counted = { byte: (text: string) => encodeText(text).length, utf16: (text: string) => text.length }
    for (const unit of ['byte', 'utf16'] as const) {
      const length = counted[unit]
      const second = length(`${one} `)
      const place = (text: string, words: string, from: number) => ({ id: words, infons: { type: 'X' }, text: words, locations: [{ offset: from + length(text.slice(0, text.indexOf(words))), length: length(words) }] })
      const file = { path: 'a.json', bytes: encodeText(JSON.stringify({ documents: [{ id: '1', passages: [{ offset: 0, text: one, annotations: [place(one, 'Norvia', 0)] }, { offset: second, text: two, annotations: [place(two, 'Port', second)] }] }] })) }
      const declared = biocJson.parse?.([file], {})
      expect(declared).toMatchObject({ ok: true, value: { counting: { by: 'declared', fits: 0, of: 2, offer: { counting: { unit, newline: 'lf' }, fits: 2 } } } })
      const repaired = biocJson.parse?.([file], { repair: { unit, newline: 'lf' } })
      if (!repaired?.ok) throw new Error('not read')
      const { scheme, documents, refused } = repaired.value
      expect(refused).toEqual([])
      expect(documents[0]?.text).toBe(`${one} ${two}`)
      expect(documents[0]?.sets[0]?.annotations.map(({ fragments }) => fragments[0]?.quote)).toEqual(['Norvia', 'Port'])
      const [written] = [...(biocJson.serialize?.({ scheme, documents: documents.map((document) => ({ ...document, text: document.text ?? '' })) }, {}).files ?? [])].map(toSource)
      expect(written && biocJson.parse?.([written], {})).toMatchObject({ ok: true, value: { refused: [], counting: { fits: 2, of: 2, offer: null } } })
    }
  })

  it('of other projects comes out byte for byte', () => {
    const results = tryFixtures('bioc-json', 'bioc')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
    expect(results.identical).toEqual(['everything.json'])
  })
})
