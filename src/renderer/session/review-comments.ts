import { newId, timestamp } from '../../core/model/environment.ts'
import type { Comment, Standing } from '../../core/model/review.ts'
import { commentDiff, joinDiffs, standingDiff } from '../../core/review/changes.ts'
import { makeStanding } from '../../core/review/standing.ts'
import { atHand } from './review-items.ts'
import { applyReview, quoteIn } from './review-perform.ts'
import type { Session } from './session.ts'

/** Says something about the item at hand: about its decision, else about the first record. `reply`: the comment that it answers. */
export function commentHere(session: Session, text: string, reply: string | null): boolean {
  const hand = atHand(session)
  if (!hand?.item) return false
  const { item, held } = hand.item
  const [first] = held
  const member = item?.members[0]
  const answered = reply === null ? undefined : hand.article.reviews.flatMap(({ comments }) => comments).find(({ id }) => id === reply)
  const about: Comment['about'] | null =
    answered?.about ??
    (first
      ? { kind: 'decision', reviewer: first.reviewer.key, decision: first.decision.id }
      : member
        ? { kind: 'annotation', annotator: member.annotator, annotation: member.record.id }
        : null)
  if (!about) return false
  const now = timestamp(session.environment.now())
  const comment: Comment = { id: newId(session.environment), about, ...(reply === null ? {} : { reply_to: reply }), text, created: now, modified: now }
  return applyReview(session, 'comment', commentDiff(hand.own, comment), { what: 'comment', quote: quoteIn(hand.item) })
}

/** Returns a colleague's set with a note, accepts it, or says that it is in review. */
export function setStanding(session: Session, annotator: string, status: Standing['status'], note: string): boolean {
  const hand = atHand(session)
  const set = hand?.article.sets.find((each) => each.set.annotator.key === annotator)?.set
  if (!hand || !set) return false
  const kind = status === 'returned' ? 'return_set' : status === 'accepted' ? 'accept_set' : 'begin_review'
  const standing = makeStanding(set, status, timestamp(session.environment.now()), note)
  return applyReview(session, kind, joinDiffs([standingDiff(hand.own, standing)]), { what: 'standing', quote: set.annotator.name })
}
