import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkCodebook } from '../../../../core/codebook/check.ts'
import { goBack } from '../../../../core/codebook/edits/go-back.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { discardCodebookEdits, withoutBack } from '../../../session/codebook-desk.ts'
import { usesOf } from '../../../session/codebook-versions.ts'
import { saveCodebook } from '../../../session/project.ts'
import { useSession } from '../../../session/context.tsx'
import { say } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ChangeList } from '../editor/change-list.tsx'
import { useEditing } from '../editor/use-codebook.ts'
import styles from './dialogs.module.css'
import { useUses } from './use-uses.ts'

interface Props {
  readonly file: string
  readonly codebook: Codebook
  readonly onClose: () => void
}

/** What an imported codebook would change, before it becomes a version. What is in use and not in the file stays, retired. */
export function ImportDialog({ file, codebook, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const editing = useEditing()
  const uses = useUses(null)
  const [note, setNote] = useState<string>(() => t('exchange.note', { file }))
  const [refused, setRefused] = useState<string | null>(null)
  if (!editing) return null
  const next = uses && goBack(editing.saved, codebook, usesOf(uses, editing.saved))
  const [wrong] = next ? checkCodebook(next) : []

  async function perform(): Promise<void> {
    if (!next) return
    const answer = await saveCodebook(session, withoutBack(next), note.trim())
    if (!answer.ok) return setRefused(`${answer.error.message} ${answer.error.remedy}`)
    discardCodebookEdits(session)
    say(session.view, t('exchange.imported', { file }))
    onClose()
  }

  return (
    <Dialog
      size="large"
      title={t('exchange.import.title', { file })}
      description={t('exchange.import.text')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={!next || wrong !== undefined} onClick={() => void perform()}>
            {t('editor.save')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <TextField label={t('editor.note')} value={note} dir="auto" onChange={(event) => setNote(event.target.value)} />
        {(refused ?? wrong) && <p className={styles.problem}>{refused ?? `${wrong?.message} ${wrong?.remedy}`}</p>}
        {editing.codebook !== editing.saved && <p className={styles.problem}>{t('exchange.draft')}</p>}
        {next ? <ChangeList before={editing.saved} after={next} /> : <p className={styles.quiet}>{t('uses.counting')}</p>}
      </div>
    </Dialog>
  )
}
