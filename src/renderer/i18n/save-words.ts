import type { TFunction } from 'i18next'
import type { SaveStatus } from '../../ipc/shapes.ts'
import { formatTime } from './format.ts'

type Failed = Extract<SaveStatus, { state: 'failed' }>

/** Without a time main could not even write its journal, and this window holds the work. */
const isJournalled = ({ next }: Failed) => !Number.isNaN(Date.parse(next))

/** When saving is tried again. */
export function nextWords(t: TFunction, failed: Failed): string {
  return isJournalled(failed) ? t('save.next', { time: formatTime(failed.next) }) : t('save.next.soon')
}

/** What to do about work that could not be saved, what is safe, and when it is tried again. */
export function failureWords(t: TFunction, failed: Failed): string {
  return [failed.error.remedy, t(isJournalled(failed) ? 'save.safe' : 'save.safe.memory'), nextWords(t, failed)].join(' ')
}
