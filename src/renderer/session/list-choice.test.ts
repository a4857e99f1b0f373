import { describe, expect, it } from 'vitest'
import { rowsBetween } from './list-choice.ts'

describe('rows that are chosen together', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('begin with the one where the choosing began, downwards and upwards', () => {
    expect(rowsBetween(ids, 1, 3)).toEqual(['b', 'c', 'd'])
    expect(rowsBetween(ids, 2, 0)).toEqual(['c', 'b', 'a'])
    expect(rowsBetween(ids, 2, 2)).toEqual(['c'])
  })
})
