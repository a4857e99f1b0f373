import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { themeSchema } from '../../../ipc/shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { setAnnotator, updateSettings } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { BlindFields } from './blind-fields.tsx'
import { LanguageFields } from './language-fields.tsx'
import { ReadingFields } from './reading-fields.tsx'
import styles from './settings-dialog.module.css'

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const settings = useSessionState((state) => state.settings)
  const here = useSessionState((state) => state.project?.annotator.name ?? null)
  const [name, setName] = useState(settings.annotator === '' ? (here ?? '') : settings.annotator)
  const [refused, setRefused] = useState<string | null>(null)
  const changed = name.trim() !== '' && name.trim() !== (here ?? settings.annotator)

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!changed) return
    const answer = await setAnnotator(session, name.trim())
    setRefused(answer.ok ? null : `${answer.error.message} ${answer.error.remedy}`)
  }

  return (
    <Dialog title={t('settings.title')} size="small" onClose={onClose}>
      <form className={styles.name} onSubmit={(event) => void rename(event)}>
        <TextField label={t('settings.annotator')} help={t('settings.annotator.help')} error={refused} value={name} dir="auto" onChange={(event) => setName(event.target.value)} />
        {changed && (
          <Button look="primary" type="submit" className={styles.change}>
            {t('settings.annotator.change')}
          </Button>
        )}
        {here !== null && <p className={styles.here}>{t('settings.annotator.here', { name: here })}</p>}
      </form>
      <Choices
        label={t('settings.theme')}
        value={settings.theme}
        options={themeSchema.options.map((value) => ({ value, text: t(`settings.theme.${value}`) }))}
        onChange={(theme) => void updateSettings(session, { theme })}
      />
      <LanguageFields />
      <BlindFields />
      <section className={styles.reading} aria-label={t('reading.title')}>
        <h3 className={styles.readingTitle}>{t('reading.title')}</h3>
        <ReadingFields />
      </section>
    </Dialog>
  )
}
