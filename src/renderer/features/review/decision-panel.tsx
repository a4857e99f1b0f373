import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Codebook } from '../../../core/model/codebook.ts'
import { groupOf } from '../../../core/review/counts.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'
import { AddLink } from './add-link.tsx'
import { AddMissed } from './add-missed.tsx'
import { Beside } from './beside.tsx'
import { Combine } from './combine.tsx'
import styles from './decision-panel.module.css'
import { DecisionKeys } from './decision-keys.tsx'
import { EditDecision } from './edit-decision.tsx'
import { Outcomes } from './outcomes.tsx'
import { ReasonChooser } from './reason-chooser.tsx'
import { Thread } from './thread.tsx'
import { Versions } from './versions.tsx'

interface Props {
  readonly article: ReviewedArticle
  readonly items: readonly ReviewItem[]
  readonly item: ReviewItem | null
  readonly codebook: Codebook
}

/** The difference at hand: every version, what can be decided with one key each, and what helps to decide. */
export function DecisionPanel({ article, item, items, codebook }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const store = reviewOf(session)
  const mode = useStore(store, (state) => state.mode)
  const only = useStore(store, (state) => state.only)
  // One version is long, and its keys always the same: they come first there, and stay where they are.
  const isOne = only !== null || item?.item?.group === 'single'
  const keys = item && (mode === 'decide' || mode === 'comment') && <DecisionKeys article={article} item={item} isOne={isOne} />
  const panel = useRef<HTMLElement>(null)
  const key = item?.key
  useEffect(() => {
    // The next difference is read from its beginning.
    if (panel.current) panel.current.scrollTop = 0
  }, [key, only])
  const done = () => store.setState(({ wants }) => ({ mode: 'decide', wants: wants + 1 }))
  return (
    <aside ref={panel} className={styles.panel} aria-label={t('review.panel')}>
      {mode === 'add' && <AddMissed article={article} codebook={codebook} onDone={done} />}
      {item === null ? (
        mode !== 'add' && <p className={styles.nothing}>{t('review.panel.none')}</p>
      ) : (
        <div key={item.key} className={styles.item}>
          <h2 className={styles.group}>
            {t(`review.group.${groupOf(item)}`)}
            <span className={styles.status} data-status={item.status}>
              {t(`review.item.${item.status}`)}
            </span>
          </h2>
          {item.item && item.item.aspects.length > 1 && <p className={styles.aspects}>{t('review.aspects', { list: item.item.aspects.slice(1).map((aspect) => t(`review.group.${aspect}`)).join(', ') })}</p>}
          <Outcomes item={item} codebook={codebook} article={article} />
          {isOne && keys}
          {item.item && <Versions article={article} item={item.item} codebook={codebook} />}
          {mode === 'combine' && item.item?.kind === 'annotation' && <Combine item={item.item} article={article} codebook={codebook} onDone={done} />}
          {mode === 'link' && <AddLink codebook={codebook} onDone={done} />}
          {mode === 'edit' && <EditDecision item={item} article={article} codebook={codebook} onDone={done} />}
          {mode === 'reason' && <ReasonChooser item={item} onDone={done} />}
          {!isOne && keys}
          <Thread key={item.key} item={item} article={article} open={mode === 'comment'} onDone={done} />
          <Beside item={item} items={items} codebook={codebook} article={article} />
        </div>
      )}
    </aside>
  )
}
