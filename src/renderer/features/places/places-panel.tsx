import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { labelById } from '../../../core/codebook/lookup.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { closePlaces, placeAtHand, placesOf, showPlace, waitingIn, type PlacesFilter } from '../../session/places.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import { quoteOf } from '../../../core/model/annotation.ts'
import { Decision } from './decision.tsx'
import { NothingWaits } from './nothing-waits.tsx'
import styles from './places-panel.module.css'

const FILTERS: readonly PlacesFilter[] = ['open', 'aside']

/** In the inspector's place: the annotations whose words were not found for certain after the article was changed, one decision after the other. */
export function PlacesPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const article = useSessionState((state) => state.article)
  const state = useStore(placesOf(session))
  const here = placeAtHand(state, article)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    closePlaces(session)
  }

  return (
    <div className={styles.outer} role="presentation" onKeyDown={onKeyDown}>
      <section className={styles.panel} aria-label={t('places.title')}>
        <header className={styles.head}>
          <h2 className={styles.title}>{t('places.title')}</h2>
          <IconButton icon={X} title={t('places.close')} keys="Escape" onClick={() => closePlaces(session)} />
        </header>
        <fieldset className={styles.filter} aria-label={t('places.filter')}>
          {FILTERS.map((filter) => (
            <button
              key={filter}
              type="button"
              className={styles.tab}
              aria-pressed={state.filter === filter}
              onClick={() => {
                placesOf(session).setState({ filter })
                showPlace(session, null)
              }}
            >
              {t(`places.filter.${filter}`, { count: waitingIn(article?.set, filter).length })}
            </button>
          ))}
        </fieldset>
        {here ? <Decision here={here} candidate={state.candidate} /> : <NothingWaits filter={state.filter} />}
        {here && <Waiting id={here.waiting.annotation.id} filter={state.filter} />}
      </section>
    </div>
  )
}

/** All of them, to go to any. */
function Waiting({ id, filter }: { readonly id: string; readonly filter: PlacesFilter }) {
  const session = useSession()
  const { t } = useTranslation()
  const set = useSessionState((state) => state.article?.set)
  const codebook = useSessionState((state) => state.project?.codebook)
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  if (!codebook) return null
  return (
    <ul className={styles.list} aria-label={t('places.title')}>
      {waitingIn(set, filter).map(({ annotation }) => {
        const isCurrent = annotation.id === id
        return (
          <li key={annotation.id}>
            <button ref={isCurrent ? current : null} type="button" className={styles.row} aria-current={isCurrent ? 'true' : undefined} onClick={() => showPlace(session, annotation.id)}>
              <LabelSwatch look={labelById(codebook, annotation.label)} />
              <span className={styles.rowQuote} dir="auto">
                {quoteOf(annotation)}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
