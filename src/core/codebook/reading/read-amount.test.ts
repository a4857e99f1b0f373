import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantitySchema } from '../../model/value.ts'
import { findAmounts } from './find-amounts.ts'
import { readAmountWords } from './read-amount.ts'

/** `amount unit`, or `min..max unit`. */
function read(words: string): string {
  const amount = readAmountWords(words)
  if (!amount) return 'nothing'
  const range = amount.min === undefined && amount.max === undefined ? '' : `${amount.min ?? ''}..${amount.max ?? ''}`
  return `${amount.amount ?? ''}${range} ${amount.unit}`
}

describe('what words say about an amount', () => {
  it.each([
    ['$2.1 billion', '2100000000 USD'],
    ['US$5m', '5000000 USD'],
    ['€40m', '40000000 EUR'],
    ['£1,250', '1250 GBP'],
    ['¥300bn', '300000000000 JPY'],
    ['A$ 20 million', '20000000 AUD'],
    ['2.1 billion dollars', '2100000000 USD'],
    ['40 million euros', '40000000 EUR'],
    ['10 billion yuan', '10000000000 CNY'],
    ['1,200,000 pounds', '1200000 GBP'],
    ['5 000 euros', '5000 EUR'],
    ['5\u202f000 euros', '5000 EUR'],
    ['40 ambulances', '40 ambulances'],
    ['forty ambulances', '40 ambulances'],
    ['twenty-five trucks', '25 trucks'],
    ['two dozen buses', '24 buses'],
    ['half a million people', '500000 people'],
    ['a million refugees', '1000000 people'],
    ['a hundred soldiers', '100 people'],
    ['3,000 troops', '3000 people'],
    ['30%', '30 %'],
    ['30 per cent', '30 %'],
    ['2.5 percentage points', '2.5 %'],
    ['between 20 and 30 per cent', '20..30 %'],
    ['20-30%', '20..30 %'],
    ['20 to 30 million euros', '20000000..30000000 EUR'],
    ['$2 billion to $3 billion', '2000000000..3000000000 USD'],
    ['up to 5,000 people', '..5000 people'],
    ['at least 12 aircraft', '12.. aircraft'],
    ['more than $1bn', '1000000000.. USD'],
    ['about 70 tonnes of grain', '70 tonnes'],
    ['40', '40 items'],
    ['٤٠ سيارة', '40 سيارة'],
    ['４０人', '40 人'],
    ['9.007 million', '9007000 items'],
    ['0.1 billion', '100000000 items'],
    ['a bus', 'nothing'],
    ['many trucks', 'nothing'],
    ['30 to 20 euros', 'nothing'],
    ['', 'nothing'],
  ])('%s: %s', (words, expected) => {
    expect(read(words)).toBe(expected)
  })

  it('keeps the words', () => {
    expect(readAmountWords(' €40\u00a0m ')).toEqual({ words: '€40 m', amount: 40_000_000, unit: 'EUR' })
  })
})

describe('amounts in running text', () => {
  it('are found in order, and dates are none', () => {
    const text = 'Norvia will deliver 40 ambulances and $2.1 billion by 12 June 2031, up to 5,000 people said, or 30 per cent in 2032.'
    expect(findAmounts(text).map(({ words }) => words)).toEqual(['40 ambulances', '$2.1 billion', 'up to 5,000 people', '30 per cent'])
  })
})

it('gives only quantities that a codebook takes, whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom('$', '€', '2', '1,000', 'million', 'up to', 'between', 'and', '%', 'people', 'half a', 'trucks', '3.5bn'), { maxLength: 6 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const amount = readAmountWords(text)
      for (const each of [...findAmounts(text), ...(amount ? [amount] : [])]) {
        expect(quantitySchema.safeParse(each).success).toBe(true)
        expect(each.min ?? 0).toBeLessThanOrEqual(each.max ?? Number.POSITIVE_INFINITY)
      }
    }),
  )
})
