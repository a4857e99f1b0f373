import { describe, expect, it } from 'vitest'
import { narrow } from './narrow.ts'

const texts = (typed: string, ...options: readonly string[]) => narrow(options.map((text) => ({ text })), typed).map(({ text }) => text)

describe('narrow', () => {
  it('keeps all and their order while nothing is typed', () => expect(texts(' ', 'b', 'a')).toEqual(['b', 'a']))

  it('puts beginnings before words before insides', () => {
    expect(texts('re', 'Fire', 'Legal reform', 'Refrain', 'Peace')).toEqual(['Refrain', 'Legal reform', 'Fire'])
  })

  it('takes words in any order, without case and marks, in any script', () => {
    expect(texts('ref leg', 'Legal or political reform', 'Legal')).toEqual(['Legal or political reform'])
    expect(texts('cote', 'Côte d’Ivoire', 'Peru')).toEqual(['Côte d’Ivoire'])
    expect(texts('نور', 'نورفيا', 'إستال')).toEqual(['نورفيا'])
    expect(texts('两国', '双方', '两国签署')).toEqual(['两国签署'])
  })

  it('finds by code, after the names', () => {
    const options = [{ text: 'Germany', also: 'DEU' }, { text: 'Deutschland AG' }, { text: 'Peru', also: 'PER' }]
    expect(narrow(options, 'deu').map(({ text }) => text)).toEqual(['Deutschland AG', 'Germany'])
  })

  it('gives nothing for what is not there', () => expect(texts('xyz', 'a', 'b')).toEqual([]))
})
