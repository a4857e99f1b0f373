import type { DateValue } from '../model/value.ts'

/** `2031-06` begins on 2031-06-01. Null where no date is recorded. */
export function firstDay(date: DateValue | undefined): string | null {
  const { start } = date ?? {}
  if (start === undefined) return null
  const [year = '', rest = '01', day = '01'] = start.split('-')
  return `${year}-${rest.startsWith('Q') ? twoDigits(Number(rest.slice(1)) * 3 - 2) : rest}-${day}`
}

/** `2031-06` ends on 2031-06-30; an interval ends where its end does. */
export function lastDay(date: DateValue | undefined): string | null {
  const end = date?.end ?? date?.start
  if (end === undefined) return null
  const [year = '', rest = '12', day] = end.split('-')
  const month = rest.startsWith('Q') ? Number(rest.slice(1)) * 3 : Number(rest)
  return `${year}-${twoDigits(month)}-${day ?? twoDigits(daysIn(Number(year), month))}`
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
