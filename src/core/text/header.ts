import { isoDate } from './calendar.ts'
import { readDateline } from './dateline.ts'
import { isBlankAt, skipBlank, skipBlankBack } from './trim.ts'

/** What wire copy says before its first sentence. `start`, `end`: UTF-16 range of the header, no blanks around it. */
export interface Header {
  /** ISO `yyyy-mm-dd`, a real day of the calendar; `null` when the header names none or leaves out the year. */
  readonly date: string | null
  /** The place as written (`BEIJING`, `WASHINGTON, D.C.`), without date, agency and the mark that ends it. */
  readonly dateline: string | null
  readonly start: number
  readonly end: number
}

/** The header stands in one of the first lines that are not blank; what is above it is short, as a headline is. */
const LINES = 3
const HEADLINE_LENGTH = 200

/** Far longer than any header; keeps the patterns off very long lines. */
const WINDOW = 400

const DATE_LINE = /^(?:date|Date|DATE):?[ \t\u00A0]+(\d{4})-(\d{2})-(\d{2})(?![\p{L}\p{N}\-–/])[:,]?/u

/**
 * Reads `date 2025-04-24 BEIJING: …`, the date or the place alone, and the datelines of news agencies, see
 * `readDateline`. Conservative: what is not a header as a whole is none, so an impossible date gives `null`, and a
 * place without date needs its agency. Never throws.
 */
export function readHeader(text: string): Header | null {
  let from = 0
  for (let line = 0; line < LINES; line += 1) {
    const start = skipBlank(text, from, text.length)
    if (start === text.length) return null
    const header = readAt(text, start)
    if (header) return header
    const feed = text.indexOf('\n', start)
    if (feed === -1 || feed - start > HEADLINE_LENGTH) return null
    from = feed + 1
  }
  return null
}

function readAt(text: string, start: number): Header | null {
  const rest = lineFrom(text, start)
  const match = DATE_LINE.exec(rest)
  if (!match) {
    const place = readDateline(rest, 'alone')
    return place && { date: place.date, dateline: place.dateline, start, end: start + place.length }
  }
  const date = isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!date) return null
  const dateEnd = start + match[0].length
  const next = skipBlank(text, dateEnd, text.length)
  // The place may stand on the date's own line or on the next one that is not blank.
  const sameLine = !text.slice(dateEnd, next).includes('\n')
  const place = readDateline(lineFrom(text, next), sameLine ? 'after date' : 'alone')
  if (place) return { date, dateline: place.dateline, start, end: next + place.length }
  // "Date 2025-04-24 was chosen …" is a sentence: a header's date is followed by a line end or by a sentence's start.
  if (sameLine && next < text.length && !startsSentence(text.slice(next, next + 2))) return null
  return { date, dateline: null, start, end: skipBlankBack(text, start, dateEnd) }
}

function startsSentence(text: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}"'“‘„«「『(]/u.test(text)
}

/** The line from `start` on, or as much of it as a header can need. */
function lineFrom(text: string, start: number): string {
  const feed = text.indexOf('\n', start)
  const end = Math.min(feed === -1 ? text.length : feed, start + WINDOW)
  return isBlankAt(text, start) ? '' : text.slice(start, end)
}
