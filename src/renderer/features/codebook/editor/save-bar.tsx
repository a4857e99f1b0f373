import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { checkDraft, codebookDesk, discardCodebookEdits } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
import { run } from '../../../actions/registry.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ActionKbd } from '../../../ui/kbd.tsx'
import styles from './save-bar.module.css'
import { useAutomaticNote, type Editing } from './use-codebook.ts'

/** Shown while there are changes that are no version yet: what they are, in words that can be changed, and what to do with them. */
export function SaveBar({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation()
  const session = useSession()
  const desk = codebookDesk(session)
  const draft = useStore(desk, (state) => state.draft)
  const note = useStore(desk, (state) => state.note)
  const automatic = useAutomaticNote()
  if (!draft) return null
  const words = automatic(editing.saved, draft)
  const checked = checkDraft(draft)

  return (
    <form
      className={styles.bar}
      aria-label={t('editor.changes')}
      onSubmit={(event) => {
        event.preventDefault()
        run(session, 'codebook.save')
      }}
    >
      <TextField label={t('editor.note')} value={note ?? words} dir="auto" onChange={(event) => desk.setState({ note: event.target.value })} error={checked.ok ? null : `${checked.error.message} ${checked.error.remedy}`} />
      <div className={styles.actions}>
        <Button onClick={() => discardCodebookEdits(session)}>
          {t('editor.discard')}
        </Button>
        <Button look="primary" type="submit" disabled={!checked.ok}>
          {t('editor.save')} <ActionKbd action="codebook.save" />
        </Button>
      </div>
    </form>
  )
}
