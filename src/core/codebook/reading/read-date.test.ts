import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateValueSchema } from '../../model/value.ts'
import { checkDate } from '../check-value.ts'
import { findDates } from './find-dates.ts'
import { readDateWords } from './read-date.ts'

/** A Thursday. */
const ARTICLE = '2031-03-06'

/** `start..end precision` of the likeliest reading. */
function read(words: string, articleDate: string | null = ARTICLE): string {
  const [date] = readDateWords(words, articleDate)
  if (!date) return 'nothing'
  return `${date.start ?? ''}${date.end === undefined ? '' : `..${date.end}`} ${date.precision}`.trim()
}

describe('what words mean in an article of Thursday, 6 March 2031', () => {
  it.each([
    ['2031-05-02', '2031-05-02 day'],
    ['12 June', '2031-06-12 day'],
    ['on 12 June 2032', '2032-06-12 day'],
    ['12th of June', '2031-06-12 day'],
    ['June 12', '2031-06-12 day'],
    ['June 12th, 2032', '2032-06-12 day'],
    ['3 March', '2032-03-03 day'],
    ['29 February 2032', '2032-02-29 day'],
    ['29 February 2031', 'nothing'],
    ['31 April 2031', 'nothing'],
    ['by June', '2031-06 month'],
    ['in March', '2031-03 month'],
    ['in February', '2032-02 month'],
    ['last June', '2030-06 month'],
    ['next June', '2031-06 month'],
    ['June next year', '2032-06 month'],
    ['before the end of June 2033', '2033-06 month'],
    ['late September', '2031-09 month'],
    ['Sept. 2031', '2031-09 month'],
    ['Q2', '2031-Q2 quarter'],
    ['the second quarter of next year', '2032-Q2 quarter'],
    ['in the last quarter', '2031-Q4 quarter'],
    ['the first half of 2033', '2033-Q1..2033-Q2 quarter'],
    ['second half of the year', '2031-Q3..2031-Q4 quarter'],
    ['summer', '2031-06..2031-08 month'],
    ['this spring', '2031-03..2031-05 month'],
    ['next spring', '2032-03..2032-05 month'],
    ['next summer', '2031-06..2031-08 month'],
    ['in the autumn of 2032', '2032-09..2032-11 month'],
    ['winter', '2031-12..2032-02 month'],
    ['last winter', '2030-12..2031-02 month'],
    ['2033', '2033 year'],
    ['by 2033', '2033 year'],
    ['this year', '2031 year'],
    ['next year', '2032 year'],
    ['last year', '2030 year'],
    ['by the end of the year', '2031 year'],
    ['by year-end', '2031 year'],
    ['early 2032', '2032 year'],
    ['mid-2032', '2032 year'],
    ['in two weeks', '2031-03-20 day'],
    ['within two weeks', '2031-03-06..2031-03-20 day'],
    ['within 30 days', '2031-03-06..2031-04-05 day'],
    ['in three months', '2031-06 month'],
    ['within a year', '2031..2032 year'],
    ['over the next five years', '2031..2036 year'],
    ['two years ago', '2029 year'],
    ['ten days ago', '2031-02-24 day'],
    ['today', '2031-03-06 day'],
    ['tomorrow', '2031-03-07 day'],
    ['yesterday', '2031-03-05 day'],
    ['this week', '2031-03-03..2031-03-09 day'],
    ['next week', '2031-03-10..2031-03-16 day'],
    ['next month', '2031-04 month'],
    ['Thursday', '2031-03-06 day'],
    ['on Friday', '2031-03-07 day'],
    ['Monday', '2031-03-10 day'],
    ['last Monday', '2031-03-03 day'],
    ['next Thursday', '2031-03-13 day'],
    ['Thursday evening', '2031-03-06 day'],
    ['between June and August', '2031-06..2031-08 month'],
    ['from 2031 to 2035', '2031..2035 year'],
    ['12 June – 14 June', '2031-06-12..2031-06-14 day'],
    ['in the coming days', 'event'],
    ['soon', 'event'],
    ['BY  June', '2031-06 month'],
    ['40 ambulances', 'nothing'],
    ['perhaps', 'nothing'],
    ['', 'nothing'],
    ['六月', 'nothing'],
    ['في يونيو', 'nothing'],
  ])('%s: %s', (words, expected) => {
    expect(read(words)).toBe(expected)
  })

  it.each([
    ['tomorrow', '2031-12-31', '2032-01-01 day'],
    ['next month', '2031-12-15', '2032-01 month'],
    ['January', '2031-12-15', '2032-01 month'],
    ['within three months', '2031-11-30', '2031-11..2032-02 month'],
    ['this winter', '2032-02-29', '2031-12..2032-02 month'],
    ['next week', '2031-12-29', '2032-01-05..2032-01-11 day'],
    ['yesterday', '2032-03-01', '2032-02-29 day'],
    ['Sunday', '2032-02-28', '2032-02-29 day'],
  ])('%s in an article of %s: %s', (words, date, expected) => {
    expect(read(words, date)).toBe(expected)
  })

  it('offers what else the words may mean, the likelier first', () => {
    expect(readDateWords('Friday', ARTICLE).map(({ start }) => start)).toEqual(['2031-03-07', '2031-02-28'])
    expect(readDateWords('June', ARTICLE).map(({ start }) => start)).toEqual(['2031-06', '2030-06'])
  })

  it('reads without an article’s date only what needs none', () => {
    expect(read('June 2031', null)).toBe('2031-06 month')
    expect(read('12 June 2031', null)).toBe('2031-06-12 day')
    expect(read('12 June', null)).toBe('nothing')
    expect(read('Thursday', null)).toBe('nothing')
    expect(read('June', null)).toBe('nothing')
  })

  it('keeps the words as they were typed', () => {
    expect(readDateWords('  by\u00a0June ', ARTICLE)[0]?.words).toBe('by June')
  })
})

describe('times in running text', () => {
  it('are found in order, each once', () => {
    const text = 'It will come by June, said on Thursday; they may march within two weeks, by June at the latest, in 2033.'
    expect(findDates(text, ARTICLE).map(({ words }) => words)).toEqual(['by June', 'Thursday', 'within two weeks', '2033'])
  })

  it('are not seen in amounts', () => {
    expect(findDates('2031 ambulances 👩‍👩‍👧‍👦 and 40 trucks', null).map(({ words }) => words)).toEqual(['2031'])
    expect(findDates('12031 trucks, 1.9 million people', ARTICLE)).toEqual([])
  })
})

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom('by', 'next', 'the', 'end', 'of', 'June', 'year', 'Thursday', '2031', '30', 'half', 'first', 'within', 'two', 'weeks', 'ago', 'to', 'Q3'), { maxLength: 6 }).map((list) => list.join(' ')),
)

it('gives only dates that a codebook takes, whatever is typed and whenever', () => {
  fc.assert(
    fc.property(words, fc.option(day), (typed, articleDate) => {
      for (const date of [...readDateWords(typed, articleDate), ...findDates(typed, articleDate)]) {
        expect(dateValueSchema.safeParse(date).success).toBe(true)
        expect(checkDate(date)).toBeNull()
      }
    }),
  )
})
