import { isoDate } from '../../text/calendar.ts'

/** What each month adds to the day of the week (Sakamoto). */
const MONTH_SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const

function countOf(year: number, month: number, day: number): number {
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const from = month <= 2 ? year - 1 : year
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear
}

/** Days from 0000-03-01 of the Gregorian calendar to a day, so that weeks can be added without a clock or a time zone. */
export function dayCount(iso: string): number {
  return countOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

/** The inverse, `yyyy-mm-dd`; null outside of years of four digits. */
export function dayText(count: number): string | null {
  let year = Math.floor(count / 365.2425)
  while (countOf(year, 3, 1) > count) year -= 1
  while (countOf(year + 1, 3, 1) <= count) year += 1
  const inYear = count - countOf(year, 3, 1)
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = ((fromMarch + 2) % 12) + 1
  return isoDate(year + (month <= 2 ? 1 : 0), month, inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

/** 0 for Sunday. */
export function weekdayOf(iso: string): number {
  const month = Number(iso.slice(5, 7))
  const year = Number(iso.slice(0, 4)) - (month <= 2 ? 1 : 0)
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + (MONTH_SHIFTS[month - 1] ?? 0) + Number(iso.slice(8, 10))) % 7
}

/** `yyyy-mm` of a month that is so many after the one of `iso`; null outside of years of four digits. */
export function monthAfter(iso: string, months: number): string | null {
  const at = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  const year = Math.floor(at / 12)
  return year >= 1000 && year <= 9999 ? `${year}-${String((at % 12) + 1).padStart(2, '0')}` : null
}
