import type { DatePrecision, DateValue } from '../../model/value.ts'
import { checkDate } from '../check-value.ts'
import { precisionOf } from '../defaults.ts'

/** A date or interval while it is being typed. */
export interface DateDraft {
  readonly start: string
  readonly end: string
  readonly words: string
  readonly precision: DatePrecision
}

/** `format`: no date at all. `day`: not in the calendar. `precision`: finer or coarser than what was chosen. */
export type DateProblem = 'format' | 'day' | 'precision' | 'backwards'

export interface ReadDate {
  /** Null when nothing is typed. Only to be kept when there are no problems. */
  readonly value: DateValue | null
  readonly problems: { readonly start?: DateProblem; readonly end?: DateProblem }
}

export function dateDraft(date: DateValue | null): DateDraft {
  return { start: date?.start ?? '', end: date?.end ?? '', words: date?.words ?? '', precision: date?.precision ?? 'day' }
}

const DAY = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const MONTH = /^(\d{4})[-/. ](\d{1,2})$/
const QUARTER = /^(\d{4})[-/. ]?q([1-4])$|^q([1-4])[-/. ](\d{4})$/i
const YEAR = /^\d{4}$/

/** `2031-6-2`, `2031/06`, `2031 q2` or `Q2 2031` in ISO form; null for what cannot be read. Whether there is such a day is not asked. */
export function isoDate(text: string): string | null {
  const typed = text.trim()
  if (YEAR.test(typed)) return typed
  const quarter = QUARTER.exec(typed)
  if (quarter) return `${quarter[1] ?? quarter[4]}-Q${quarter[2] ?? quarter[3]}`
  const day = DAY.exec(typed)
  const [, year, month = '', date] = day ?? MONTH.exec(typed) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null
  if (date === undefined) return `${year}-${month.padStart(2, '0')}`
  return Number(date) < 1 || Number(date) > 31 ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

/**
 * The draft after one of its dates was typed: the precision follows what was typed, until somebody says that it is an
 * event, which may have a date of any precision.
 */
export function withDateTyped(draft: DateDraft, change: { readonly start?: string; readonly end?: string }): DateDraft {
  const next = { ...draft, ...change }
  const wasEmpty = draft.start.trim() === '' && draft.end.trim() === ''
  if (draft.precision === 'event' && !wasEmpty) return next
  const iso = isoDate(next.start) ?? isoDate(next.end)
  return iso === null ? next : { ...next, precision: precisionOf(iso) }
}

const COARSER: readonly DatePrecision[] = ['day', 'month', 'quarter', 'year']

/** The draft with another precision: dates that are finer are cut to it, coarser ones stay as they are and are complained about. */
export function withPrecision(draft: DateDraft, precision: DatePrecision): DateDraft {
  if (precision === 'event') return { ...draft, precision }
  return { ...draft, precision, start: coarsened(draft.start, precision), end: coarsened(draft.end, precision) }
}

function coarsened(text: string, precision: DatePrecision): string {
  const iso = isoDate(text)
  if (iso === null || COARSER.indexOf(precisionOf(iso)) >= COARSER.indexOf(precision)) return text
  if (precision === 'year') return iso.slice(0, 4)
  return precision === 'month' ? iso.slice(0, 7) : `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`
}

/** Words without a date are an event: nobody has said yet which day they mean. */
export function readDate(draft: DateDraft): ReadDate {
  const start = isoDate(draft.start)
  const end = isoDate(draft.end)
  const words = draft.words.trim()
  const hasDate = draft.start.trim() !== '' || draft.end.trim() !== ''
  if (!hasDate) return { value: words === '' ? null : { words, precision: 'event' }, problems: {} }
  const value: DateValue = {
    ...(words === '' ? {} : { words }),
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    precision: draft.precision,
  }
  const problems = {
    ...named('start', problemOf(draft.start, draft.precision)),
    ...named('end', problemOf(draft.end, draft.precision) ?? (checkDate(value) === null ? null : 'backwards')),
  }
  // Only when each is right by itself can the two be in the wrong order.
  if (problems.start !== undefined && problems.end === 'backwards') return { value, problems: { start: problems.start } }
  return { value, problems }
}

function problemOf(text: string, precision: DatePrecision): DateProblem | null {
  if (text.trim() === '') return null
  const iso = isoDate(text)
  if (iso === null) return 'format'
  if (precision !== 'event' && precisionOf(iso) !== precision) return 'precision'
  return checkDate({ start: iso, precision: precisionOf(iso) }) === null ? null : 'day'
}

function named<K extends string>(key: K, problem: DateProblem | null): { [P in K]?: DateProblem } {
  return (problem === null ? {} : { [key]: problem }) as { [P in K]?: DateProblem }
}
