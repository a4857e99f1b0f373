import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../ipc/import-shapes.ts'
import styles from './intake.module.css'
import { Refusals } from './refusals.tsx'

/** How much is in the files, the first annotations, and what could not be read. */
export function RecordsPart({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation()
  const { documents, people, samples, refused, remarks } = preview
  const annotations = people.reduce((sum, person) => sum + person.annotations, 0)
  const relations = people.reduce((sum, person) => sum + person.relations, 0)
  return (
    <>
      <section className={styles.part}>
        <h3>{t('intake.holds')}</h3>
        <p>
          {[t('intake.documents', { count: documents }), t('intake.annotations', { count: annotations }), ...(relations > 0 ? [t('intake.relations', { count: relations })] : [])].join(' · ')}
        </p>
        {samples.length > 0 && (
          <table className={styles.table}>
            <caption className="visually-hidden">{t('intake.records')}</caption>
            <thead>
              <tr>
                <th scope="col" className={styles.label}>{t('intake.records.label')}</th>
                <th scope="col">{t('intake.records.quote')}</th>
                <th scope="col" className={styles.where}>{t('intake.records.text')}</th>
              </tr>
            </thead>
            <tbody>
              {samples.slice(0, MOST_SAMPLES).map(({ document, label, quote }, index) => (
                <tr key={`${index} ${document} ${quote}`}>
                  <td><bdi>{label}</bdi></td>
                  <td>{quote === null ? <span className={styles.quiet}>{t('intake.records.hidden')}</span> : <bdi>{quote}</bdi>}</td>
                  <td className={styles.quiet}><bdi>{document}</bdi></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {annotations === 0 && <p className={styles.notice}>{t('intake.nothing')}</p>}
      </section>
      {refused.count > 0 && <Refusals title={t('intake.problems', { count: refused.count })} rows={refused.rows} more={refused.count - refused.rows.length} moreText={(count) => t('intake.more', { count })} />}
      {remarks.count > 0 && (
        <section className={styles.part}>
          <h3>{t('intake.remarks')}</h3>
          {remarks.rows.map((remark) => (
            <p key={remark} className={styles.notice}>{remark}</p>
          ))}
        </section>
      )}
    </>
  )
}

const MOST_SAMPLES = 6
