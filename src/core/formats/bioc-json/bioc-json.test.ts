import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { biocJson } from './adapter.ts'

describe('BioC JSON', () => {
  it('loses nothing without reporting it', () => checkHonesty(biocJson, 40))
  it('answers arbitrary and damaged files with a result', () => checkRobustness(biocJson, [{ path: 'a.json', bytes: encodeText('{"documents":[{"id":"1","passages":[{"offset":3,"text":"Norvia","annotations":[{"id":"a","infons":{"type":"Org"},"text":"Nor","locations":[{"offset":3,"length":3}]}]}]}]}') }]))
  it('of other projects comes out byte for byte', () => {
    const results = tryFixtures('bioc-json', 'bioc')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.refused).toEqual([])
    expect(results.identical).toEqual(['everything.json'])
  })
})
