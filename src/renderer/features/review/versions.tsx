import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { attributeById, labelById, nameOfAttribute, nameOfLabel, nameOfRelation, storedValue } from '../../../core/codebook/lookup.ts'
import { quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { AnnotationItem, Item } from '../../../core/review/differences.ts'
import { boundaryMarks, type BoundaryMarks } from '../../../core/review/marks.ts'
import { valueParts } from '../../../core/review/value-parts.ts'
import type { Range } from '../../../core/text/ranges.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { peopleOf } from '../../session/review-items.ts'
import { reviewOf } from '../../session/review.ts'
import { takeAction } from '../../session/review-take.ts'
import { ActionKbd } from '../../ui/kbd.tsx'
import { useValueWords } from '../inspector/use-value-words.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './decision-panel.module.css'

interface Props {
  readonly article: ReviewedArticle
  readonly item: Item
  readonly codebook: Codebook
}

/** Each annotator's version under the next, with the key that takes it; what differs is marked by shape as well as by colour. */
export function Versions({ article, item, codebook }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const people = peopleOf(article)
  const only = useStore(reviewOf(session), (state) => state.only)
  const also = only === null ? [] : item.members.flatMap(({ annotator }) => (annotator === only ? [] : (people.find(({ key }) => key === annotator)?.name ?? annotator)))
  const marks = item.kind === 'annotation' && only === null ? boundaryMarks(article.text, item.members) : []
  return (
    <>
    <ol className={styles.versions}>
      {people.map(({ key, name }, index) => {
        if (only !== null && key !== only) return null
        const at = item.members.findIndex(({ annotator }) => annotator === key)
        const action = takeAction(index)
        const state = item.lacking.includes(key) ? t('review.version.lacks') : t('review.version.unfinished')
        return (
          <li key={key} className={styles.version} data-lacks={at < 0 || undefined}>
            <button type="button" className={styles.take} disabled={at < 0 || action === null} onClick={() => action && run(session, action)}>
              {action !== null && at >= 0 && <ActionKbd action={action} />}
              <bdi className={styles.name}>{name}</bdi>
              {at < 0 && <span className={styles.lacks}>{state}</span>}
            </button>
            {at >= 0 && item.kind === 'annotation' && <AnnotationVersion article={article} item={item} at={at} mark={marks[at]} codebook={codebook} />}
            {at >= 0 && item.kind === 'relation' && <RelationVersion article={article} item={item} at={at} codebook={codebook} />}
          </li>
        )
      })}
    </ol>
    {also.length > 0 && <p className={styles.absent}>{t('review.one.also', { names: also.join(', ') })}</p>}
    </>
  )
}

function AnnotationVersion({ article, item, at, mark, codebook }: { readonly article: ReviewedArticle; readonly item: AnnotationItem; readonly at: number; readonly mark: BoundaryMarks | undefined; readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const record = item.members[at]?.record
  if (!record) return null
  const label = labelById(codebook, record.label)
  const labelDiffers = item.group !== 'single' && item.aspects.includes('label')
  return (
    <div className={styles.body}>
      <span className={styles.label} data-differs={labelDiffers || undefined}>
        <LabelSwatch look={label} />
        {nameOfLabel(codebook, record.label)}
      </span>
      <Words text={article.text} record={record} mark={mark} />
      <Values item={item} at={at} codebook={codebook} />
      {record.note !== undefined && (
        <p className={styles.note} dir="auto">
          {t('review.version.note', { note: record.note })}
        </p>
      )}
    </div>
  )
}

/** The marked words; those that not all have are underlined, those that others have and this one has not are struck through. */
function Words({ text, record, mark }: { readonly text: string; readonly record: Annotation; readonly mark: BoundaryMarks | undefined }) {
  const pieces: (Range & { readonly kind: 'plain' | 'extra' | 'missing' })[] = []
  const inside = (ranges: readonly Range[], at: number) => ranges.find(({ start, end }) => start <= at && at < end)
  const { extra = [], missing = [] } = mark ?? {}
  const all = [...record.fragments, ...missing].toSorted((a, b) => a.start - b.start)
  for (const range of all) {
    const isMissing = missing.some(({ start, end }) => start === range.start && end === range.end)
    if (isMissing) {
      pieces.push({ start: range.start, end: range.end, kind: 'missing' })
      continue
    }
    for (let at = range.start; at < range.end; ) {
      const here = inside(extra, at)
      const next = here ? Math.min(here.end, range.end) : Math.min(range.end, ...extra.filter(({ start }) => start > at).map(({ start }) => start))
      pieces.push({ start: at, end: next, kind: here ? 'extra' : 'plain' })
      at = next
    }
  }
  return (
    <p className={styles.quote} dir="auto">
      {pieces.map(({ start, end, kind }, index) => {
        const words = text.slice(start, end)
        const before = pieces[index - 1]
        const gap = before && before.end < start ? (/^\s*$/.test(text.slice(before.end, start)) ? ' ' : ' … ') : ''
        if (kind === 'plain') return <span key={start}>{gap}{words}</span>
        return kind === 'extra' ? <span key={start}>{gap}<ins className={styles.extra}>{words}</ins></span> : <span key={start}>{gap}<del className={styles.missing}>{words}</del></span>
      })}
    </p>
  )
}

function Values({ item, at, codebook }: { readonly item: AnnotationItem; readonly at: number; readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const words = useValueWords()
  // One version alone is judged by all of it.
  const only = useStore(reviewOf(useSession()), (state) => state.only)
  const shown = item.members.length === 1 || only !== null ? item.attributes : item.attributes.filter(({ outcome }) => outcome !== 'same')
  if (shown.length === 0) return null
  return (
    <dl className={styles.values}>
      {shown.map(({ attribute: id, outcome, answers }) => {
        const attribute = attributeById(codebook, id)
        const values = item.members.map(({ record }) => storedValue(codebook, record.attributes, id)?.value)
        if (only !== null && values[at] === undefined) return null
        const parts = attribute ? (valueParts(codebook, attribute, values, words)[at] ?? []) : []
        const unconfirmed = answers[at]?.answer === 'unconfirmed'
        return (
          <div key={id} data-outcome={outcome}>
            <dt dir="auto">{nameOfAttribute(codebook, id)}</dt>
            <dd dir="auto">
              {parts.length === 0 && <span className={styles.absent}>{t(answers[at] === null ? 'review.value.notAsked' : 'review.value.none')}</span>}
              {parts.map(({ text, differs }, index) => (
                // Parts are known by their place: they never move while the item is shown.
                <span key={`${index} ${text}`}>
                  {index > 0 && attribute?.type !== 'text' && '; '}
                  {differs && outcome === 'differs' && only === null ? <ins className={styles.extra}>{text}</ins> : text}
                </span>
              ))}
              {unconfirmed && <span className={styles.absent}> {t('review.value.unconfirmed')}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function RelationVersion({ article, item, at, codebook }: { readonly article: ReviewedArticle; readonly item: Extract<Item, { kind: 'relation' }>; readonly at: number; readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const member = item.members[at]
  const set = article.sets.find(({ set: each }) => each.annotator.key === member?.annotator)?.set
  if (!member) return null
  const end = (id: string) => {
    const found = set?.annotations.find((annotation) => annotation.id === id)
    return found ? quoteOf(found) : t('review.elsewhere')
  }
  return (
    <p className={styles.quote} dir="auto">
      {t('review.relation', { from: end(member.record.from.annotation), type: nameOfRelation(codebook, member.record.type), to: end(member.record.to.annotation) })}
    </p>
  )
}
