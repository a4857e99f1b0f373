import { describe, expect, it } from 'vitest'
import { compareVersions, lineOf } from './versions.ts'

const parents = new Map<string, string | null>([
  ['a', null],
  ['b', 'a'],
  ['c', 'b'],
  ['x', 'b'],
  ['z', 'lost'],
])

describe('compareVersions', () => {
  it.each([
    ['c', 'c', 'same'],
    ['c', 'a', 'older'],
    ['a', 'c', 'newer'],
    ['c', 'x', 'diverged'],
    ['c', 'z', 'other'],
    ['c', 'nowhere', 'other'],
    ['z', 'lost', 'older'],
  ] as const)('%s here, %s there: %s', (here, there, standing) => expect(compareVersions(here, there, parents)).toBe(standing))

  it('does not go round in circles', () => expect(lineOf('p', new Map([['p', 'q'], ['q', 'p']]))).toEqual(['p', 'q']))
})
