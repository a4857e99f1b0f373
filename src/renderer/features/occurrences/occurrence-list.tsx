import { useTranslation } from 'react-i18next'
import type { FoundOccurrences } from '../../../ipc/shapes.ts'
import { useSessionState } from '../../session/context.tsx'
import styles from './occurrences.module.css'

interface Props {
  readonly found: FoundOccurrences
  /** The label to be given. */
  readonly label: string
  /** Keys of those that are left out by hand. */
  readonly unticked: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

export function occurrenceKey(article: string, start: number): string {
  return `${start} ${article}`
}

/** Each place in its words, article by article. What has the label already cannot be chosen. */
export function OccurrenceList({ found, label, unticked, onToggle }: Props) {
  const { t } = useTranslation()
  const rows = useSessionState((state) => state.rows)
  return (
    <fieldset className={styles.list} aria-label={t('occurrences.list')}>
      {found.articles.map(({ article, found: places }) => (
        <section key={article}>
          <h3 className={styles.article} dir="auto">
            {rows.get(article)?.title ?? article}
          </h3>
          {places.map(({ start, before, quote, after, labels }) => {
            const key = occurrenceKey(article, start)
            const already = labels.includes(label)
            return (
              <label key={key} className={styles.place}>
                <input type="checkbox" checked={!already && !unticked.has(key)} disabled={already} onChange={() => onToggle(key)} />
                <span className={styles.words} dir="auto">
                  {before}
                  <mark className={styles.quote}>{quote}</mark>
                  {after}
                </span>
                {already && <span className={styles.already}>{t('occurrences.already')}</span>}
              </label>
            )
          })}
        </section>
      ))}
    </fieldset>
  )
}
