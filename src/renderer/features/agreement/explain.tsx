import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { intervalInWords, leftOutWords } from '../../../core/agreement/html/report-html.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { figureIn, written } from '../../../core/agreement/project/look-up.ts'
import { formatNumber } from '../../i18n/format.ts'
import { agreementOf, closeInquiry, type Inquiry } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { scopeName } from './scope-name.ts'
import { SpansBehind } from './spans-behind.tsx'
import styles from './explain.module.css'

/** One number: what it means, when not to trust it, what was left out, and the spans behind it. */
export function Explain({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const session = useSession()
  const inquiry = useStore(agreementOf(session), (state) => state.inquiry)
  const isOpen = inquiry !== null
  useEffect(() => {
    if (!isOpen) return undefined
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.defaultPrevented && session.view.getState().dialog === null) closeInquiry(session)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session, isOpen])
  if (!inquiry) return null
  const name = inquiry.labels ? cellName(inquiry.labels, drawn, t('agreement.unmarked')) : drawn.words.measures[inquiry.measure].name
  return (
    <aside className={styles.panel} aria-label={t('agreement.explained')} data-testid="explained">
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.scope} dir="auto">{scopeName(inquiry.scope, drawn, t('agreement.whole'))}</p>
        </div>
        <IconButton icon={X} title={t('common.close')} keys="Escape" onClick={() => closeInquiry(session)} />
      </div>
      {!inquiry.labels && <Meaning inquiry={inquiry} drawn={drawn} />}
      <SpansBehind drawn={drawn} />
    </aside>
  )
}

function cellName([one, other]: NonNullable<Inquiry['labels']>, { codebook }: Drawn, unmarked: string): string {
  return `${nameOfLabel(codebook, one)} – ${other === null ? unmarked : nameOfLabel(codebook, other)}`
}

function Meaning({ inquiry, drawn: { report, words } }: { readonly inquiry: Inquiry; readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const result = figureIn(report, inquiry.measure, inquiry.scope)?.result
  if (!result) return null
  const { means, caution } = words.measures[inquiry.measure]
  const leftOut = leftOutWords(words, result.dropped)
  return (
    <>
      <p className={styles.value}>{written(result, words.language) ?? words.report.notDefined}</p>
      <p>
        {result.status === 'undefined' ? words.undefined[result.reason] : `${t('agreement.basis', { used: formatNumber(result.used), articles: formatNumber(result.documents) })}${result.interval ? `, ${intervalInWords(words, result)}` : ''}`}
      </p>
      <h3 className={styles.part}>{words.report.means}</h3>
      <p>{means}</p>
      <h3 className={styles.part}>{words.report.caution}</h3>
      <p>{caution}</p>
      <h3 className={styles.part}>{words.report.leftOut}</h3>
      {leftOut.length === 0 ? <p>{words.report.nothingLeftOut}</p> : <ul className={styles.list}>{leftOut.map((line) => <li key={line}>{line}</li>)}</ul>}
      <p className={styles.method}>{t('agreement.method', { method: result.method, version: result.version })}</p>
    </>
  )
}
