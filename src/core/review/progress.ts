import type { Codebook } from '../model/codebook.ts'
import type { Review } from '../model/review.ts'
import { countItems, groupOf, isToDo, type ReviewCounts } from './counts.ts'
import type { ReviewedSet } from './hash.ts'
import { reviewArticle, type ReviewItem } from './review-article.ts'
import { standingOf, type SetStanding } from './standing.ts'

/** One annotator on one article. */
export interface ProgressCell {
  readonly annotator: string
  readonly standing: SetStanding
  readonly annotations: number
  /** What is to be decided of that which they marked, or which they lack and others have. */
  readonly open: number
}

/** One row of the matrix of articles by annotators. */
export interface ArticleProgress {
  readonly counts: ReviewCounts
  readonly cells: readonly ProgressCell[]
}

/** `items` are those of `reviewArticle`, where whoever asks has them already. */
export function articleProgress(
  sets: readonly ReviewedSet[],
  reviews: readonly Review[],
  codebook: Codebook,
  items: readonly ReviewItem[] = reviewArticle(sets, reviews, codebook),
): ArticleProgress {
  const open = items.filter((item) => isToDo(item) && !(groupOf(item) === 'agreed' && item.status === 'open'))
  const cells = sets.map(({ set }): ProgressCell => {
    const annotator = set.annotator.key
    const concerns = ({ item }: ReviewItem): boolean =>
      item !== null && (item.lacking.includes(annotator) || item.members.some((member) => member.annotator === annotator))
    return { annotator, standing: standingOf(set, reviews), annotations: set.annotations.length, open: open.filter(concerns).length }
  })
  return { counts: countItems(items), cells: cells.toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1)) }
}
