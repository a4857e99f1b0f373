import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText, parseNumber, readNumber } from './number-input.ts'

describe('parseNumber', () => {
  it.each([
    ['40', 40],
    [' 1,200 ', 1200],
    ['1 200 300.5', 1200300.5],
    ['1\u202f200', 1200],
    ['−3', -3],
    ['.5', 0.5],
    ['2.', 2],
    ['١٢٠', 120],
    ['۴۰', 40],
    ['٢٫٥', 2.5],
  ])('reads %j as %d', (text, expected) => expect(parseNumber(text)).toBe(expected))

  it.each(['', '-', 'forty', '2,5', '12,34', '1.200.300', '4e3', '40 items', '0x10'])('refuses %j', (text) =>
    expect(parseNumber(text)).toBeNull(),
  )

  it('reads every number that it wrote', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        fc.pre(Math.abs(value) > 1e-12 || value === 0)
        expect(parseNumber(numberText(value))).toBeCloseTo(value, 10)
      }),
    )
  })
})

describe('readNumber', () => {
  it('tells what is wrong, and keeps empty apart from wrong', () => {
    const bounds = { min: 0, max: 10 }
    expect(readNumber(' ', bounds)).toEqual({ value: null, problem: null })
    expect(readNumber('10', bounds).problem).toBeNull()
    expect(readNumber('11', bounds).problem).toBe('above')
    expect(readNumber('-1', bounds).problem).toBe('below')
    expect(readNumber('ten', bounds).problem).toBe('number')
    expect(readNumber('11', {}).problem).toBeNull()
  })
})
