import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText } from '../testing/arbitraries.ts'
import { parseTsv, printTsv } from './tsv.ts'

const awkward = fc.oneof(aText(), fc.string({ unit: 'binary' }), fc.constantFrom('', '"', '""', '"a', 'a"b', '\r', '\n', '\t', '=1+1', "'", '"\t"', '\r\n'))

describe('tab-separated text', () => {
  it('gives every table back exactly, whatever stands in its cells', () => {
    const table = fc.nat({ max: 4 }).chain((width) => fc.array(fc.array(awkward, { minLength: width + 1, maxLength: width + 1 }), { minLength: 1, maxLength: 5 }))
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(printTsv(rows))).toEqual(rows)
      }),
    )
  })

  it('reads what spreadsheets write', () => {
    expect(parseTsv('a\tb\r\n"two\r\nlines"\t"say ""so"""\r\n')).toEqual([['a', 'b'], ['two\r\nlines', 'say "so"']])
    expect(parseTsv('a\rb')).toEqual([['a'], ['b']])
    expect(parseTsv('')).toEqual([['']])
    expect(parseTsv('\t')).toEqual([['', '']])
  })

  it('takes a stray quotation mark as a character', () => {
    expect(parseTsv('5" pipe\t"open')).toEqual([['5" pipe', '"open']])
    expect(parseTsv('"a" b\tc')).toEqual([['"a" b', 'c']])
  })

  it('puts one cell on the clipboard as it is', () => {
    expect(printTsv([['40 ambulances 🚑']])).toBe('40 ambulances 🚑')
  })
})
