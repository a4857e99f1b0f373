import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'

/** Written as brat writes: they come out byte for byte. The others lack the last line end. */
const CANONICAL = [
  '000-introduction.ann',
  '060-relation_annotation.ann',
  '080-event-annotation.ann',
  '1.ann',
  '100-attribute_annotation.ann',
  '110-note_annotation.ann',
  '2.ann',
  '999-complete.ann',
  'PMID-10429004.ann',
  'PMID-10438731.ann',
  'PMID-10485906.ann',
  'annotation.conf',
  'document0c.ann',
  'document1.ann',
  'esp.train-doc-100.ann',
  'esp.train-doc-29.ann',
  'esp.train-doc-46.ann',
  'visual.conf',
]

describe('brat files of other projects', () => {
  const results = tryFixtures('brat', 'brat')

  it('come out as they came in, and what is not taken is this', () => {
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.identical.filter((path) => !path.endsWith('.txt'))).toEqual(expect.arrayContaining(CANONICAL))
    expect(results.refused).toEqual(['document1-ref.ann: the text is not beside it.'])
  })
})
