import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { nameOfAttribute, nameOfLabel } from '../../../core/codebook/lookup.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import type { Evidence } from '../../../core/agreement/project/evidence.ts'
import { memberKey } from '../../../core/review/cluster.ts'
import { agreementOf, showDifferencesOnly } from '../../session/agreement.ts'
import { articleAt } from '../../session/agreement-report.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { openReviewOn } from '../../session/review-open.ts'
import { annotatorName } from './scope-name.ts'
import styles from './explain.module.css'

/** The spans behind the number, pair by pair; each leads to the review of its article, where just these are listed. */
export function SpansBehind({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const session = useSession()
  const { spans, differencesOnly } = useStore(agreementOf(session))
  const { words } = drawn
  const total = Object.entries(spans?.counts ?? {}).reduce((sum, [kind, many]) => (differencesOnly && kind === 'same' ? sum : sum + many), 0)
  return (
    <section className={styles.spans}>
      <h3 className={styles.part}>{t('agreement.spans')}</h3>
      <label className={styles.check}>
        <input type="checkbox" checked={differencesOnly} onChange={(event) => showDifferencesOnly(session, event.target.checked)} />
        {t('agreement.differences')}
      </label>
      <ul className={styles.counts} aria-busy={spans === null}>
        {Object.entries(spans?.counts ?? {}).map(([kind, many]) => (
          <li key={kind}>{t('agreement.count', { what: words.kinds[kind as Evidence['kind']], count: many })}</li>
        ))}
      </ul>
      {spans && spans.items.length === 0 && <p>{t('agreement.spans.none')}</p>}
      <ol className={styles.items}>{spans?.items.map((item, index) => <Item key={index} item={item} all={spans.items} drawn={drawn} />)}</ol>
      {spans && spans.items.length < total && <p className={styles.method}>{t('agreement.spans.more', { shown: spans.items.length, count: total })}</p>}
    </section>
  )
}

function Item({ item, all, drawn }: { readonly item: Evidence; readonly all: readonly Evidence[]; readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const session = useSession()
  const id = useSessionState((state) => articleAt(state.rows, item.article))
  const { codebook, words } = drawn
  const open = () => {
    const behind = all.filter(({ article }) => article === item.article).flatMap(recordsOf)
    if (id !== undefined) void openReviewOn(session, id, behind, recordsOf(item))
  }
  return (
    <li>
      <button type="button" className={styles.item} disabled={id === undefined} onClick={open}>
        <span className={styles.kind}>{words.kinds[item.kind]}</span>
        {item.spans.map(({ annotator, label, quote }) => (
          <span key={annotator} className={styles.span}>
            <span className={styles.who} dir="auto">{annotatorName(drawn, annotator)}, {nameOfLabel(codebook, label)}</span>
            <q className={styles.quote} dir="auto">{quote}</q>
          </span>
        ))}
        {item.lacks !== null && <span className={styles.who} dir="auto">{t('agreement.lacks', { name: annotatorName(drawn, item.lacks) })}</span>}
        {item.attributes.length > 0 && <span className={styles.who} dir="auto">{item.attributes.map((attribute) => nameOfAttribute(codebook, attribute)).join(', ')}</span>}
        <span className={styles.article} dir="auto">{drawn.titleOf(item.article)}</span>
      </button>
    </li>
  )
}

function recordsOf({ spans }: Evidence): string[] {
  return spans.map(({ annotator, id }) => memberKey(annotator, id))
}
