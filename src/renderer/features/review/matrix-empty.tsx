import { useTranslation } from 'react-i18next'
import { run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import styles from './matrix.module.css'

/** How colleagues' sets get here, while there are none. */
export function MatrixEmpty() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <div className={styles.empty}>
      <h2>{t('review.empty.title')}</h2>
      <ul>
        <li>{t('review.empty.folder')}</li>
        <li>{t('review.empty.name')}</li>
        <li>{t('review.empty.blind')}</li>
      </ul>
      <Button onClick={() => run(session, 'project.showInFolder')}>
        {t('review.empty.show')} <ActionKbd action="project.showInFolder" />
      </Button>
      <p className={styles.after}>{t('review.empty.alone')}</p>
    </div>
  )
}
