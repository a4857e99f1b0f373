import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastImport } from '../../../ipc/bundle-shapes.ts'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { takeBackImport } from '../../session/bundles.ts'
import { useSession } from '../../session/context.tsx'
import { showIntakeReceipt } from '../../session/intake.ts'
import { tellTakenBack } from '../../session/tell-taken-back.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './bundles.module.css'

/** Imports of the person at work that can still be taken back, also after a restart. */
export function PastImports({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [imports, setImports] = useState<readonly PastImport[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { client } = session

  useEffect(() => {
    void client.ask('bundle.imports', null).then((answer) => {
      if (answer.ok) setImports(answer.value)
      else setRefused(`${answer.error.message} ${answer.error.remedy}`)
    })
  }, [client])

  async function takeBack(id: string): Promise<void> {
    setBusy(true)
    const back = await takeBackImport(session, id)
    setBusy(false)
    if (typeof back === 'string') return setRefused(back)
    tellTakenBack(session, back, t)
  }

  return (
    <Dialog title={t('imports.title')} description={t('imports.about')} onClose={onClose} actions={<><output className={styles.refused}>{refused}</output><Button look="primary" onClick={onClose}>{t('receipt.done')}</Button></>}>
      {imports?.length === 0 && <p className={styles.quiet}>{t('imports.none')}</p>}
      <ul>
        {imports?.map(({ id, at, name, by, files, source }) => (
          <li key={id} className={styles.past}>
            <span className={styles.what}>
              <bdi>{source && source.files > 1 ? t('intake.files.more', { names: name, count: source.files - 1 }) : name}</bdi>
              <span className={styles.quiet}>
                {source ? t('imports.files', { day: formatDay(at), time: formatTime(at), count: source.annotations }) : t('imports.one', { by: by.name, day: formatDay(at), time: formatTime(at), count: files })}
              </span>
            </span>
            {source && <Button disabled={busy} onClick={() => void showIntakeReceipt(session, id)}>{t('imports.receipt')}</Button>}
            <Button disabled={busy} onClick={() => void takeBack(id)}>{t('import.take-back')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
