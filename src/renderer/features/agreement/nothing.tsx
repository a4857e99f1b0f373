import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { leftOutWords } from '../../../core/agreement/html/report-html.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { run } from '../../actions/registry.ts'
import { agreementOf } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import styles from './agreement-view.module.css'

/** Before there is anything to compare: what it takes, and what is missing. */
export function Nothing({ drawn }: { readonly drawn: Drawn | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const computing = useStore(agreementOf(session), (state) => state.computing)
  if (computing && !drawn) return <p className={styles.waiting}>{t('agreement.computing')}</p>
  const leftOut = drawn ? leftOutWords(drawn.words, drawn.report.dropped) : []
  return (
    <EmptyState
      title={drawn?.words.report.nothing ?? t('agreement.none')}
      actions={
        <>
          <Button look="primary" onClick={() => run(session, 'rounds.open')}>
            {t('agreement.none.rounds')} <ActionKbd action="rounds.open" />
          </Button>
          <Button onClick={() => run(session, 'bundle.import')}>
            {t('agreement.none.bundle')} <ActionKbd action="bundle.import" />
          </Button>
        </>
      }
    >
      <p>{t('agreement.none.how')}</p>
      {leftOut.length > 0 && (
        <>
          <p>{t('agreement.sets.left')}</p>
          <ul className={styles.left}>{leftOut.map((line) => <li key={line}>{line}</li>)}</ul>
        </>
      )}
    </EmptyState>
  )
}
