import { useTranslation } from 'react-i18next'
import { inWords, leftOutWords } from '../../../core/agreement/html/report-html.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { figureIn, written } from '../../../core/agreement/project/look-up.ts'
import type { Scope } from '../../../core/agreement/project/report.ts'
import { inquire } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './agreement-view.module.css'
import { Acceptance } from './acceptance.tsx'
import { FigureButton } from './figure-button.tsx'

const PROJECT: Scope = { kind: 'project' }

/** The first screen: on how much it stands, how many spans are shared, how reliable labels are, and where agreement is lost. */
export function Summary({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const { report, words } = drawn
  const leftOut = leftOutWords(words, report.dropped)
  return (
    <>
      <p className={styles.lead}>{words.report.standsOn(report.articles, report.annotators.length, report.spans)}</p>
      <div className={styles.numbers}>
        <LeadNumber drawn={drawn} measure="f1_strict" />
        <LeadNumber drawn={drawn} measure="label_alpha" />
      </div>
      <h2 className={styles.heading}>{t('agreement.lost')}</h2>
      <ol className={styles.steps}>
        {(['found', 'same_boundaries', 'same_label', 'same_attributes'] as const).map((measure) => (
          <li key={measure}>
            <span className={styles.step}>{words.measures[measure].name}</span>
            <FigureButton report={report} measure={measure} scope={PROJECT} of={t('agreement.whole')} />
            <span className={styles.means}>{words.measures[measure].means}</span>
          </li>
        ))}
      </ol>
      <h2 className={styles.heading}>{t('agreement.sets')}</h2>
      <p>{words.report.frozen(report.sets.frozen, report.sets.done)}</p>
      {leftOut.length === 0 ? (
        <p>{words.report.nothingLeftOut}</p>
      ) : (
        <>
          <p>{t('agreement.sets.left')}</p>
          <ul className={styles.left}>{leftOut.map((line) => <li key={line}>{line}</li>)}</ul>
        </>
      )}
      <Acceptance drawn={drawn} />
    </>
  )
}

function LeadNumber({ drawn: { report, words }, measure }: { readonly drawn: Drawn; readonly measure: 'f1_strict' | 'label_alpha' }) {
  const { t } = useTranslation()
  const session = useSession()
  const result = figureIn(report, measure, PROJECT)?.result
  return (
    <section className={styles.number}>
      <h2 className={styles.measure}>{words.measures[measure].name}</h2>
      <p className={styles.value} data-testid={measure}>{written(result, words.language) ?? words.report.notDefined}</p>
      <p>{inWords(words, measure, result)}</p>
      <Button look="quiet" onClick={() => void inquire(session, { measure, scope: PROJECT })}>{t('agreement.explain')}</Button>
    </section>
  )
}
