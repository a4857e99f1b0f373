import type { Comment, Review } from '../model/review.ts'

/**
 * What of a colleague's review concerns this annotator's own set and nobody else's: it may be shown while others' sets are hidden,
 * as to somebody who reworks a set that was returned.
 */
export function reviewOfOwn(review: Review, annotator: string): Review {
  const decisions = review.decisions.filter(({ sources }) => sources.length > 0 && sources.every((source) => source.annotator === annotator))
  const shown = new Set(decisions.map(({ id }) => id))
  const isOwn = ({ about }: Comment) => (about.kind === 'decision' ? about.reviewer === review.reviewer.key && shown.has(about.decision) : about.annotator === annotator)
  return {
    ...review,
    seen: [],
    standings: review.standings.filter((standing) => standing.annotator === annotator),
    decisions,
    comments: review.comments.filter(isOwn),
  }
}

/** Whether a reviewer has begun with this annotator's set: what is coded from then on may come from the review. */
export function isReviewOf({ decisions, standings, comments }: Review, annotator: string): boolean {
  return (
    decisions.some(({ sources }) => sources.some((source) => source.annotator === annotator)) ||
    standings.some((standing) => standing.annotator === annotator) ||
    comments.some(({ about }) => about.kind !== 'decision' && about.annotator === annotator)
  )
}
