import { newId } from '../../core/model/environment.ts'
import type { Decision, MergeRule } from '../../core/model/review.ts'
import { applyPlan } from '../../core/review/bulk.ts'
import { takeBackBulk } from '../../core/review/changes.ts'
import type { Choice } from '../../core/review/decide.ts'
import { sameAnnotation } from '../../core/review/origin.ts'
import type { ReviewItem } from '../../core/review/review-article.ts'
import { planEverythingFrom, planRule, type Planned } from '../../core/review/rules.ts'
import { planSameWords } from '../../core/review/same-words.ts'
import { atHand, ownDecisions, type AtHand } from './review-items.ts'
import { applyReview, nextOpen, reviewContext, show } from './review-perform.ts'
import type { Session } from './session.ts'

/** What can be decided at once, to be looked at first. */
export type BulkKind =
  | { readonly how: 'rule'; readonly rule: MergeRule }
  | { readonly how: 'everything_from'; readonly annotator: string; readonly others: 'leave' | 'nothing' }
  | { readonly how: 'same_words' }

export function planBulk(hand: AtHand, kind: BulkKind): Planned[] {
  if (kind.how === 'rule') return planRule(hand.items, kind.rule, hand.codebook)
  if (kind.how === 'everything_from') return planEverythingFrom(hand.items, kind.annotator, kind.others)
  const item = hand.item?.item
  const choice = hand.item && choiceMade(hand.item, hand)
  return item?.kind === 'annotation' && choice ? planSameWords(item, choice, hand.items, hand.codebook) : []
}

/** The own decision on an item as the choice that it was, where it can be made elsewhere. */
function choiceMade(reviewed: ReviewItem, { own, codebook }: AtHand): Choice | null {
  const outcome = ownDecisions(reviewed, own)[0]?.outcome
  if (outcome?.kind === 'nothing') return { kind: 'nothing' }
  if (outcome?.kind !== 'annotation' || reviewed.item?.kind !== 'annotation') return null
  const from = reviewed.item.members.find(({ record }) => sameAnnotation(codebook, record, outcome.annotation))
  return from ? { kind: 'take', annotator: from.annotator } : null
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
    ...(kind.how === 'rule' ? { rule: kind.rule } : {}),
    ...(kind.how === 'everything_from' ? { annotator: kind.annotator } : {}),
  }
  const { diff, left } = applyPlan(context, planned, bulk)
  const gesture = kind.how === 'rule' ? 'merge_rule' : kind.how === 'everything_from' ? 'accept_everything' : 'decide_same'
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
