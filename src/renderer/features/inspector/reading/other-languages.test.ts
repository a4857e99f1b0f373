import { expect, it } from 'vitest'
import { readOtherwise } from './other-languages.ts'

it.each([
  ['12. Juni 2031', '2031-06-12', 'day'],
  ['12 juin 2031', '2031-06-12', 'day'],
  ['12 de junio de 2031', '2031-06-12', 'day'],
  ['2031年6月12日', '2031-06-12', 'day'],
  ['12 июня 2031', '2031-06-12', 'day'],
  ['morgen', '2031-03-07', 'day'],
])('%s: %s', (words, start, precision) => {
  expect(readOtherwise(words, '2031-03-06')[0]).toEqual({ words, start, precision })
})

it('does not make a date of a part of what was said', () => {
  expect(readOtherwise('the memorandum which was signed on 12 June by both', '2031-03-06')).toEqual([])
  expect(readOtherwise('nothing of the kind', '2031-03-06')).toEqual([])
})
