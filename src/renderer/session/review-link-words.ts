import { quoteOf } from '../../core/model/annotation.ts'
import type { ReviewItem } from '../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../ipc/review-shapes.ts'
import { memoLast } from './memo.ts'

/** The words at an end of a link, by the id of an annotator's record or of what was decided; null: of another article, or gone. */
export const endsIn: (article: ReviewedArticle) => (id: string) => string | null = memoLast(({ sets, reviews }: ReviewedArticle) => {
  const records = sets.flatMap(({ set }) => set.annotations)
  const decided = reviews.flatMap(({ decisions }) => decisions.flatMap(({ outcome }) => (outcome.kind === 'annotation' ? [outcome.annotation] : [])))
  const words = new Map([...records, ...decided].map((record) => [record.id, quoteOf(record)]))
  return (id: string) => words.get(id) ?? null
})

/** What a link starts from, to tell it from others of its kind; null where the item is no link. */
export function linkWords(article: ReviewedArticle, { item, held }: ReviewItem): string | null {
  const made = held[0]?.decision.outcome
  const relation = item?.kind === 'relation' ? item.members[0]?.record : made?.kind === 'relation' ? made.relation : undefined
  return relation ? endsIn(article)(relation.from.annotation) : null
}
