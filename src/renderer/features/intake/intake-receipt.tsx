import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntakeReceiptView, ShownRow } from '../../../ipc/import-shapes.ts'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { takeBackImport } from '../../session/bundles.ts'
import { useSession } from '../../session/context.tsx'
import { goToTaken } from '../../session/intake.ts'
import { say, sayError } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { tellTakenBack } from '../../session/tell-taken-back.ts'
import styles from './intake.module.css'
import { Refusals } from './refusals.tsx'

/** What an import took and what it did not, record by record, with the way to each and the way back. */
export function IntakeReceipt({ receipt, onClose }: { readonly receipt: IntakeReceiptView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const { id, at, formats, people, taken, left, not_taken: notTaken } = receipt

  async function takeBack(): Promise<void> {
    if (id === null) return
    setBusy(true)
    const back = await takeBackImport(session, id)
    if (typeof back === 'string') say(session.view, back, { tone: 'error' })
    else tellTakenBack(session, back, t)
    setBusy(false)
  }

  async function save(): Promise<void> {
    if (id === null) return
    const answer = await session.client.ask('import.saveReceipt', { id })
    if (!answer.ok) sayError(session.view, answer.error)
    else if (answer.value !== null) setSaved(answer.value)
  }

  return (
    <Dialog
      size="large"
      title={id === null ? t('intake.receipt.nothing') : t('intake.receipt.title')}
      description={t('intake.receipt.about', { formats: formats.join(', '), day: formatDay(at), time: formatTime(at) })}
      onClose={onClose}
      actions={
        <>
          <output className={styles.state}>{saved === null ? '' : t('intake.receipt.saved', { name: saved })}</output>
          {id !== null && <Button onClick={() => void save()}>{t('intake.receipt.save')}</Button>}
          {id !== null && <Button disabled={busy} onClick={() => void takeBack()}>{t('import.take-back')}</Button>}
          <Button look="primary" onClick={onClose}>{t('receipt.done')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <section className={styles.part}>
          <Summary receipt={receipt} />
          {people.map(({ from, to }) => (
            <p key={from ?? ''} className={styles.quiet}>{from === null ? t('intake.receipt.people.nobody', { to: to.name }) : t('intake.receipt.people', { from, to: to.name })}</p>
          ))}
          {id !== null && <p className={styles.quiet}>{t('intake.receipt.undo')}</p>}
        </section>
        {notTaken > 0 && <Refusals title={t('intake.receipt.left', { count: notTaken })} rows={left} more={notTaken - left.length} moreText={(count) => t('intake.receipt.more', { count })} />}
        {taken.length > 0 && <Taken rows={taken} more={receipt.annotations + receipt.there - taken.length} />}
      </div>
    </Dialog>
  )
}

function Summary({ receipt }: { readonly receipt: IntakeReceiptView }) {
  const { t } = useTranslation()
  const { annotations, relations, there, articles, added_articles: added, not_taken: notTaken } = receipt
  const parts = [
    t('intake.receipt.taken', { count: annotations }),
    ...(relations > 0 ? [t('intake.receipt.relations', { count: relations })] : []),
    t('intake.receipt.articles', { count: articles }),
    ...(there > 0 ? [t('intake.receipt.there', { count: there })] : []),
    ...(added > 0 ? [t('intake.receipt.added', { count: added })] : []),
  ]
  return (
    <>
      <p>{parts.join(' · ')}</p>
      {notTaken === 0 && <p className={styles.quiet}>{t('intake.receipt.all')}</p>}
    </>
  )
}

function Taken({ rows, more }: { readonly rows: readonly ShownRow[]; readonly more: number }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <section className={styles.part}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('intake.records')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.label}>{t('intake.records.label')}</th>
            <th scope="col">{t('intake.records.quote')}</th>
            <th scope="col" className={styles.where}>{t('intake.receipt.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, line, what, why, label, quote, link, article }) => (
            <tr key={`${file} ${what} ${article}`}>
              <td><bdi>{label}</bdi></td>
              <td>
                {link === null ? (
                  <bdi>{quote}</bdi>
                ) : (
                  <button type="button" className={styles.link} title={t('intake.receipt.goto', { quote: quote ?? '' })} onClick={() => void goToTaken(session, link)}>
                    <bdi>{quote}</bdi>
                  </button>
                )}
              </td>
              <td className={styles.quiet}>
                <bdi>{line === null ? file : t('intake.place.line', { file, line })}</bdi>: <bdi>{what}</bdi>
                {why !== null && `; ${why}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.quiet}>{t('intake.receipt.more', { count: more })}</p>}
    </section>
  )
}
