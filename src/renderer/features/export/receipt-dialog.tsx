import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../ipc/shapes.ts'
import { formatBytes, formatNumber } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './receipt-dialog.module.css'

/** What was written, and the proof of it. */
export function ReceiptDialog({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useSession()
  const { articles, annotators, annotations, verified, files, omitted, problems, hidden, location } = receipt
  const counts = [
    [t('receipt.annotations'), annotations],
    [t('receipt.articles'), articles],
    [t('receipt.annotators'), annotators],
  ] as const
  return (
    <Dialog
      size="large"
      title={t('receipt.title')}
      description={t('receipt.where', { location })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void client.ask('export.showInFolder', null)}>{t('receipt.show')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('receipt.done')}
          </Button>
        </>
      }
    >
      <p className={styles.verdict} data-good={verified}>
        {verified ? <Check size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
        {verified ? t('receipt.verified') : t('receipt.unverified')}
      </p>
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <Files files={files} />
      <section className={styles.part}>
        <h3>{t('receipt.omitted')}</h3>
        {omitted.length === 0 ? (
          <p className={styles.quiet}>{t('receipt.omitted.none')}</p>
        ) : (
          <ul>
            {omitted.map(({ what, count }) => (
              <li key={what} className={styles.line}>
                <span>{what}</span>
                <span>{formatNumber(count)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {hidden > 0 && <p className={styles.quiet}>{t('blind.export', { count: hidden })}</p>}
      {problems.length > 0 && (
        <section className={styles.part}>
          <h3>{t('receipt.problems')}</h3>
          <ul>
            {problems.map(({ file, line, message, remedy }) => (
              <li key={`${file} ${line} ${message}`} className={styles.problem}>
                <bdi>{line === null ? file : `${file}:${line}`}</bdi>: {message} {remedy}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

function Files({ files }: Pick<Receipt, 'files'>) {
  const { t } = useTranslation()
  const { view } = useSession()
  function copy(text: string): void {
    if (copyText(text)) say(view, t('receipt.copied'))
  }
  return (
    <table className={styles.files}>
      <thead>
        <tr>
          <th>{t('receipt.file')}</th>
          <th className={styles.figure}>{t('receipt.size')}</th>
          <th>{t('receipt.checksum')}</th>
          <th aria-label={t('receipt.copy')} />
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, bytes, sha256 }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className={styles.figure}>{formatBytes(bytes)}</td>
            <td className={styles.checksum}>{sha256}</td>
            <td>
              <IconButton icon={Copy} title={t('receipt.copy')} onClick={() => copy(sha256)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
