import { describe, expect, it } from 'vitest'
import { annotatorKey } from '../model/folder-name.ts'
import { alikeTo, isAlike } from './names.ts'

const person = (name: string) => ({ key: annotatorKey(name), name })

describe('names that are almost the same', () => {
  it.each([
    ['Ines Duarte', 'Inês Duarte'],
    ['Anne-Marie Roy', 'AnneMarie Roy'],
    ['Tomas Berg', 'Tomás  BERG'],
    ['Søren Holm', 'Soren Holm'],
    ["O'Brien", 'O’Brien'],
    ['e\u0301lan', 'élan'],
  ])('%s and %s', (one, other) => expect(isAlike(one, other)).toBe(true))

  it.each([
    ['Ines Duarte', 'Ines Duarte 2'],
    ['Ines', 'Inés D.'],
    ['李明', '李明华'],
    ['علي', 'علا'],
  ])('not %s and %s', (one, other) => expect(isAlike(one, other)).toBe(false))

  it('leaves out those who are the same person anyway', () => {
    const people = [person('ines duarte'), person('Inês Duarte'), person('Tomas Berg')]
    expect(alikeTo(person('Ines  Duarte'), people)).toEqual([person('Inês Duarte')])
  })
})
