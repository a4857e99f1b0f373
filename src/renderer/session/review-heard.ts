import { lookAgain } from './review-overview.ts'
import { openReview } from './review-open.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'

/** Colleagues' files came or changed: what is shown of them is read again. Null: of any article. */
export function hearOfSets(session: Session, articles: readonly string[] | null): void {
  const { article, overview } = reviewOf(session).getState()
  if (overview) void lookAgain(session, articles)
  if (article && (articles === null || articles.includes(article.id)) && session.view.getState().tab === 'review') void openReview(session, article.id)
}
