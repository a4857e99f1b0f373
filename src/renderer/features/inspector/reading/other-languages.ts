import { de, en, es, fr, it, ja, pt, ru, zh, type ParsedResult } from 'chrono-node'
import { checkDate } from '../../../../core/codebook/check-value.ts'
import type { DatePrecision, DateValue } from '../../../../core/model/value.ts'

const PARSERS = [en.GB, de, fr, es, pt, it, ru, zh.hans, ja]

/** What core does not read: other languages, and English it has no words for. No reading is finer than what was said. */
export function readOtherwise(words: string, articleDate: string | null): readonly DateValue[] {
  const [year, month, day] = (articleDate ?? '').split('-').map(Number)
  const from = year === undefined || month === undefined || day === undefined ? undefined : new Date(year, month - 1, day, 12)
  const readings = new Map<string, DateValue>()
  for (const parser of PARSERS) {
    const [found] = parser.parse(words, from, { forwardDate: true })
    // A part of what was typed would be a guess about the rest.
    if (!found || found.text.trim().length < words.trim().length * 0.6) continue
    const date = dateOf(found, words.trim(), from !== undefined)
    if (date && checkDate(date) === null) readings.set(`${date.start} ${date.end ?? ''}`, date)
  }
  return [...readings.values()]
}

function dateOf({ start, end }: ParsedResult, words: string, hasReference: boolean): DateValue | null {
  const precision: DatePrecision = start.isCertain('day') || start.isCertain('weekday') ? 'day' : start.isCertain('month') ? 'month' : 'year'
  const first = isoOf(start, precision)
  const last = end ? isoOf(end, precision) : null
  if (first === null || (!hasReference && !start.isCertain('year'))) return null
  return { words, start: first, ...(last === null ? {} : { end: last }), precision }
}

function isoOf(part: ParsedResult['start'], precision: DatePrecision): string | null {
  const [year, month, day] = [part.get('year'), part.get('month'), part.get('day')]
  if (year === null || month === null || day === null || year < 1000 || year > 9999) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return precision === 'year' ? String(year) : precision === 'month' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}
