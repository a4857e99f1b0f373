import { describe, expect, it } from 'vitest'
import { dateValueSchema } from '../../model/value.ts'
import { dateDraft, isoDate, readDate, withDateTyped, withPrecision } from './date-input.ts'

const empty = dateDraft(null)
const typed = (start: string, end = '') => withDateTyped(withDateTyped(empty, { start }), { end })

describe('isoDate', () => {
  it.each([
    ['2031', '2031'],
    ['2031-6', '2031-06'],
    ['2031/06/2', '2031-06-02'],
    ['2031.06.12', '2031-06-12'],
    [' 2031 q2', '2031-Q2'],
    ['2031Q4', '2031-Q4'],
    ['Q2 2031', '2031-Q2'],
  ])('reads %j', (text, iso) => expect(isoDate(text)).toBe(iso))

  it.each(['', '31', '2031-13', '2031-00', '2031-06-32', '2031-Q5', 'by June', '06/2031', '12.6.2031', '20310612'])('refuses %j', (text) =>
    expect(isoDate(text)).toBeNull(),
  )
})

describe('a date that is typed', () => {
  it('has the precision of what was typed', () => {
    expect(readDate(typed('2031-06-12')).value).toEqual({ start: '2031-06-12', precision: 'day' })
    expect(readDate(typed('2031-06')).value).toEqual({ start: '2031-06', precision: 'month' })
    expect(readDate(typed('2031 Q2', '2031-q3')).value).toEqual({ start: '2031-Q2', end: '2031-Q3', precision: 'quarter' })
    expect(readDate(typed('', '2031')).value).toEqual({ end: '2031', precision: 'year' })
  })

  it('is an event while there are only words, and no longer once there is a date', () => {
    const words = { ...empty, words: ' by June ' }
    expect(readDate(words)).toEqual({ value: { words: 'by June', precision: 'event' }, problems: {} })
    const kept = dateDraft(dateValueSchema.parse(readDate(words).value))
    expect(readDate(withDateTyped(kept, { start: '2031-06' })).value).toEqual({ words: 'by June', start: '2031-06', precision: 'month' })
    expect(readDate(empty).value).toBeNull()
  })

  it('stays an event with a date when somebody said so', () => {
    const event = withPrecision(typed('2031-06'), 'event')
    expect(readDate(withDateTyped(event, { start: '2031-07-01' }))).toEqual({ value: { start: '2031-07-01', precision: 'event' }, problems: {} })
  })

  it('is cut to a coarser precision, and never made up for a finer one', () => {
    expect(withPrecision(typed('2031-06-12', '2031-08-01'), 'quarter')).toMatchObject({ start: '2031-Q2', end: '2031-Q3' })
    expect(withPrecision(typed('2031-Q2'), 'month')).toMatchObject({ start: '2031-Q2', precision: 'month' })
    expect(readDate(withPrecision(typed('2031-Q2'), 'month')).problems).toEqual({ start: 'precision' })
    expect(withPrecision(typed('2031-12-31'), 'year').start).toBe('2031')
    expect(withPrecision(typed('2031-12-31'), 'month').start).toBe('2031-12')
  })

  it('says what is wrong and where', () => {
    expect(readDate(typed('June')).problems).toEqual({ start: 'format' })
    expect(readDate(typed('2031-02-30')).problems).toEqual({ start: 'day' })
    expect(readDate(typed('2032-02-29')).problems).toEqual({})
    expect(readDate(typed('2031-06-12', '2031-07')).problems).toEqual({ end: 'precision' })
    expect(readDate(typed('2031-06-12', '2031-06-11')).problems).toEqual({ end: 'backwards' })
    expect(readDate(typed('2031-06-12', '2031-06-12')).problems).toEqual({})
  })
})
