import type { DatePrecision, DateValue } from '../../model/value.ts'
import { isoDate } from '../../text/calendar.ts'
import { checkDate } from '../check-value.ts'
import { dayCount, dayText, monthAfter, weekdayOf } from './days.ts'
import { countOf, monthOf, PHRASES, PREPOSITION, WEEKDAYS, type Phrase } from './phrases.ts'

type Groups = Readonly<Record<string, string | undefined>>
/** Dates without their words; the likeliest first. */
type Dates = readonly (Omit<DateValue, 'words'> | null)[]

/**
 * What words like “by June”, “next spring” or “Thursday” mean in an article of this date (ISO day), the likeliest reading
 * first; nothing where they are no time. The words are kept beside every reading, and no reading is finer than they are.
 */
export function readDateWords(words: string, articleDate: string | null): readonly DateValue[] {
  const plain = words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const text = plain.toLowerCase()
  if (text === '' || text.length > 80) return []
  const interval = intervalOf(text, articleDate)
  const read = interval ?? readOne(text, articleDate)
  return read.flatMap((date) => (date === null || checkDate(date) !== null ? [] : [{ words: plain, ...date }]))
}

function readOne(text: string, articleDate: string | null): Dates {
  // As it stands first: the preposition of “in two weeks” belongs to it.
  for (const candidate of [text, text.replace(PREPOSITION, '')]) {
    for (const { kind, pattern } of PHRASES) {
      const found = pattern.exec(candidate)
      if (found) return meaning(kind, candidate, found.groups ?? {}, articleDate)
    }
  }
  return []
}

const INTERVAL = /^(?:from |between )?(.+?) (?:to|and|until|till|through|[–—-]) (.+)$/u

/** “Between June and August”: two times of one precision. Only where both sides are times. */
function intervalOf(text: string, articleDate: string | null): Dates | null {
  const [, from, to] = INTERVAL.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const [start] = readOne(from, articleDate)
  const [end] = readOne(to, articleDate)
  if (!start?.start || !end?.start || start.precision !== end.precision) return null
  return [{ start: start.start, end: end.end ?? end.start, precision: start.precision }]
}

function meaning(kind: Phrase['kind'], text: string, groups: Groups, articleDate: string | null): Dates {
  if (kind === 'vague') return [{ precision: 'event' }]
  if (kind === 'day') return [dayOf(text, articleDate)]
  const year = yearOf(groups['year'], articleDate)
  if (kind === 'year') return [year === null ? null : at(String(year), 'year')]
  if (kind === 'part') return partOfYear(groups, year ?? yearOf('this year', articleDate))
  if (kind === 'month') return monthIn(monthOf(groups['month'] ?? ''), groups['which'], year, articleDate)
  if (kind === 'season') return seasonIn(groups['season'] ?? '', groups['which'], year, articleDate)
  if (kind === 'quarter' || kind === 'half') return quarters(kind, groups, year ?? yearOf('this year', articleDate))
  if (articleDate === null) return []
  if (kind === 'span') return spanFrom(groups, articleDate)
  return kind === 'weekday' ? weekdays(groups, articleDate) : near(text, groups, articleDate)
}

const at = (start: string, precision: DatePrecision): Omit<DateValue, 'words'> => ({ start, precision })

function yearOf(words: string | undefined, articleDate: string | null): number | null {
  if (words === undefined) return null
  if (/^\d/.test(words)) return Number(words)
  if (articleDate === null) return null
  return Number(articleDate.slice(0, 4)) + (words === 'next year' ? 1 : words === 'last year' ? -1 : 0)
}

const WRITTEN = /^(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}+)\.?|(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?)(?:,? (\d{4}))?$/u

/** A day that is written out. Without a year it is the next one that is not past. */
function dayOf(text: string, articleDate: string | null): Omit<DateValue, 'words'> | null {
  if (/^\d{4}-/.test(text)) return at(text, 'day')
  const [, dayBefore, monthAfterDay, monthBefore, dayAfter, year] = WRITTEN.exec(text) ?? []
  const [day, month] = [Number(dayBefore ?? dayAfter), monthOf(monthAfterDay ?? monthBefore ?? '')]
  if (year === undefined && articleDate === null) return null
  const first = Number(year ?? articleDate?.slice(0, 4))
  // Four years may lie between two days of 29 February, eight over a century’s turn.
  for (let each = first; each <= (year === undefined ? first + 8 : first); each += 1) {
    const iso = isoDate(each, month, day)
    if (iso !== null && (year !== undefined || articleDate === null || iso >= articleDate)) return at(iso, 'day')
  }
  return null
}

/** A month without a year: this one or the coming one, unless it is said to be past. */
function monthIn(month: number, which: string | undefined, year: number | null, articleDate: string | null): Dates {
  const named = (of: number) => at(`${of}-${String(month).padStart(2, '0')}`, 'month')
  if (year !== null) return [named(year)]
  if (articleDate === null) return []
  const [now, current] = [Number(articleDate.slice(0, 4)), Number(articleDate.slice(5, 7))]
  const coming = named(month >= current ? now : now + 1)
  const past = named(month < current ? now : now - 1)
  if (which === 'last ') return [past]
  if (which === 'next ') return [named(month > current ? now : now + 1), named(now + 1)].filter((date, index, all) => index === 0 || date.start !== all[0]?.start)
  return which === 'this ' ? [named(now)] : [coming, past]
}

