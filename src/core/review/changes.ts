import { sameJson } from '../model/equal.ts'
import type { Comment, Decision, Review, ReviewDiff, Standing } from '../model/review.ts'
import { EMPTY_REVIEW_DIFF } from './diff.ts'

/** One decision in place of those that the reviewer had on the same item: the first is updated, others go. */
export function replaceDecisions(own: readonly Decision[], decision: Decision): ReviewDiff {
  const before = own.find(({ id }) => id === decision.id)
  if (before && sameJson({ ...before, modified: '' }, { ...decision, modified: '' })) return EMPTY_REVIEW_DIFF
  return decisionsDiff({
    added: before ? [] : [decision],
    updated: before ? [{ from: before, to: decision }] : [],
    removed: own.filter(({ id }) => id !== decision.id),
  })
}

/** The item is open again, as far as this reviewer is concerned. */
export function removeDecisions(own: readonly Decision[]): ReviewDiff {
  return decisionsDiff({ added: [], updated: [], removed: [...own] })
}

/** What is left of a bulk: decisions that were made anew since no longer belong to it. */
export function takeBackBulk(review: Review, bulk: string): ReviewDiff {
  return removeDecisions(review.decisions.filter((decision) => decision.bulk?.id === bulk))
}

export function decisionsDiff(decisions: ReviewDiff['decisions']): ReviewDiff {
  return { ...EMPTY_REVIEW_DIFF, decisions }
}

export function standingDiff(review: Review, standing: Standing): ReviewDiff {
  const from = review.standings.find(({ annotator }) => annotator === standing.annotator)
  return { ...EMPTY_REVIEW_DIFF, standings: { added: from ? [] : [standing], updated: from ? [{ from, to: standing }] : [], removed: [] } }
}

/** A comment that is new, or edited where the review has one of its id. */
export function commentDiff(review: Review, comment: Comment): ReviewDiff {
  const from = review.comments.find(({ id }) => id === comment.id)
  return { ...EMPTY_REVIEW_DIFF, comments: { added: from ? [] : [comment], updated: from ? [{ from, to: comment }] : [], removed: [] } }
}

export function removeComment(comment: Comment): ReviewDiff {
  return { ...EMPTY_REVIEW_DIFF, comments: { added: [], updated: [], removed: [comment] } }
}

/** Several changes of different records as one gesture. */
export function joinDiffs(diffs: readonly ReviewDiff[]): ReviewDiff {
  const join = <T>(changes: readonly { added: T[]; updated: { from: T; to: T }[]; removed: T[] }[]) => ({
    added: changes.flatMap(({ added }) => added),
    updated: changes.flatMap(({ updated }) => updated),
    removed: changes.flatMap(({ removed }) => removed),
  })
  return {
    decisions: join(diffs.map(({ decisions }) => decisions)),
    comments: join(diffs.map(({ comments }) => comments)),
    standings: join(diffs.map(({ standings }) => standings)),
  }
}
