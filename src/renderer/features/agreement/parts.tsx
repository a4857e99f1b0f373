import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfAttribute, nameOfLabel } from '../../../core/codebook/lookup.ts'
import { articleOrder, articlePicture, boundaryPicture, confusionPicture, pairPicture, timePicture, type Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { figuresOf, pairScopes } from '../../../core/agreement/project/look-up.ts'
import type { Scope } from '../../../core/agreement/project/report.ts'
import { inquire, type AgreementPart } from '../../session/agreement.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { articleAt } from '../../session/agreement-report.ts'
import { openReview } from '../../session/review-open.ts'
import { Button } from '../../ui/button.tsx'
import styles from './agreement-view.module.css'
import { AllNumbers } from './all-numbers.tsx'
import { FigureTable } from './figure-table.tsx'
import { Picture } from './picture.tsx'
import { annotatorName } from './scope-name.ts'
import { Summary } from './summary.tsx'

export function Part({ drawn, part }: { readonly drawn: Drawn; readonly part: AgreementPart }) {
  switch (part) {
    case 'summary':
      return <Summary drawn={drawn} />
    case 'pairs':
      return <Pairs drawn={drawn} />
    case 'labels':
      return <Labels drawn={drawn} />
    case 'boundaries':
      return <Boundaries drawn={drawn} />
    case 'attributes':
      return <Attributes drawn={drawn} />
    case 'articles':
      return <Articles drawn={drawn} />
    case 'time':
      return <Time drawn={drawn} />
    case 'numbers':
      return <AllNumbers drawn={drawn} />
  }
}

function Pairs({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const session = useSession()
  const { report, words } = drawn
  const look = (cell: string): void => {
    const [row = 0, column = 0] = cell.split(' ').map(Number)
    const [a, b] = [report.annotators[Math.min(row, column)], report.annotators[Math.max(row, column)]]
    if (a && b) void inquire(session, { measure: 'f1_strict', scope: { kind: 'pair', a: a.key, b: b.key } })
  }
  const rows = pairScopes(report).map((scope) => ({ name: `${annotatorName(drawn, scope.a)} – ${annotatorName(drawn, scope.b)}`, scope }))
  return (
    <>
      <Picture picture={pairPicture(drawn)} onCell={look} />
      <FigureTable report={report} heading={words.report.pairs} caption={words.report.pairs} rows={rows} measures={['f1_strict', 'precision_strict', 'recall_strict', 'found', 'label_alpha', 'label_cohen']} />
      <p className={styles.note}>{t('agreement.pairs.reference')}</p>
    </>
  )
}

function Labels({ drawn }: { readonly drawn: Drawn }) {
  const session = useSession()
  const { report, codebook, words } = drawn
  const look = (cell: string): void => {
    const [row = 0, column = 0] = cell.split(' ').map(Number)
    const one = report.labels[row]
    if (one !== undefined) void inquire(session, { measure: 'label_alpha', scope: { kind: 'project' }, labels: [one, report.labels[column] ?? null] })
  }
  const rows = report.labels.map((label) => ({ name: nameOfLabel(codebook, label), scope: { kind: 'label', label } satisfies Scope }))
  return (
    <>
      <p className={styles.note}>{words.report.confusionNote}</p>
      <Picture picture={confusionPicture(drawn)} onCell={look} />
      <FigureTable report={report} heading={words.report.label} caption={words.report.labels} rows={rows} measures={['f1_strict', 'f1_type', 'found', 'unitizing_alpha', 'character_alpha']} />
    </>
  )
}

function Boundaries({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const { report, words } = drawn
  return (
    <>
      <p className={styles.note}>{words.report.boundariesNote}</p>
      <Picture picture={boundaryPicture(drawn)} />
      <FigureTable report={report} heading="" caption={words.report.boundaries} rows={[{ name: t('agreement.whole'), scope: { kind: 'project' } }]} measures={['same_boundaries', 'f1_strict', 'f1_boundaries', 'f1_overlap', 'unitizing_alpha']} />
    </>
  )
}

function Attributes({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const { report, codebook, words } = drawn
  if (report.attributes.length === 0) return <p className={styles.note}>{t('agreement.attributes.none')}</p>
  const rows = report.attributes.map(({ attribute, metric }) => ({ name: nameOfAttribute(codebook, attribute), detail: words.metrics[metric], scope: { kind: 'attribute', attribute } satisfies Scope }))
  return <FigureTable report={report} heading={words.report.attribute} caption={words.report.attributes} rows={rows} measures={['attribute_alpha', 'attribute_percent']} />
}

const MOST_ARTICLES = 20

function Articles({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const session = useSession()
  const [all, setAll] = useState(false)
  const articles = useSessionState((state) => state.rows)
  const { report, words } = drawn
  const order = articleOrder(drawn)
  const shown = all ? order : order.slice(0, MOST_ARTICLES)
  const rows = shown.map((article) => {
    const id = articleAt(articles, article)
    return { name: drawn.titleOf(article), scope: { kind: 'article', article } satisfies Scope, ...(id === undefined ? {} : { onName: () => void openReview(session, id) }) }
  })
  return (
    <>
      <p className={styles.note}>{t('agreement.articles.order')}</p>
      <Picture
        picture={articlePicture(drawn, MOST_ARTICLES)}
        onCell={(cell) => {
          const article = order[Number(cell)]
          if (article !== undefined) void inquire(session, { measure: 'f1_strict', scope: { kind: 'article', article } })
        }}
      />
      <FigureTable report={report} heading={words.report.article} caption={words.report.articles} rows={rows} measures={['f1_strict', 'label_alpha', 'unitizing_alpha', 'gamma']} />
      {order.length > shown.length && <Button onClick={() => setAll(true)}>{t('agreement.articles.all', { count: order.length })}</Button>}
    </>
  )
}

function Time({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const { report, words } = drawn
  const rows = report.periods.map((period) => ({ name: period, scope: { kind: 'period', period } satisfies Scope }))
  return (
    <>
      <p className={styles.note}>{t('agreement.time.note')}</p>
      <Picture picture={timePicture(drawn)} />
      <FigureTable report={report} heading={words.report.period} caption={words.report.time} rows={rows.filter(({ scope }) => figuresOf(report, scope).length > 0)} measures={['f1_strict', 'label_alpha', 'unitizing_alpha']} />
    </>
  )
}