const SEASON_STARTS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** Three months, as on the northern half of the earth; “next” is the one after the one that has begun. */
function seasonIn(season: string, which: string | undefined, year: number | null, articleDate: string | null): Dates {
  const first = SEASON_STARTS[season] ?? 3
  const from = (of: number): Omit<DateValue, 'words'> | null => {
    const start = `${of}-${String(first).padStart(2, '0')}`
    const end = monthAfter(start, 2)
    return end === null ? null : { start, end, precision: 'month' }
  }
  if (year !== null) return [from(year)]
  if (articleDate === null) return []
  const [now, month] = [Number(articleDate.slice(0, 4)), Number(articleDate.slice(5, 7))]
  // A winter that began last December is this winter until February.
  const isOn = season === 'winter' && month <= 2 ? now - 1 : now
  const isOver = season === 'winter' ? false : month > first + 2
  const has = season === 'winter' ? month <= 2 || month === 12 : month >= first
  if (which === 'last ') return [from(isOver ? now : isOn - 1)]
  if (which === 'this ') return [from(isOn)]
  if (which === 'next ') return [from(has ? isOn + 1 : isOn)]
  return [from(isOver ? now + 1 : isOn)]
}

function partOfYear(groups: Groups, year: number | null): Dates {
  if (year === null) return []
  const isEnd = groups['part2'] !== undefined || /end of|late$/.test(groups['part'] ?? '')
  const isStart = /early|beginning|start/.test(groups['part'] ?? '')
  const whole = at(String(year), 'year')
  if (isEnd) return [whole, at(`${year}-Q4`, 'quarter'), at(`${year}-12`, 'month')]
  return isStart ? [whole, at(`${year}-Q1`, 'quarter')] : [whole]
}

const ORDER = ['first', 'second', 'third', 'fourth']

function quarters(kind: 'quarter' | 'half', groups: Groups, year: number | null): Dates {
  if (year === null) return []
  const nth = groups['q'] !== undefined ? Number(groups['q']) : groups['nth'] === 'last' ? 4 : ORDER.indexOf(groups['nth'] ?? '') + 1
  if (kind === 'quarter') return [at(`${year}-Q${nth}`, 'quarter')]
  return [{ start: `${year}-Q${nth * 2 - 1}`, end: `${year}-Q${nth * 2}`, precision: 'quarter' }]
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 }

/** “In two weeks” is a day, “in two months” a month; “within two weeks” reaches from the article to there. */
function spanFrom(groups: Groups, articleDate: string): Dates {
  const unit = groups['unit'] ?? groups['unit2'] ?? 'day'
  const count = countOf(groups['count'] ?? groups['count2']) * (groups['back'] === 'ago' ? -1 : 1)
  const days = DAYS[unit]
  const today = dayCount(articleDate)
  const target = days === undefined ? monthAfter(articleDate, count * (unit === 'year' ? 12 : 1)) : dayText(today + count * days)
  if (target === null) return []
  const precision: DatePrecision = days === undefined ? (unit === 'year' ? 'year' : 'month') : 'day'
  const end = precision === 'year' ? target.slice(0, 4) : target
  if (!['within', 'over', 'during', 'for'].includes(groups['how'] ?? '')) return [at(end, precision)]
  return [{ start: articleDate.slice(0, end.length), end, precision }]
}

/** The dateline's own day where it is that weekday; else the coming one, then the one before. */
function weekdays(groups: Groups, articleDate: string): Dates {
  const today = dayCount(articleDate)
  const wanted = WEEKDAYS.findIndex((name) => name === groups['day'])
  const ahead = (wanted - weekdayOf(articleDate) + 7) % 7
  const day = (count: number): Omit<DateValue, 'words'> | null => {
    const iso = dayText(count)
    return iso === null ? null : at(iso, 'day')
  }
  if (groups['which'] === 'last ') return [day(today + ahead - 7)]
  if (groups['which'] === 'next ') return ahead === 0 ? [day(today + 7)] : [day(today + ahead), day(today + ahead + 7)]
  return ahead === 0 ? [day(today)] : [day(today + ahead), day(today + ahead - 7)]
}

const NEAR: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1, 'the day after tomorrow': 2 }

function near(text: string, groups: Groups, articleDate: string): Dates {
  const today = dayCount(articleDate)
  const step = groups['which'] === 'last' ? -1 : groups['which'] === 'this' ? 0 : 1
  if (groups['unit'] === 'month') {
    const month = monthAfter(articleDate, step)
    return [month === null ? null : at(month, 'month')]
  }
  if (groups['unit'] === 'week') {
    const monday = today - ((weekdayOf(articleDate) + 6) % 7) + step * 7
    const [start, end] = [dayText(monday), dayText(monday + 6)]
    return [start === null || end === null ? null : { start, end, precision: 'day' }]
  }
  const iso = dayText(today + (NEAR[text] ?? 0))
  return [iso === null ? null : at(iso, 'day')]
}
