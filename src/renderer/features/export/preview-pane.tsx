import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/format.ts'
import styles from './outgoing.module.css'
import type { Preview } from './use-preview.ts'

/** How much there is, and the first records as they will be written. */
export function PreviewPane({ preview: { shown, reading, refused } }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  return (
    <section className={styles.preview} aria-label={t('export.preview')} aria-busy={reading} data-stale={reading}>
      <h3 className={styles.heading}>{t('export.preview')}</h3>
      {refused !== null && !reading && <p role="alert" className={styles.wrong}>{refused}</p>}
      {!shown && reading && <p className={styles.quiet}>{t('export.preview.reading')}</p>}
      {shown && (
        <>
          <dl className={styles.counts}>
            {shown.counts.map(({ of, count }) => (
              <div key={of}>
                <dt>{t(`receipt.${of}`)}</dt>
                <dd>{formatNumber(count)}</dd>
              </div>
            ))}
          </dl>
          {shown.hidden > 0 && <p className={styles.quiet}>{t('blind.export', { count: shown.hidden })}</p>}
          {shown.leftOut.length > 0 && <p className={styles.warn}>{t('export.preview.leftOut', { count: shown.leftOut.length, file: shown.leftOut[0]?.file ?? '' })}</p>}
          {shown.samples.length === 0 && <p className={styles.quiet}>{t('export.preview.none')}</p>}
          <div className={styles.samples}>
            {shown.samples.map(({ name, text, cut }) => (
              <figure key={name} className={styles.sample}>
                <figcaption><bdi>{name}</bdi></figcaption>
                <pre dir="auto">{text}{cut && '\n…'}</pre>
              </figure>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
