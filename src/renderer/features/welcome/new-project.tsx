import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../ipc/contract.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { createProject } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FolderField, type Folder } from '../../ui/folder-field.tsx'
import { CopySource, type Copied } from './copy-source.tsx'
import styles from './new-project.module.css'

type Source = RequestInput<'project.create'>['codebook']
type Kind = Source['kind']

export function NewProject({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const known = useSessionState((state) => state.settings.annotator)
  const [name, setName] = useState('')
  const [folder, setFolder] = useState<Folder | null>(null)
  const [annotator, setAnnotator] = useState(known)
  const [kind, setKind] = useState<Kind>('pledges-and-agreements')
  const [copied, setCopied] = useState<Copied | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const source: Source | null = kind !== 'copy' ? { kind } : copied && { kind, token: copied.token }
  const missing = (text: string) => (tried && text.trim() === '' ? t('new.required') : null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || annotator.trim() === '' || !folder || !source || busy) return
    setBusy(true)
    const made = await createProject(session, { name: name.trim(), parent: folder.token, annotator: annotator.trim(), codebook: source })
    setBusy(false)
    if (!made.ok) setRefused(`${made.error.message} ${made.error.remedy}`)
  }

  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p className={styles.refused}>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="new-project" disabled={busy}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form id="new-project" className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextField label={t('new.name')} help={t('new.name.help')} placeholder={t('new.name.placeholder')} value={name} error={missing(name)} dir="auto" onChange={(event) => setName(event.target.value)} />
        <FolderField label={t('new.folder')} none={t('new.folder.none')} purpose="new-project" folder={folder} error={tried && !folder ? t('new.folder.missing') : null} onChange={setFolder} />
        <TextField label={t('new.annotator')} help={t('new.annotator.help')} value={annotator} error={missing(annotator)} dir="auto" onChange={(event) => setAnnotator(event.target.value)} />
        <Choices
          label={t('new.codebook')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'pledges-and-agreements', text: t('new.codebook.starter'), detail: t('new.codebook.starter.detail') },
            { value: 'empty', text: t('new.codebook.empty'), detail: t('new.codebook.empty.detail') },
            { value: 'copy', text: t('new.codebook.copy'), detail: t('new.codebook.copy.detail') },
          ]}
        />
        {kind === 'copy' && <CopySource copied={copied} missing={tried && !copied} onChange={setCopied} />}
      </form>
    </Dialog>
  )
}
