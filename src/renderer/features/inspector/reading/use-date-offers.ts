import { useTranslation } from 'react-i18next'
import { isoDate, type DateDraft } from '../../../../core/codebook/inputs/date-input.ts'
import { findDates } from '../../../../core/codebook/reading/find-dates.ts'
import { readDateWords } from '../../../../core/codebook/reading/read-date.ts'
import type { Annotation } from '../../../../core/model/annotation.ts'
import type { DateValue } from '../../../../core/model/value.ts'
import { MOST_OFFERS, type Offer } from './offers.tsx'
import { readOtherwise } from './other-languages.ts'
import { useWordsAround } from './use-words-around.ts'

export interface Offered<T> {
  readonly offers: readonly Offer<T>[]
  /** They answer what is being typed, and not what the text says. */
  readonly typed: boolean
}

/** What is typed as people write it, read; with nothing typed, the times that the span and its sentence speak of. */
export function useDateOffers(draft: DateDraft, annotation: Annotation, articleDate: string | null): Offered<DateValue> {
  const { t } = useTranslation()
  const around = useWordsAround(annotation)
  const typed = draft.start.trim() !== '' ? draft.start.trim() : draft.end.trim() === '' ? draft.words.trim() : ''
  const offer = (date: DateValue): Offer<DateValue> => {
    const dates = [date.start, date.end].filter((part) => part !== undefined).join(' – ')
    const precision = t(`field.precision.${date.precision}`)
    return { value: date, words: date.words ?? '', reading: dates === '' ? precision : `${dates} · ${precision}` }
  }
  if (typed === '') {
    const found = new Map(around.flatMap((words) => findDates(words, articleDate)).map((date) => [date.words?.toLowerCase(), date]))
    return { offers: [...found.values()].slice(0, MOST_OFFERS).map(offer), typed: false }
  }
  if (isoDate(typed) !== null || isRead(draft)) return { offers: [], typed: false }
  const read = readDateWords(typed, articleDate)
  return { offers: (read.length > 0 ? read : readOtherwise(typed, articleDate)).slice(0, MOST_OFFERS).map(offer), typed: true }
}

/** Words that stand beside a date have been read. */
function isRead(draft: DateDraft): boolean {
  return isoDate(draft.start) !== null || isoDate(draft.end) !== null
}
