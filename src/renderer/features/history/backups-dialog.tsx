import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepingSchema } from '../../../ipc/shapes.ts'
import type { Backups } from '../../../ipc/history-shapes.ts'
import { formatBytes, formatDay, formatTime } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { settleForHistory } from '../../session/history.ts'
import { openCopy, updateSettings } from '../../session/project.ts'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './history.module.css'

const COPIES = [3, 7, 14, 30] as const

/** Zip files of the whole project: how often, how many, where, and back again. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const keeping = useSessionState((state) => state.settings.keeping)
  const [list, setList] = useState<Backups | null>(null)
  const [said, setSaid] = useState<{ readonly bad: boolean; readonly text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const { client } = session
  const refuse = ({ message, remedy }: { readonly message: string; readonly remedy: string }) => setSaid({ bad: true, text: `${message} ${remedy}` })

  useEffect(() => {
    void client.ask('backups.list', null).then((answer) => {
      if (answer.ok) setList(answer.value)
      else setSaid({ bad: true, text: `${answer.error.message} ${answer.error.remedy}` })
    })
  }, [client])

  async function make(): Promise<void> {
    setBusy(true)
    await settleForHistory(session)
    const answer = await client.ask('backups.make', null)
    setBusy(false)
    if (!answer.ok) return refuse(answer.error)
    setList(answer.value.list)
    setSaid({ bad: false, text: answer.value.made === null ? t('backups.same') : t('backups.made') })
  }

  async function restore(name: string): Promise<void> {
    setBusy(true)
    const answer = await client.ask('backups.restore', { name })
    setBusy(false)
    if (!answer.ok) return refuse(answer.error)
    const { token, location } = answer.value
    onClose()
    say(session.view, t('backups.restored', { location }), { detail: t('backups.restored.detail'), action: { text: t('backups.open'), perform: () => void openCopy(session, token) } })
  }

  async function place(inside: boolean): Promise<void> {
    const answer = await client.ask('backups.place', { inside })
    if (!answer.ok) return refuse(answer.error)
    if (answer.value) setList(answer.value)
  }

  return (
    <Dialog
      title={t('backups.title')}
      description={t('backups.about')}
      onClose={onClose}
      actions={
        <>
          <output className={said?.bad ? styles.problem : styles.quiet}>{said?.text}</output>
          <Button look="primary" disabled={busy} onClick={() => void make()}>
            {t('backups.make')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <SelectField
          label={t('backups.every')}
          value={keeping.backups}
          options={keepingSchema.shape.backups.options.map((value) => ({ value, text: t(`backups.every.${value}`) }))}
          onChange={(next) => void updateSettings(session, { keeping: { ...keeping, backups: next } })}
        />
        <SelectField
          label={t('backups.copies')}
          value={String(keeping.copies)}
          options={[...new Set([...COPIES, keeping.copies])].toSorted((a, b) => a - b).map((count) => ({ value: String(count), text: String(count) }))}
          onChange={(next) => void updateSettings(session, { keeping: { ...keeping, copies: Number(next) } })}
        />
        <Button onClick={() => void place(false)}>{t('backups.place')}</Button>
        {list?.chosen && <Button onClick={() => void place(true)}>{t('backups.inside')}</Button>}
      </div>
      {list && (
        <p className={styles.quiet}>
          {t('backups.where')} <bdi>{list.location}</bdi>
        </p>
      )}
      {list?.backups.length === 0 && <p className={styles.quiet}>{t('backups.none')}</p>}
      <ul className={styles.backups} aria-label={t('backups.title')}>
        {list?.backups.map(({ name, at, size }) => (
          <li key={name} className={styles.backup}>
            <span>
              {formatDay(at)}, {formatTime(at)} <span className={styles.quiet}>{formatBytes(size)}</span>
            </span>
            <Button disabled={busy} onClick={() => void restore(name)}>
              {t('backups.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
