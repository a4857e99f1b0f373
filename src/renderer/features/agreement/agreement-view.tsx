import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { agreementOf, agreementParts, computeAgreement } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { AgreementHead } from './agreement-head.tsx'
import styles from './agreement-view.module.css'
import { Explain } from './explain.tsx'
import { Nothing } from './nothing.tsx'
import { Part } from './parts.tsx'
import { useDrawn } from './use-drawn.ts'

/** The Agreement tab: how far annotators agree, in a few words first and everything behind them one step further. */
export function AgreementView() {
  const { t } = useTranslation()
  const session = useSession()
  const store = agreementOf(session)
  const { part, inquiry, report } = useStore(store)
  const drawn = useDrawn()

  useEffect(() => {
    const { report: known, computing } = store.getState()
    if (!known && !computing) void computeAgreement(session)
  }, [session, store])

  const some = report !== null && report.articles > 0
  return (
    <div className={styles.view} data-explaining={inquiry !== null || undefined}>
      <div className={styles.scroller}>
        <div className={styles.page}>
          <AgreementHead />
          {drawn && some && (
            <>
              <nav className={styles.parts} aria-label={t('agreement.parts')}>
                {agreementParts.map((each) => (
                  <button key={each} type="button" className={styles.tab} aria-current={each === part ? 'page' : undefined} onClick={() => store.setState({ part: each })}>
                    {t(`agreement.part.${each}`)}
                  </button>
                ))}
              </nav>
              <Part drawn={drawn} part={part} />
            </>
          )}
          {!some && <Nothing drawn={drawn} />}
        </div>
      </div>
      {drawn && some && <Explain drawn={drawn} />}
    </div>
  )
}
