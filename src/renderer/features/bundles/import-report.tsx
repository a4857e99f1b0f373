import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../ipc/bundle-shapes.ts'
import { takeBackImport } from '../../session/bundles.ts'
import { useSession } from '../../session/context.tsx'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './bundles.module.css'
import { tellTakenBack } from '../../session/tell-taken-back.ts'

const FATES = ['left_out', 'replaced', 'added', 'kept', 'same'] as const
const MOST = 200

/** File by file, what became of a bundle, with the way back. */
export function ImportReportDialog({ report, name, onClose }: { readonly report: ImportReport; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const { id, files, codebook } = report

  async function takeBack(): Promise<void> {
    if (id === null) return
    setBusy(true)
    const back = await takeBackImport(session, id)
    if (typeof back === 'string') say(session.view, back, { tone: 'error' })
    else tellTakenBack(session, back, t)
    setBusy(false)
  }

  return (
    <Dialog
      size="large"
      title={id === null ? t('import.report.nothing') : t('import.report.title')}
      description={name}
      onClose={onClose}
      actions={
        <>
          {id !== null && <Button disabled={busy} onClick={() => void takeBack()}>{t('import.take-back')}</Button>}
          <Button look="primary" onClick={onClose}>{t('receipt.done')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        {codebook !== null && <p className={styles.notice}>{t('import.report.codebook')}</p>}
        {FATES.map((fate) => {
          const some = files.filter((file) => file.fate === fate)
          return (
            some.length > 0 && (
              <section key={fate}>
                <h3 className={fate === 'left_out' ? styles.warn : undefined}>{t(`import.fate.${fate}`, { count: some.length })}</h3>
                <ul>
                  {some.slice(0, MOST).map(({ file, target, why }) => (
                    <li key={file} className={styles.line}>
                      <bdi>{target ?? file}</bdi>
                      {why !== null && <span className={styles.quiet}>{why}</span>}
                    </li>
                  ))}
                </ul>
                {some.length > MOST && <p className={styles.quiet}>{t('report.more', { count: some.length - MOST })}</p>}
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
