import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useStore } from 'zustand'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { countsOf, itemsOf } from '../../session/review-items.ts'
import { NARROW } from '../../session/narrow.ts'
import { reviewOf } from '../../session/review.ts'
import { useMedia } from '../../ui/use-media.ts'
import frame from '../frame/frame.module.css'
import { DecisionPanel } from './decision-panel.tsx'
import { DifferenceList } from './difference-list.tsx'
import { ReviewBar } from './review-bar.tsx'
import { ReviewSaid } from './review-said.tsx'
import { ReviewText } from './review-text.tsx'
import styles from './review-view.module.css'

/** One article under review: what is to be decided on the left, the text once, the decision on the right. */
export function ReviewArticleView({ article }: { readonly article: ReviewedArticle }) {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const key = useStore(reviewOf(session), (state) => state.item)
  const only = useStore(reviewOf(session), (state) => state.only)
  const isNarrow = useMedia(NARROW.inspector)
  if (!codebook) return null
  const items = itemsOf(article, codebook, only)
  const counts = countsOf(items)
  const item = items.find((each) => each.key === key) ?? null
  return (
    <div className={styles.view}>
      <ReviewBar article={article} counts={counts} />
      <div className={styles.panes}>
        <Group orientation="horizontal">
          <Panel id="differences" defaultSize={isNarrow ? 220 : 280} minSize={200} maxSize={460} groupResizeBehavior="preserve-pixel-size">
            <DifferenceList items={items} counts={counts} codebook={codebook} article={article} />
          </Panel>
          <Separator className={frame.divider} aria-label={t('review.resize.list')} />
          <Panel id="review-text" minSize={300}>
            <ReviewText article={article} items={items} codebook={codebook} />
          </Panel>
          <Separator className={frame.divider} aria-label={t('review.resize.panel')} />
          <Panel id="decision" defaultSize={isNarrow ? 290 : 380} minSize={280} maxSize={620} groupResizeBehavior="preserve-pixel-size">
            <DecisionPanel article={article} items={items} item={item} codebook={codebook} />
          </Panel>
        </Group>
      </div>
      <ReviewSaid />
    </div>
  )
}
