import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { run } from '../../actions/registry.ts'
import { agreementOf, chooseBasis, keepAgreement, numbersFile, saveText } from '../../session/agreement.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { Button } from '../../ui/button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './agreement-view.module.css'

/** What the numbers are of, and what can be done with all of them. */
export function AgreementHead() {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const { report, computing, failure, outdated, round, training, rounds, problems } = useStore(agreementOf(session))
  const work = useSessionState((state) => state.work)
  const progress = work?.kind === 'agreement' ? work : null
  const basis = round ?? (training ? 'training' : 'main')
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('tab.agreement')}</h1>
        {rounds.length > 0 && (
          <label className={styles.basis}>
            <span>{t('agreement.of')}</span>
            <select
              value={basis}
              disabled={computing}
              onChange={({ target: { value } }) => chooseBasis(session, { round: ['main', 'training'].includes(value) ? null : value, training: value === 'training' })}
            >
              <option value="main">{t('agreement.of.main')}</option>
              <option value="training">{t('agreement.of.training')}</option>
              {rounds.map(({ round: { id, name } }) => (
                <option key={id} value={id}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <span className={styles.room} />
        {computing ? (
          <Button onClick={() => run(session, 'agreement.cancel')}>
            {t('common.cancel')} <ActionKbd action="agreement.cancel" />
          </Button>
        ) : (
          <Button onClick={() => run(session, 'agreement.compute')}>
            {t('agreement.again')} <ActionKbd action="agreement.compute" />
          </Button>
        )}
        {report && report.articles > 0 && (
          <Menu align="end" trigger={<Button><Download size={16} aria-hidden /> {t('agreement.take')}</Button>}>
            <MenuItem text={t('agreement.take.report')} detail={t('agreement.take.report.detail')} keys={keysFor('agreement.report')} onSelect={() => run(session, 'agreement.report')} />
            <MenuItem text={t('agreement.take.keep')} detail={t('agreement.take.keep.detail')} onSelect={() => void keepAgreement(session, (place) => t('agreement.kept', { place }))} />
            <MenuItem text={t('agreement.take.numbers')} onSelect={() => void saveText(session, numbersFile(report, t('tab.agreement')), (name) => t('agreement.saved', { name }))} />
          </Menu>
        )}
      </div>
      <div className={styles.status} aria-live="polite">
        {computing && <ProgressBar label={t('agreement.computing')} done={progress?.done ?? 0} total={progress?.total ?? 1} />}
        {!computing && failure && <p className={styles.failure}>{failure.message} {failure.remedy}</p>}
        {!computing && !failure && outdated && <p>{t('agreement.outdated')}</p>}
        {!computing && problems.length > 0 && <p className={styles.failure}>{t('agreement.problems', { count: problems.length, file: problems[0]?.file ?? '' })}</p>}
      </div>
    </header>
  )
}
