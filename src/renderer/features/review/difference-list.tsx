import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ReviewCounts } from '../../../core/review/counts.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { fatesOf, GROUPS, linesOf, peopleOf } from '../../session/review-items.ts'
import { linkWords } from '../../session/review-link-words.ts'
import { colleaguesIn, lookAtOne } from '../../session/review-one.ts'
import { show, stepItem } from '../../session/review-perform.ts'
import { reviewOf } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { scrollToRow, useRowsInView } from '../../ui/use-rows-in-view.ts'
import styles from './difference-list.module.css'
import { DifferenceRow, HeadRow } from './difference-row.tsx'

const ROW = 28

interface Props {
  readonly items: readonly ReviewItem[]
  readonly counts: ReviewCounts
  readonly codebook: Codebook
  readonly article: ReviewedArticle
}

/** What is to be decided, group by group; it empties as that is done. Or, of the own set, what became of it. */
export function DifferenceList({ items, counts, codebook, article }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const store = reviewOf(session)
  const { item: selected, list, only, focus, became, wants } = useStore(store)
  const scroller = useRef<HTMLDivElement>(null)
  const own = article.reviews[0]?.reviewer.key ?? ''
  const lines = became
    ? fatesOf(items, own, codebook).map(({ item, fate }) => ({ kind: 'fate' as const, item, fate }))
    : linesOf(items, list, focus)
  const at = lines.findIndex((line) => line.kind !== 'head' && line.item.key === selected)
  const { from, to } = useRowsInView(scroller, lines.length, ROW)

  useEffect(() => {
    if (at >= 0 && scroller.current) scrollToRow(scroller.current, at, ROW)
  }, [at])
  useEffect(() => {
    // The keys decide from anywhere but a field: the list is where they come from.
    if (!document.activeElement || document.activeElement === document.body || wants > 0) scroller.current?.focus({ preventScroll: true })
  }, [wants, article.id])

  const colleagues = colleaguesIn(article)
  const name = colleagues.find(({ key }) => key === only)?.name
  const has = article.sets.some(({ set }) => set.annotator.key === own && set.annotations.length > 0)
  return (
    <section className={styles.list} aria-label={t('review.list')}>
      <div className={styles.head}>
        {has && (
          <div className={styles.tabs}>
            {([false, true] as const).map((value) => (
              <button key={String(value)} type="button" className={styles.tab} aria-pressed={became === value} onClick={() => store.setState({ became: value, mode: 'decide' })}>
                {t(value ? 'review.became' : 'review.decide')}
              </button>
            ))}
          </div>
        )}
        {!became && focus && (
          <p className={styles.focus}>
            {t('review.focus', { count: lines.filter(({ kind }) => kind === 'item').length })}
            <Button look="quiet" onClick={() => store.setState({ focus: null })}>{t('review.focus.all')}</Button>
          </p>
        )}
        {!became && !focus && colleagues.length > 0 && (
          <div className={styles.whose}>
            <SelectField
              hideLabel
              label={t('review.one.whose')}
              value={only ?? ''}
              options={[{ value: '', text: t('review.one.all') }, ...colleagues.map(({ key, name }) => ({ value: key, text: t('review.one.of', { name }) }))]}
              onChange={(key) => lookAtOne(session, key === '' ? null : key)}
            />
            <ActionKbd action="review.one" />
          </div>
        )}
        {!became && !focus && (
          <div className={styles.filter}>
            {only === null && <SelectField
              hideLabel
              label={t('review.group')}
              value={list.group}
              options={[
                { value: 'all' as const, text: t('review.group.all', { count: counts.open }) },
                ...GROUPS.filter((group) => counts.byGroup[group].total > 0).map((group) => ({ value: group, text: t('review.group.count', { group: t(`review.group.${group}`), open: counts.byGroup[group].open, total: counts.byGroup[group].total }) })),
              ]}
              onChange={(group) => store.setState({ list: { ...list, group } })}
            />}
            <label className={styles.decided}>
              <input type="checkbox" checked={list.decided} onChange={(event) => store.setState({ list: { ...list, decided: event.target.checked } })} />
              {t('review.showDecided')}
            </label>
          </div>
        )}
      </div>
      {/* A select shows neither marks nor only the rows in sight. */}
      <div
        ref={scroller}
        className={styles.scroller}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={0}
        aria-label={t('review.list')}
        aria-activedescendant={at >= 0 ? `difference-${at}` : undefined}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
          if (step === null || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          stepItem(session, step)
        }}
      >
        <div className={styles.rows} style={{ height: lines.length * ROW }}>
          {lines.slice(from, to).map((line, offset) => {
            const index = from + offset
            const style = { transform: `translateY(${index * ROW}px)` }
            if (line.kind === 'head') return <HeadRow key={line.group} text={line.group === 'single' && name !== undefined ? t('review.one.head', { name }) : t(`review.group.${line.group}`)} count={line.count} style={style} />
            return (
              <DifferenceRow
                key={line.item.key}
                id={`difference-${index}`}
                item={line.item}
                fate={line.kind === 'fate' ? line.fate : null}
                codebook={codebook}
                words={linkWords(article, line.item)}
                people={peopleOf(article)}
                selected={line.item.key === selected}
                style={style}
                onPick={() => show(session, line.item.key)}
              />
            )
          })}
        </div>
        {lines.length === 0 && <p className={styles.none}>{t(focus ? 'review.focus.none' : became ? 'review.became.none' : name !== undefined ? (counts.total === 0 ? 'review.one.nothing' : 'review.one.done') : counts.total === 0 ? 'review.list.same' : 'review.list.empty', { name: name ?? '' })}</p>}
      </div>
    </section>
  )
}
