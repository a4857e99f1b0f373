import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './add-progress.module.css'

/** How far adding articles is, with a way out. */
export function AddProgress() {
  const { t } = useTranslation()
  const { client } = useSession()
  const work = useSessionState((state) => state.work)
  if (work?.kind !== 'add') return null
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>{t('list.adding')}</span>
        <span className={styles.count}>{t('list.adding.count', { done: formatNumber(work.done), total: formatNumber(work.total) })}</span>
        <Button look="quiet" onClick={() => void client.ask('articles.cancelAdd', null)}>
          {t('list.adding.cancel')}
        </Button>
      </div>
      <ProgressBar label={t('list.adding')} done={work.done} total={work.total} />
    </div>
  )
}
