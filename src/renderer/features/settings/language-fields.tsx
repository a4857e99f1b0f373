import { useTranslation } from 'react-i18next'
import { directionSettingSchema, languageSettingSchema } from '../../../ipc/shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { updateSettings } from '../../session/project.ts'
import { SelectField } from '../../ui/field.tsx'
import styles from './settings-dialog.module.css'

/** Each in its own language, so that whoever cannot read the present one finds the way back. */
const NAMES = { en: 'English', de: 'Deutsch' } as const

export function LanguageFields() {
  const { t } = useTranslation()
  const session = useSession()
  const { language, direction } = useSessionState((state) => state.settings)
  return (
    <div className={styles.language}>
      <SelectField
        label={t('settings.language')}
        value={language}
        options={languageSettingSchema.options.map((value) => ({ value, text: value === 'system' ? t('settings.language.system') : NAMES[value] }))}
        onChange={(next) => void updateSettings(session, { language: next })}
      />
      <SelectField
        label={t('settings.direction')}
        help={t('settings.direction.help')}
        value={direction}
        options={directionSettingSchema.options.map((value) => ({ value, text: t(`settings.direction.${value}`) }))}
        onChange={(next) => void updateSettings(session, { direction: next })}
      />
    </div>
  )
}
