import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddReport } from '../../../ipc/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './add-report.module.css'
import { extractedWords } from './extracted-words.ts'

const MOST = 200

/** What became of the files that were to be added. */
export function AddReportDialog({ report, onClose }: { readonly report: AddReport; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { added, duplicates, refused, cancelled } = report
  const says = ({ notice, extracted }: AddReport['added'][number]) => notice !== null || extracted !== null
  const noticed = added.filter(says)
  return (
    <Dialog
      kind="sheet"
      size="medium"
      title={added.length > 0 ? t('report.title') : t('report.none')}
      {...(cancelled ? { description: t('report.cancelled') } : {})}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('report.ok')}
        </Button>
      }
    >
      {refused.length > 0 && (
        <Part title={t('report.refused', { count: refused.length })} tone="danger" total={refused.length}>
          {refused.slice(0, MOST).map(({ name, reason }) => (
            <Line key={name} name={name} detail={reason} />
          ))}
        </Part>
      )}
      {duplicates.length > 0 && (
        <Part title={t('report.duplicates', { count: duplicates.length })} total={duplicates.length}>
          {duplicates.slice(0, MOST).map(({ name, sameAs }) => (
            <Line key={name} name={name} detail={t('report.same', { path: sameAs })} />
          ))}
        </Part>
      )}
      {added.length > 0 && (
        <Part title={t('report.added', { count: added.length })} total={added.length}>
          {[...noticed, ...added.filter((one) => !says(one))].slice(0, MOST).map(({ id, path, notice, extracted }) => (
            <Line key={id} name={path} detail={extracted ? extractedWords(t, extracted) : notice} />
          ))}
        </Part>
      )}
    </Dialog>
  )
}

function Part({ title, tone, total, children }: { readonly title: string; readonly tone?: 'danger'; readonly total: number; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className={styles.part}>
      <h3 className={styles.title} data-tone={tone}>
        {title}
      </h3>
      <ul>{children}</ul>
      {total > MOST && <p className={styles.detail}>{t('report.more', { count: total - MOST })}</p>}
    </section>
  )
}

function Line({ name, detail }: { readonly name: string; readonly detail: string | null }) {
  return (
    <li className={styles.line}>
      <bdi className={styles.name}>{name}</bdi>
      {detail !== null && <p className={styles.detail}>{detail}</p>}
    </li>
  )
}
