import { useTranslation } from 'react-i18next'
import type { MetadataPreview } from '../../../ipc/shapes.ts'
import { applyDetails } from '../../session/articles.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './metadata-dialog.module.css'

const MOST = 200
const COLUMNS = ['title', 'date', 'outlet', 'link'] as const

/** What a table would change, before it does. */
export function MetadataDialog({ preview, onClose }: { readonly preview: MetadataPreview; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const { file, matched, problems, token } = preview
  return (
    <Dialog
      size="large"
      title={t('metadata.title', { file })}
      description={matched.length === 0 ? t('metadata.none') : t('metadata.matched', { count: matched.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={matched.length === 0}
            onClick={() => void applyDetails(session, token, (count) => t('metadata.applied', { count }))}
          >
            {t('metadata.apply', { count: matched.length })}
          </Button>
        </>
      }
    >
      {problems.length > 0 && (
        <section className={styles.problems}>
          <h3>{t('metadata.problems', { count: problems.length })}</h3>
          <ul>
            {problems.slice(0, MOST).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {t('metadata.line', { line })}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {matched.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('metadata.article')}</th>
              <th>{t('details.article-title')}</th>
              <th>{t('details.date')}</th>
              <th>{t('details.outlet')}</th>
              <th>{t('details.link')}</th>
            </tr>
          </thead>
          <tbody>
            {matched.slice(0, MOST).map(({ id, path, fields }) => (
              <tr key={id}>
                <td>
                  <bdi>{path}</bdi>
                </td>
                {COLUMNS.map((column) => (
                  <td key={column} dir="auto">
                    {fields[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {matched.length > MOST && <p className={styles.more}>{t('report.more', { count: matched.length - MOST })}</p>}
    </Dialog>
  )
}
