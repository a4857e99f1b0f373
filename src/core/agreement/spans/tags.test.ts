import { describe, expect, it } from 'vitest'
import { spansOfTags, type TagScheme } from './tags.ts'

function read(tags: string, scheme: TagScheme): string[] {
  return spansOfTags(tags.split(' '), scheme).map(({ label, fragments: [piece] }) => `${label} ${piece?.start}-${piece?.end}`)
}

describe('spans of tags', () => {
  it('strict IOB2 wants a B before I', () => {
    expect(read('B-P I-P O B-Q B-Q I-P', 'iob2')).toEqual(['P 0-2', 'Q 3-4', 'Q 4-5'])
    expect(read('I-P I-P', 'iob2')).toEqual([])
  })

  it('the lenient reading takes I for a beginning', () => {
    expect(read('I-P I-P O I-Q I-P', 'lenient')).toEqual(['P 0-2', 'Q 3-4', 'P 4-5'])
    expect(read('B-P B-P I-P', 'lenient')).toEqual(['P 0-1', 'P 1-3'])
  })

  it('IOBES and BILOU end with E or L and stand alone with S or U', () => {
    expect(read('B-P I-P E-P S-Q B-P O', 'iobes')).toEqual(['P 0-3', 'Q 3-4'])
    expect(read('B-P L-P U-Q I-Q', 'iobes')).toEqual(['P 0-2', 'Q 2-3'])
  })
})
