import { applyRecords, invertRecords, isEmptyRecordDiff, type RecordOrder } from '../model/record-diff.ts'
import type { Comment, Decision, Review, ReviewDiff, Standing } from '../model/review.ts'
import { fail, ok, type Result } from '../result.ts'
import { compareText } from './compare.ts'

const NOTHING = { added: [], updated: [], removed: [] }

export const EMPTY_REVIEW_DIFF: ReviewDiff = { decisions: NOTHING, comments: NOTHING, standings: NOTHING }

const DECISIONS: RecordOrder<Decision> = { keyOf: ({ id }) => id, compare: (a, b) => compareText(a.id, b.id) }
const COMMENTS: RecordOrder<Comment> = { keyOf: ({ id }) => id, compare: (a, b) => compareText(a.id, b.id) }
const STANDINGS: RecordOrder<Standing> = {
  keyOf: ({ annotator }) => annotator,
  compare: (a, b) => compareText(a.annotator, b.annotator),
}

export function isEmptyReviewDiff(diff: ReviewDiff): boolean {
  return [diff.decisions, diff.comments, diff.standings].every(isEmptyRecordDiff)
}

/** The diff that takes this one back. */
export function invertReviewDiff(diff: ReviewDiff): ReviewDiff {
  return {
    decisions: invertRecords(diff.decisions),
    comments: invertRecords(diff.comments),
    standings: invertRecords(diff.standings),
  }
}

/**
 * The review with a diff applied; records stay in the order of the file, by id or by annotator, and the revision goes up by one.
 * Refuses, and changes nothing, when what the diff starts from is no longer so.
 */
export function applyReviewDiff(review: Review, diff: ReviewDiff): Result<Review> {
  const decisions = applyRecords(review.decisions, diff.decisions, DECISIONS)
  if (!decisions.ok) return conflict(decisions.error)
  const comments = applyRecords(review.comments, diff.comments, COMMENTS)
  if (!comments.ok) return conflict(comments.error)
  const standings = applyRecords(review.standings, diff.standings, STANDINGS)
  if (!standings.ok) return conflict(standings.error)
  return ok({
    ...review,
    revision: review.revision + 1,
    standings: standings.value,
    decisions: decisions.value,
    comments: comments.value,
  })
}

function conflict(what: string) {
  return fail(
    'review.changed',
    `This can no longer be done as it was: it concerns ${what} of the review, and that has changed since.`,
    'Look at the decision as it is now and decide again.',
  )
}
