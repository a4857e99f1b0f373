import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayCount, dayText, monthAfter, weekdayOf } from './days.ts'

const days = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1000, max: 1000 }), (iso, step) => {
      const expected = new Date(Date.parse(iso) + step * 86_400_000).toISOString().slice(0, 10)
      expect(dayText(dayCount(iso))).toBe(iso)
      expect(dayText(dayCount(iso) + step)).toBe(/^[1-9]\d{3}-/.test(expected) ? expected : null)
      expect(weekdayOf(iso)).toBe(new Date(iso).getUTCDay())
    }),
  )
})

it('adds months over the end of a year, both ways', () => {
  expect(monthAfter('2031-11-30', 3)).toBe('2032-02')
  expect(monthAfter('2031-01-01', -1)).toBe('2030-12')
  expect(monthAfter('9999-12-01', 1)).toBeNull()
})
