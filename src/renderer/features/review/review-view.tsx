import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'
import { lookOver } from '../../session/review-overview.ts'
import { Blind } from './blind.tsx'
import { Matrix } from './matrix.tsx'
import { ReviewArticleView } from './review-article.tsx'
import styles from './review-view.module.css'

/** The Review tab: the matrix of the project, or the differences of one article. */
export function ReviewView() {
  const session = useSession()
  const overview = useStore(reviewOf(session), (state) => state.overview)
  const article = useStore(reviewOf(session), (state) => state.article)
  const isMatrix = article === null

  useEffect(() => {
    if (isMatrix) void lookOver(session)
  }, [session, isMatrix])

  if (article) return article.visibility.visible ? <ReviewArticleView article={article} /> : <Blind article={article} />
  if (!overview) return <div className={styles.view} aria-busy />
  return <Matrix overview={overview} />
}
