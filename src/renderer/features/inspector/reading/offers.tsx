import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesKeys } from '../../../../core/actions/keys.ts'
import { useSessionState } from '../../../session/context.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import styles from './offers.module.css'

/** A value that words may mean. */
export interface Offer<T> {
  readonly value: T
  readonly words: string
  /** The value as it would be recorded. */
  readonly reading: string
}

/** As many as have a key. */
export const MOST_OFFERS = 4

interface Props<T> {
  readonly offers: readonly Offer<T>[]
  /** Enter takes the first, where it answers what is being typed. */
  readonly enter: boolean
  readonly onTake: (value: T) => void
}

/** What was read in the words: offered, and recorded only when somebody takes it. */
export function Offers<T>({ offers, enter, onTake }: Props<T>) {
  const { t } = useTranslation()
  if (offers.length === 0) return null
  return (
    <ul className={styles.offers} aria-label={t('offers.name')} aria-live="polite">
      {offers.map(({ value, words, reading }, index) => (
        <li key={`${words} ${reading}`}>
          <button type="button" tabIndex={-1} className={styles.offer} title={t('offers.take', { words, reading })} onClick={() => onTake(value)}>
            <span className={styles.words} dir="auto">
              {words}
            </span>
            <span aria-hidden className={styles.arrow} />
            <span className={styles.reading}>{reading}</span>
            <Kbd keys={enter && index === 0 ? 'Enter' : `Alt+${index + 1}`} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Alt and a digit take the offer of that place. */
export function useOfferKeys<T>(offers: readonly Offer<T>[], onTake: (value: T) => void): (event: KeyboardEvent) => void {
  const platform = useSessionState((state) => state.platform)
  return (event) => {
    const at = offers.findIndex((_, index) => matchesKeys(event.nativeEvent, `Alt+${index + 1}`, platform))
    const offer = offers[at]
    if (event.defaultPrevented || !offer) return
    event.preventDefault()
    onTake(offer.value)
  }
}
