import { progressOf, type AnnotationSet } from '../model/annotation-set.ts'
import type { Review } from '../model/review.ts'
import type { Round } from '../model/round.ts'

/** What decides whether a person may see colleagues' work on one article. */
export interface VisibilityQuestion {
  /** `blind` of `concord.json`; absent: yes. */
  readonly blind: boolean | undefined
  /** The person's own set on the article, if there is one. */
  readonly own: Pick<AnnotationSet, 'state' | 'annotations'> | null
  /** Whether an open round gives them the article to code. */
  readonly assigned: boolean
  /** Whether they said that they review the article without coding it, which is recorded as seen. */
  readonly reviewing: boolean
}

/** `code_first`: their own set is not done yet. `assigned`: they are to code it. `say_so`: they may, once they say that they review it. */
export type Visibility = { readonly visible: true } | { readonly visible: false; readonly why: 'code_first' | 'assigned' | 'say_so' }

/**
 * The one rule that everything asks which shows what a colleague did on an article: sets, reviews, the adjudicated set, counts,
 * suggestions, search, exports and bundles. It hides and does not encrypt. A set that was reopened hides the others again until it is done.
 */
export function mayView({ blind, own, assigned, reviewing }: VisibilityQuestion): Visibility {
  if (blind === false) return { visible: true }
  const progress = progressOf(own)
  if (progress === 'in_progress') return { visible: false, why: 'code_first' }
  if (progress !== 'not_started') return { visible: true }
  if (assigned) return { visible: false, why: 'assigned' }
  return reviewing ? { visible: true } : { visible: false, why: 'say_so' }
}

/** Whether a round that is not closed gives the article to this annotator. */
export function isAssigned(rounds: readonly Round[], annotator: string, articlePath: string): boolean {
  return rounds.some(
    (round) =>
      round.closed === undefined &&
      round.assignments.some(({ article, annotators }) => article === articlePath && annotators.includes(annotator)),
  )
}

/** Whether what this person codes on the article is still their own: they were shown no colleague's set on it. */
export function isUnseen(review: Pick<Review, 'seen'> | null): boolean {
  return review === null || review.seen.length === 0
}
