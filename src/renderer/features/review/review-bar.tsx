import { ArrowLeft, ChevronDown, ChevronUp, Combine, Redo2, Undo2, UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ReviewCounts } from '../../../core/review/counts.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import type { ActionId } from '../../../core/actions/table.ts'
import { canRun, run } from '../../actions/registry.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'
import { useKeys } from '../../session/use-keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './review-view.module.css'

/** Where this is, how much is open, and what concerns the whole article. */
export function ReviewBar({ article, counts }: { readonly article: ReviewedArticle; readonly counts: ReviewCounts }) {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const title = useSessionState((state) => state.rows.get(article.id)?.title ?? '')
  // What can be taken back may become known at any time.
  useStore(reviewOf(session), (state) => state.undo)
  const button = (icon: typeof Undo2, id: ActionId) => <IconButton icon={icon} title={t(`action.${id}`)} keys={keysFor(id)} disabled={!canRun(session, id)} onClick={() => run(session, id)} />
  return (
    <div className={styles.bar}>
      {button(ArrowLeft, 'review.overview')}
      <h1 className={styles.title} dir="auto" title={title}>
        {title}
      </h1>
      <span className={styles.counter}>{counts.total === 0 ? t('review.counter.none') : t('review.of', { open: counts.open, total: counts.total })}</span>
      {button(ChevronUp, 'review.previous')}
      {button(ChevronDown, 'review.next')}
      {button(Combine, 'review.merge')}
      {button(UserCheck, 'review.sets')}
      {button(Undo2, 'edit.undo')}
      {button(Redo2, 'edit.redo')}
    </div>
  )
}
