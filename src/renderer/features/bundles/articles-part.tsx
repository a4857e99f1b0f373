import { useTranslation } from 'react-i18next'
import type { BundlePreview } from '../../../ipc/bundle-shapes.ts'
import styles from './bundles.module.css'

interface ArticlesPartProps {
  readonly articles: BundlePreview['articles']
  readonly add: boolean
  readonly onChange: (add: boolean) => void
}

const STANDINGS = ['same', 'moved', 'comes', 'other_text', 'missing'] as const

/** Articles are the same where their text is, whatever their names. */
export function ArticlesPart({ articles, add, onChange }: ArticlesPartProps) {
  const { t } = useTranslation()
  const of = (standing: (typeof STANDINGS)[number]) => articles.filter((article) => article.standing === standing)
  const wrong = [...of('other_text'), ...of('missing')]
  return (
    <section>
      <h3>{t('import.articles')}</h3>
      <p className={styles.quiet}>{STANDINGS.filter((standing) => of(standing).length > 0).map((standing) => t(`import.articles.${standing}`, { count: of(standing).length })).join(' · ')}</p>
      {of('comes').length > 0 && (
        <label className={styles.check}>
          <input type="checkbox" checked={add} onChange={(event) => onChange(event.target.checked)} />
          {t('import.articles.add', { count: of('comes').length })}
        </label>
      )}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ path, standing }) => (
            <li key={path} className={styles.line}>
              <bdi>{path}</bdi>
              <span className={styles.quiet}>{t(standing === 'missing' ? 'import.articles.missing.why' : 'import.articles.other_text.why')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
