import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/context.tsx'
import { setBlind } from '../../session/project.ts'
import { Choices } from '../../ui/choices.tsx'
import styles from './settings-dialog.module.css'

/** Whether colleagues' work stays hidden while one codes: a setting of the project, so that it is the same for all. */
export function BlindFields() {
  const { t } = useTranslation()
  const session = useSession()
  const blind = useSessionState((state) => (state.project?.readOnly === null ? state.project.blind : null))
  if (blind === null) return null
  return (
    <div className={styles.blind}>
      <Choices
        label={t('blind.title')}
        value={blind ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, text: t(`blind.${value}`), detail: t(`blind.${value}.detail`) }))}
        onChange={(value) => void setBlind(session, value === 'on')}
      />
      <p className={styles.here}>{t('blind.help')}</p>
    </div>
  )
}
