import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { ReadingSurface, type ReadingSurfaceHandle } from '../../editor/reading-surface.tsx'
import { useSession, useSessionState } from '../../session/context.tsx'
import { peopleOf } from '../../session/review-items.ts'
import { show } from '../../session/review-perform.ts'
import { createReviewText } from '../../session/review-text.ts'
import { reviewOf } from '../../session/review.ts'
import { readingStyle } from '../../session/typography.ts'
import styles from './review-view.module.css'

const NOTHING: readonly never[] = []
const never = (): boolean => false
const LINES = ['wavy', 'solid', 'dotted'] as const

interface Props {
  readonly article: ReviewedArticle
  readonly items: readonly ReviewItem[]
  readonly codebook: Codebook
}

/** The text once, with a line under the words for each annotator. What is selected in it and in the list is the same. */
export function ReviewText({ article, items, codebook }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const store = reviewOf(session)
  const title = useSessionState((state) => state.rows.get(article.id)?.title ?? '')
  const reading = useSessionState((state) => state.settings.reading)
  const item = useStore(store, (state) => state.item)
  const only = useStore(store, (state) => state.only)
  const selection = useStore(store, (state) => state.selection)
  const surface = useRef<ReadingSurfaceHandle>(null)
  const people = peopleOf(article)
  const isAlone = only !== null || people.length < 2
  const make = useMemo(() => createReviewText(), [])
  const { annotations, looks, ofItem, itemOf } = useMemo(() => make(items, people.map(({ key }) => key), codebook, only), [make, items, people, codebook, only])
  const selected = useMemo(() => (item === null ? NOTHING : (ofItem.get(item) ?? NOTHING)), [ofItem, item])

  const first = annotations.find(({ id }) => id === selected[0])?.fragments[0]?.start
  useEffect(() => {
    if (first !== undefined) surface.current?.scrollTo(first, { always: false })
  }, [first, item])

  const onClick = useCallback(
    (ids: readonly string[]) => {
      // A second click at the same place goes on to what lies below.
      const keys = [...new Set(ids.flatMap((id) => itemOf.get(id) ?? []))]
      const at = keys.indexOf(store.getState().item ?? '')
      const next = keys[(at + 1) % Math.max(1, keys.length)]
      if (next !== undefined) show(session, next)
    },
    [itemOf, session, store],
  )

  return (
    <section className={styles.text} aria-label={t('review.text')}>
      <div className={styles.lanes}>
        {people.map(({ key, name }, index) => (only === null || key === only) && <span key={key} title={name}>{t('review.lane', { number: index + 1, name })}</span>)}
        {LINES.filter((line) => !isAlone || line !== 'solid').map((line) => (
          <span key={line}>
            <span className={styles.sample} data-line={line}>
              {t(isAlone && line === 'wavy' ? 'review.one.line' : `review.line.${line}`)}
            </span>
          </span>
        ))}
      </div>
      <div className={styles.surface} style={readingStyle(reading)}>
        <ReadingSurface
          ref={surface}
          text={article.text}
          header={article.header}
          annotations={annotations}
          labels={looks}
          selected={selected}
          isIncomplete={never}
          selection={selection}
          found={NOTHING}
          foundCurrent={-1}
          ariaLabel={title}
          incompleteText={t('article.incomplete')}
          onSelectionChange={(next) => store.setState({ selection: next })}
          onAnnotationClick={onClick}
        />
      </div>
    </section>
  )
}
