import { newId } from '../../core/model/environment.ts'
import type { Decision, MergeRule } from '../../core/model/review.ts'
import { applyPlan } from '../../core/review/bulk.ts'
import { takeBackBulk } from '../../core/review/changes.ts'
import { planEverythingFrom, planRule, type Planned } from '../../core/review/rules.ts'
import { allItems, atHand, type AtHand } from './review-items.ts'
import { applyReview, nextOpen, reviewContext, show } from './review-perform.ts'
import type { Session } from './session.ts'

/** What can be decided at once, to be looked at first. */
export type BulkKind =
  | { readonly how: 'rule'; readonly rule: MergeRule }
  | { readonly how: 'everything_from'; readonly annotator: string; readonly others: 'leave' | 'nothing' }

export function planBulk(hand: AtHand, kind: BulkKind): Planned[] {
  if (kind.how === 'rule') return planRule(allItems(hand), kind.rule, hand.codebook)
  return planEverythingFrom(allItems(hand), kind.annotator, kind.others)
}

/** All that was planned as one gesture, marked as made at once. */
export function applyBulk(session: Session, kind: BulkKind): boolean {
  const hand = atHand(session)
  const context = reviewContext(session)
  if (!hand || !context) return false
  const planned = planBulk(hand, kind)
  const bulk: NonNullable<Decision['bulk']> = {
    id: newId(session.environment),
    how: kind.how,
    ...(kind.how === 'rule' ? { rule: kind.rule } : { annotator: kind.annotator }),
  }
  const { diff, left } = applyPlan(context, planned, bulk)
  const gesture = kind.how === 'rule' ? 'merge_rule' : 'accept_everything'
  const done = applyReview(session, gesture, diff, { what: 'bulk', count: planned.length - left })
  if (done && hand.item && planned.some(({ key }) => key === hand.item?.key)) show(session, nextOpen(session))
  return done
}

/** Everything that one bulk decided and that was not decided anew since is open again. */
export function takeBack(session: Session, bulk: string): void {
  const hand = atHand(session)
  if (!hand) return
  const diff = takeBackBulk(hand.own, bulk)
  applyReview(session, 'reopen', diff, { what: 'reopened', count: diff.decisions.removed.length })
}
