/** Both ends belong to it; null: open. Compared as text with ISO dates. */
export interface DateSpan {
  readonly from: string | null
  readonly to: string | null
}

const PART = /^\d{4}(-\d\d(-\d\d)?)?$/
/** After every day of the month or year that it follows. */
const LAST = '~'

/** `2031`, `2031-03`, `2031-03-01`, `2031-03..2031-05`, `..2031`, `2031..`, `>2031-03-01`, `>=`, `<`, `<=`; null: not a date. */
export function readDates(value: string): DateSpan | null {
  const compared = /^(>=?|<=?)(.*)$/.exec(value)
  if (compared) {
    const [, sign = '', day = ''] = compared
    if (!PART.test(day)) return null
    if (sign.startsWith('>')) return { from: sign === '>' ? day + LAST : day, to: null }
    return { from: null, to: sign === '<' ? before(day) : day + LAST }
  }
  const ends = value.split('..')
  if (ends.length > 2 || (ends.length === 2 && ends.every((end) => end === ''))) return null
  const [first = '', last = first] = ends
  if (![first, last].every((end) => end === '' || PART.test(end))) return null
  return { from: first === '' ? null : first, to: last === '' ? null : last + LAST }
}

/** Greater than every date that is before this one, and smaller than it. */
function before(day: string): string {
  return day.slice(0, -1) + String.fromCharCode(day.charCodeAt(day.length - 1) - 1) + LAST
}

export function isWithin({ from, to }: DateSpan, date: string): boolean {
  return (from === null || date >= from) && (to === null || date <= to)
}
