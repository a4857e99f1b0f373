import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { ADJUDICATED } from '../../../core/review/adjudicate.ts'
import type { exportFormatSchema } from '../../../ipc/shapes.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { Button } from '../../ui/button.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FolderField, type Folder } from '../../ui/folder-field.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './export-dialog.module.css'

type Scope = 'article' | 'shown' | 'project'

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const project = useSessionState((state) => state.project)
  const rows = useSessionState((state) => state.rows)
  const article = useSessionState((state) => state.article?.id ?? null)
  const work = useSessionState((state) => state.work)
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const shown = shownRows(rows, { filter, order })
  const annotators = useMemo(() => project?.annotators ?? [], [project])

  const [scope, setScope] = useState<Scope>('project')
  const [whose, setWhose] = useState<readonly string[]>(() => annotators.map(({ key }) => key))
  const [format, setFormat] = useState<z.infer<typeof exportFormatSchema>>('jsonl')
  const [folder, setFolder] = useState<Folder | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const scopes = [
    ...(article === null ? [] : [{ value: 'article' as const, text: t('export.scope.article') }]),
    ...(shown.length === rows.size ? [] : [{ value: 'shown' as const, text: t('export.scope.shown', { count: shown.length }) }]),
    { value: 'project' as const, text: t('export.scope.project', { count: rows.size }) },
  ]

  async function run(): Promise<void> {
    setTried(true)
    if (!folder || (annotators.length > 0 && whose.length === 0)) return
    setBusy(true)
    setRefused(null)
    await session.queue.drained()
    const articles = scope === 'project' ? null : scope === 'article' && article !== null ? [article] : shown.map(({ id }) => id)
    const answer = await session.client.ask('export.run', {
      format,
      articles,
      annotators: annotators.length === whose.length && !whose.includes(ADJUDICATED.key) ? null : [...whose],
      folder: folder.token,
    })
    setBusy(false)
    session.store.setState({ work: null })
    if (answer.ok) session.view.setState({ dialog: { kind: 'receipt', receipt: answer.value } })
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  function cancel(): void {
    if (busy) void session.client.ask('export.cancel', null)
    else onClose()
  }

  return (
    <Dialog
      title={t('export.title')}
      onClose={cancel}
      actions={
        <>
          <div className={styles.state}>
            {refused !== null && <p className={styles.refused}>{refused}</p>}
            {busy && <ProgressBar label={t('export.running')} done={work?.kind === 'export' ? work.done : 0} total={work?.kind === 'export' ? work.total : 1} />}
          </div>
          <Button onClick={cancel}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={busy} onClick={() => void run()}>
            {t('export.run')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Choices label={t('export.scope')} value={scope} options={scopes} onChange={setScope} />
        {annotators.length > 1 && (
          <Checks
            label={t('export.annotators')}
            values={whose}
            options={[
              ...annotators.map(({ key, name }, index) => ({ value: key, text: index === 0 ? t('export.annotators.you', { name }) : name })),
              { value: ADJUDICATED.key, text: t('export.adjudicated') },
            ]}
            error={tried && whose.length === 0 ? t('export.annotators.missing') : null}
            onChange={setWhose}
          />
        )}
        <Choices
          label={t('export.format')}
          value={format}
          options={[
            { value: 'jsonl', text: t('export.format.jsonl'), detail: t('export.format.jsonl.detail') },
            { value: 'csv', text: t('export.format.csv'), detail: t('export.format.csv.detail') },
          ]}
          onChange={setFormat}
        />
        <FolderField label={t('export.folder')} none={t('export.folder.none')} purpose="export" folder={folder} error={tried && !folder ? t('export.folder.missing') : null} onChange={setFolder} />
      </div>
    </Dialog>
  )
}
