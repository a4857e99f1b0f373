import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../../../core/model/round.ts'
import type { Result } from '../../../core/result.ts'
import type { RoundAgreement, RoundView } from '../../../ipc/round-shapes.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { RoundAgreementLine } from './round-agreement.tsx'
import styles from './rounds.module.css'

interface RoundCardProps {
  readonly round: Round
  readonly progress: RoundView['progress']
  /** Absent: it is being worked out, or there is nothing to work it out from. */
  readonly agreement: Result<RoundAgreement> | undefined
  readonly writable: boolean
  /** The list is shown. */
  readonly onShow: () => void
  readonly onCloseRound: () => void
  readonly onDelete: () => void
}

/** One round: what it is, how far everybody is, and what can be done with it. */
export function RoundCard({ round, progress, agreement, writable, onShow, onCloseRound, onDelete }: RoundCardProps) {
  const { t } = useTranslation()
  const { view } = useSession()
  const me = useSessionState((state) => state.project?.annotator.key)
  const [sure, setSure] = useState(false)
  const nameOf = new Map(round.annotators.map(({ key, name }) => [key, name]))
  const mine = round.closed === undefined && progress.annotators.some(({ annotator, assigned }) => annotator === me && assigned > 0)

  function showMine(): void {
    view.setState(({ filter }) => ({ tab: 'annotate', filter: { ...filter, progress: null, assigned: true } }))
    onShow()
  }

  return (
    <li className={styles.round}>
      <section aria-label={round.name}>
        <div className={styles.head}>
          <h3>
            <bdi>{round.name}</bdi>
          </h3>
          <span className={styles.quiet}>
            {[t(`rounds.kind.${round.kind}`), formatDay(round.created), ...(round.closed === undefined ? [] : [t('rounds.closed')])].join(' · ')}
          </span>
        </div>
        <p>
          {t('rounds.progress', { done: progress.done, count: progress.articles })}
          {progress.overlap > 0 && <> · {t('rounds.overlap', { done: progress.overlapDone, count: progress.overlap, coders: round.overlap.coders })}</>}
        </p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('rounds.annotator')}</th>
              <th scope="col" className={styles.figure}>{t('rounds.assigned')}</th>
              <th scope="col" className={styles.figure}>{t('rounds.started')}</th>
              <th scope="col" className={styles.figure}>{t('rounds.done')}</th>
              <th scope="col" aria-label={t('rounds.share-done')} />
            </tr>
          </thead>
          <tbody>
            {progress.annotators.map(({ annotator, assigned, started, done }) => (
              <tr key={annotator}>
                <th scope="row">
                  <bdi>{nameOf.get(annotator) ?? annotator}</bdi>
                </th>
                <td className={styles.figure}>{formatNumber(assigned)}</td>
                <td className={styles.figure}>{formatNumber(started)}</td>
                <td className={styles.figure}>{formatNumber(done)}</td>
                <td className={styles.bar}>
                  <ProgressBar label={t('rounds.share-done.of', { name: nameOf.get(annotator) ?? annotator })} done={done} total={assigned} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {progress.overlap > 0 && <RoundAgreementLine round={round} ready={progress.overlapDone > 0} agreement={agreement} onShow={onShow} />}
        <div className={styles.foot}>
          <span className={styles.quiet}>{t('rounds.seed', { seed: round.overlap.seed })}</span>
          {mine && <Button onClick={showMine}>{t('rounds.mine')}</Button>}
          {writable && (
            <>
              <Button look="quiet" onClick={onCloseRound}>{round.closed === undefined ? t('rounds.close') : t('rounds.reopen')}</Button>
              {sure ? (
                <Button look="danger" onClick={onDelete} onBlur={() => setSure(false)}>{t('rounds.delete.sure')}</Button>
              ) : (
                <Button look="quiet" onClick={() => setSure(true)}>{t('rounds.delete')}</Button>
              )}
            </>
          )}
        </div>
      </section>
    </li>
  )
}
