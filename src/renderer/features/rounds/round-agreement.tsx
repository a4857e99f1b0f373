import { useTranslation } from 'react-i18next'
import { boundsOf, leftOutWords } from '../../../core/agreement/html/report-html.ts'
import { written } from '../../../core/agreement/project/look-up.ts'
import type { AgreementResult } from '../../../core/agreement/result.ts'
import type { Round } from '../../../core/model/round.ts'
import type { Result } from '../../../core/result.ts'
import type { RoundAgreement } from '../../../ipc/round-shapes.ts'
import { chooseBasis } from '../../session/agreement.ts'
import { agreementWords } from '../../session/agreement-report.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './rounds.module.css'

interface Props {
  readonly round: Round
  /** Whether an article that several code is finished by all of them. */
  readonly ready: boolean
  readonly agreement: Result<RoundAgreement> | undefined
  /** The Agreement tab is shown. */
  readonly onShow: () => void
}

/** How far those agree who coded the same articles; from independent sets only, as in the Agreement tab. */
export function RoundAgreementLine({ round, ready, agreement, onShow }: Props) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const words = agreementWords(i18n.language)
  const number = (name: string, result: AgreementResult) => {
    const bounds = boundsOf(words, result)
    const value = written(result, words.language)
    if (value === null) return t('rounds.agreement.undefined', { name, why: result.status === 'undefined' ? words.undefined[result.reason] : '' })
    return bounds ? t('rounds.agreement.interval', { name, value, low: bounds[0], high: bounds[1] }) : t('rounds.agreement.value', { name, value })
  }
  function show(): void {
    session.view.setState({ tab: 'agreement' })
    chooseBasis(session, { round: round.id, training: round.kind === 'training' })
    onShow()
  }
  if (!ready) return <p className={styles.agreement}>{t('rounds.agreement.notYet')}</p>
  if (!agreement) return <p className={styles.agreement} aria-busy>{t('rounds.agreement.working')}</p>
  if (!agreement.ok) return <p className={styles.agreement}>{`${agreement.error.message} ${agreement.error.remedy}`}</p>
  const { articles, spans, f1, alpha, dropped } = agreement.value
  const leftOut = leftOutWords(words, dropped)
  return (
    <div className={styles.agreement}>
      <p>
        {t('rounds.agreement.on', { count: articles, spans: t('rounds.agreement.spans', { count: spans }) })} {number(words.measures.f1_strict.name, f1)}; {number(words.measures.label_alpha.name, alpha)}.{' '}
        <Button look="quiet" onClick={show}>{t('rounds.agreement.open')}</Button>
      </p>
      {(leftOut.length > 0 || round.kind === 'training') && (
        <p className={styles.quiet}>
          {[...(round.kind === 'training' ? [t('rounds.agreement.training')] : []), ...(leftOut.length > 0 ? [t('rounds.agreement.left', { list: leftOut.join('; ') })] : [])].join(' ')}
        </p>
      )}
    </div>
  )
}
