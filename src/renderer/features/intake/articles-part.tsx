import { useTranslation } from 'react-i18next'
import { documentStandingSchema, type ImportPreview } from '../../../ipc/import-shapes.ts'
import { classes } from '../../ui/classes.ts'
import styles from './intake.module.css'

interface ArticlesPartProps {
  readonly articles: ImportPreview['articles']
  readonly add: boolean
  readonly onChange: (add: boolean) => void
}

/** Which articles the texts are, by their text and not by name. What has another text here is refused, and says so. */
export function ArticlesPart({ articles: { counts, rows }, add, onChange }: ArticlesPartProps) {
  const { t } = useTranslation()
  const standings = documentStandingSchema.options.filter((standing) => (counts[standing] ?? 0) > 0)
  const total = standings.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0)
  if (total === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('intake.articles')}</h3>
      <p>{standings.map((standing) => t(`intake.articles.${standing}`, { count: counts[standing] ?? 0 })).join(' · ')}</p>
      {(counts.new ?? 0) > 0 && (
        <label className={styles.check}>
          <input type="checkbox" checked={add} onChange={(event) => onChange(event.target.checked)} />
          {t('intake.articles.add', { count: counts.new ?? 0 })}
        </label>
      )}
      <details className={styles.details} open={total <= FEW || standings.some((standing) => REFUSED.has(standing))}>
        <summary>{t('intake.articles.list', { count: total })}</summary>
        <ul aria-label={t('intake.articles')}>
          {rows.map(({ document, standing, article }) => (
            <li key={document} className={styles.line}>
              <bdi>{article === null || article === document ? document : `${document} → ${article}`}</bdi>
              <span className={classes(styles.quiet, REFUSED.has(standing) && styles.warn)}>{t(`intake.standing.${standing}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const FEW = 3
const REFUSED: ReadonlySet<string> = new Set(['differs', 'missing', 'unusable'])
