import { isoDate, monthNumber } from '../../../core/text/calendar.ts'

/** Whether `yyyy-mm-dd` is a day of the calendar. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

export type ReadDate =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly reason: 'ambiguous' | 'unknown' }

/**
 * A date from a spreadsheet as ISO. Year first in any punctuation, a month in words, day first with full stops, and
 * numbers with slashes or hyphens only where day and month cannot be confused: 03/04/2025 is refused, not guessed.
 */
export function readDate(written: string): ReadDate {
  const text = written.trim().replace(/\s+/gu, ' ')
  const yearFirst =
    /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d)|年(\d{1,2})月(\d{1,2})日)(?:[T ]\d{1,2}:\d\d.*)?$/u.exec(text)
  if (yearFirst) {
    const [, year, , month, day, month2, day2, month3, day3] = yearFirst
    return finish(Number(year), Number(month ?? month2 ?? month3), Number(day ?? day2 ?? day3))
  }
  const dayFirst =
    /^(?:\p{L}+\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.|er)?[ -](?:of |de )?(\p{L}[\p{L}\p{M}]*\.?)(?:,? |-)(?:de )?(\d{4})$/u.exec(
      text,
    )
  if (dayFirst) return finish(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? '') ?? 0, Number(dayFirst[1]))
  const monthFirst = /^(?:\p{L}+\.?,? )?(\p{L}[\p{L}\p{M}]*\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text)
  if (monthFirst) return finish(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? '') ?? 0, Number(monthFirst[2]))
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!numbers) return { ok: false, reason: 'unknown' }
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])]
  if (numbers[2] === '.' || first > 12 || first === second) return finish(year, second, first)
  return second > 12 ? finish(year, first, second) : { ok: false, reason: 'ambiguous' }
}

function finish(year: number, month: number, day: number): ReadDate {
  const date = isoDate(year, month, day)
  return date === null ? { ok: false, reason: 'unknown' } : { ok: true, date }
}
