import type { Annotation } from '../../core/model/annotation.ts'
import { quoteOf } from '../../core/model/annotation.ts'
import { decideMissedRelation } from '../../core/review/decide.ts'
import { replaceDecisions } from '../../core/review/changes.ts'
import type { ReviewItem } from '../../core/review/review-article.ts'
import { atHand, allItems } from './review-items.ts'
import { applyReview, reviewContext } from './review-perform.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** The record of the adjudicated set that an item has become; null while it is not decided, or nothing belongs there. */
export function outcomeRecord({ outcome }: ReviewItem): Annotation | null {
  const made = outcome?.decision.outcome
  return made?.kind === 'annotation' ? made.annotation : null
}

/** What a missed link would start from: the outcome at hand, where there is another one that it could lead to. */
export function linkStart(session: Session): Annotation | null {
  const hand = atHand(session)
  const from = hand?.item ? outcomeRecord(hand.item) : null
  return from && linkTargets(session, from).length > 0 ? from : null
}

/** The other records of the outcome, in text order. */
export function linkTargets(session: Session, from: Annotation): Annotation[] {
  const hand = atHand(session)
  return hand ? allItems(hand).flatMap((item) => outcomeRecord(item) ?? []).filter(({ id }) => id !== from.id) : []
}

/** A link that all missed, between two records of the outcome. */
export function addLink(session: Session, type: string, from: Annotation, to: Annotation): boolean {
  const hand = atHand(session)
  const context = reviewContext(session)
  const article = hand && session.store.getState().rows.get(hand.article.id)?.path
  if (!hand || !context || article === null || article === undefined) return false
  const made = decideMissedRelation(context, type, { article, annotation: from.id }, { article, annotation: to.id })
  if (!made.ok) {
    sayError(session.view, made.error)
    return false
  }
  const done = applyReview(session, 'decide', replaceDecisions([], made.value), { what: 'added', quote: quoteOf(from) })
  if (done) reviewOf(session).setState({ mode: 'decide' })
  return done
}
