import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutgoingWishView } from '../../../ipc/export-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { settle } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FolderField, type Folder } from '../../ui/folder-field.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './outgoing.module.css'
import { PreviewPane } from './preview-pane.tsx'
import { usePreview } from './use-preview.ts'

interface Props {
  readonly title: string
  readonly description: string
  /** Null: something is still to be chosen. */
  readonly wish: OutgoingWishView | null
  /** What can be chosen is not known yet. */
  readonly pending: boolean
  /** The choices; `tried`: the person wants to go on, and what is missing is to be said. */
  readonly children: (tried: boolean) => ReactNode
  /** Everything is written: the choices are to be remembered. */
  readonly onWritten: () => void
  readonly onClose: () => void
}

/** Whatever leaves the project: choices on one side, what will be written on the other, then the receipt. */
export function OutgoingDialog({ title, description, wish, pending, children, onWritten, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const work = useSessionState((state) => (state.work?.kind === 'export' ? state.work : null))
  const [folder, setFolder] = useState<Folder | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const preview = usePreview(wish, !busy)

  async function run(): Promise<void> {
    setTried(true)
    if (!folder || !wish) return
    setBusy(true)
    setRefused(null)
    await settle(session)
    const answer = await session.client.ask('export.run', { wish, folder: folder.token })
    session.store.setState({ work: null })
    setBusy(false)
    if (!answer.ok) return setRefused(`${answer.error.message} ${answer.error.remedy}`)
    onWritten()
    session.view.setState({ dialog: { kind: 'receipt', receipt: answer.value } })
  }

  function cancel(): void {
    if (busy) void session.client.ask('export.cancel', null)
    else onClose()
  }

  return (
    <Dialog
      size="wide"
      title={title}
      description={description}
      onClose={cancel}
      actions={
        <>
          <div className={styles.state}>
            {refused !== null && <p role="alert" className={styles.wrong}>{refused}</p>}
            {busy && <ProgressBar label={t('export.running')} done={work?.done ?? 0} total={work?.total ?? 1} />}
            {busy && <span>{t('export.running')}</span>}
          </div>
          <Button onClick={cancel}>{busy ? t('export.stop') : t('common.cancel')}</Button>
          <Button look="primary" disabled={busy || pending} onClick={() => void run()}>
            {t('export.run')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <fieldset disabled={busy} className={styles.form}>
          {children(tried)}
          <FolderField label={t('export.folder')} none={t('export.folder.none')} purpose="export" folder={folder} error={tried && !folder ? t('export.folder.missing') : null} onChange={setFolder} />
        </fieldset>
        <PreviewPane preview={preview} />
      </div>
    </Dialog>
  )
}
