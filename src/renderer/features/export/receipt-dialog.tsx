import { Check, Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../ipc/export-shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Losses } from './losses.tsx'
import styles from './receipt-dialog.module.css'
import { WrittenFiles } from './written-files.tsx'

/** What was written, and the proof of it. */
export function ReceiptDialog({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useSession()
  const { what, format, counts, files, fileCount, losses, differences, advice, problems, hidden, location } = receipt
  return (
    <Dialog
      size="large"
      title={t('receipt.title')}
      description={t('receipt.where', { format, location })}
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
      <Verdict verified={receipt.verified} lossy={losses.length > 0} />
      {differences.length > 0 && (
        <ul className={styles.part}>
          {differences.map((difference) => (
            <li key={difference} className={styles.problem}>{difference}</li>
          ))}
        </ul>
      )}
      <dl className={styles.counts}>
        {counts.map(({ of, count }) => (
          <div key={of}>
            <dt>{t(`receipt.${of}`)}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {what === 'sets' && <Losses losses={losses} />}
      {advice.length > 0 && (
        <section className={styles.part}>
          <h3>{t('receipt.advice')}</h3>
          <ul className={styles.advice}>
            {advice.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <WrittenFiles files={files} fileCount={fileCount} />
      {hidden > 0 && <p className={styles.quiet}>{t(`receipt.hidden.${what}`, { count: hidden })}</p>}
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

function Verdict({ verified, lossy }: Pick<Receipt, 'verified'> & { readonly lossy: boolean }) {
  const { t } = useTranslation()
  const Icon = verified === null ? Info : verified ? Check : TriangleAlert
  return (
    <p className={styles.verdict} data-verdict={verified === null ? 'written' : verified ? 'good' : 'bad'}>
      <Icon size={16} aria-hidden />
      {verified === null ? t('receipt.writtenOnly') : verified ? `${t('receipt.verified')}${lossy ? ` ${t('receipt.verified.but')}` : ''}` : t('receipt.unverified')}
    </p>
  )
}
