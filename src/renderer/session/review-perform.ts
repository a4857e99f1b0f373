import type { CommandContext } from '../../core/annotating/commands.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import { quoteOf } from '../../core/model/annotation.ts'
import type { Decision, Reason, ReviewDiff, ReviewGestureKind } from '../../core/model/review.ts'
import { removeDecisions, replaceDecisions } from '../../core/review/changes.ts'
import { countItems, isToDo } from '../../core/review/counts.ts'
import { decide, decideMissed, decideRelation, type Choice, type DecideOptions } from '../../core/review/decide.ts'
import { applyReviewDiff, isEmptyReviewDiff } from '../../core/review/diff.ts'
import type { ReviewItem } from '../../core/review/review-article.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Range } from '../../core/text/ranges.ts'
import { atHand, itemsOf, ownDecisions, walkOf } from './review-items.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewOf, type ReviewTold } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

export function reviewContext(session: Session): CommandContext | null {
  const hand = atHand(session)
  const { rows } = session.store.getState()
  return hand && { text: hand.article.text, codebook: hand.codebook, articleDate: rows.get(hand.article.id)?.date ?? null, environment: session.environment }
}

/** One gesture on the own review: shown at once, sent to main after what was done before. Says why when it cannot be. */
export function applyReview(session: Session, kind: ReviewGestureKind, diff: ReviewDiff, told: Pick<ReviewTold, 'what'> & Partial<ReviewTold>): boolean {
  const { environment } = session
  const hand = atHand(session)
  const project = session.store.getState().project
  if (!hand || !project) return false
  if (project.readOnly !== null) return refuse(session, fail('project.read_only', 'Nothing can be changed in this project.', project.readOnly))
  if (isEmptyReviewDiff(diff)) return true
  const made = applyReviewDiff(hand.own, diff)
  if (!made.ok) return refuse(session, made)
  const [, ...others] = hand.article.reviews
  const article = { ...hand.article, reviews: [made.value, ...others] }
  const { open } = countItems(itemsOf(article, hand.codebook, hand.only))
  reviewOf(session).setState({ article, told: { quote: '', count: 1, open, ...told } })
  session.store.setState({ save: { state: 'saving' } })
  const gesture = { id: newId(environment), at: timestamp(environment.now()), kind }
  reviewQueue(session).push({ gesture, changes: [{ article: article.id, base: hand.own.revision, diff }] })
  return true
}

function refuse(session: Session, refused: Extract<Result<unknown>, { ok: false }>): false {
  sayError(session.view, refused.error)
  return false
}

/** Decides what is at hand and goes on to the next that is to be decided. */
export function decideHere(session: Session, choice: Choice, options: DecideOptions = {}): void {
  const hand = atHand(session)
  const context = reviewContext(session)
  if (!hand?.item || !context) return
  const own = ownDecisions(hand.item, hand.own)
  const { item } = hand.item
  const all = { before: own[0], ...options }
  const made = item?.kind === 'relation' ? relationDecision(context, item, choice, all) : decide(context, item ?? { members: [] }, choice, all)
  if (!made.ok) return void refuse(session, made)
  const next = nextOpen(session)
  if (applyReview(session, 'decide', replaceDecisions(own, made.value), { what: toldOf(made.value), quote: quoteIn(hand.item) })) show(session, next)
}

function relationDecision(context: CommandContext, item: Extract<ReviewItem['item'], { kind: 'relation' }>, choice: Choice, options: DecideOptions): Result<Decision> {
  if (choice.kind === 'nothing' || choice.kind === 'later' || choice.kind === 'take') return decideRelation(context, item, choice, options)
  return fail('review.relation', 'A link has no words and values of its own.', 'Take one annotator’s link, or decide that there is none.')
}

/** What all missed becomes a record of the reviewer's own. */
export function addMissed(session: Session, label: string, range: Range): boolean {
  const hand = atHand(session)
  const context = reviewContext(session)
  if (!hand || !context) return false
  const made = decideMissed(context, label, [range])
  if (!made.ok) return refuse(session, made)
  const done = applyReview(session, 'decide', replaceDecisions([], made.value), { what: 'added', quote: hand.article.text.slice(range.start, range.end) })
  if (done) reviewOf(session).setState({ mode: 'decide', selection: { anchor: range.end, focus: range.end } })
  return done
}

/** The item is to be decided again, as far as this reviewer goes. */
export function reopenHere(session: Session): void {
  const hand = atHand(session)
  if (!hand?.item) return
  const own = ownDecisions(hand.item, hand.own)
  if (own.length > 0) applyReview(session, 'reopen', removeDecisions(own), { what: 'reopened', quote: quoteIn(hand.item) })
}

/** Why they differ, on the decision; kept with a “later” where nothing is decided yet. */
export function giveReason(session: Session, reason: Reason | null): void {
  const hand = atHand(session)
  const context = reviewContext(session)
  if (!hand?.item || !context) return
  const own = ownDecisions(hand.item, hand.own)
  const [before] = own
  const modified = timestamp(session.environment.now())
  const { reason: _, ...bare } = before ?? { reason: undefined }
  const made = before ? ({ ...bare, ...(reason ? { reason } : {}), modified } as Decision) : undecided(context, hand.item, reason)
  if (made) applyReview(session, 'decide', replaceDecisions(own, made), { what: 'reason', quote: quoteIn(hand.item) })
}

function undecided(context: CommandContext, { item }: ReviewItem, reason: Reason | null): Decision | null {
  if (!item) return null
  const options = { reason }
  const made = item.kind === 'relation' ? decideRelation(context, item, { kind: 'later' }, options) : decide(context, item, { kind: 'later' }, options)
  return made.ok ? made.value : null
}

/** The item after this one that is to be decided, around the end; null when none is left. */
export function nextOpen(session: Session): string | null {
  const walk = walkOf(session)
  const { item } = reviewOf(session).getState()
  const at = walk.findIndex(({ key }) => key === item)
  const after = [...walk.slice(at + 1), ...walk.slice(0, Math.max(0, at))]
  return (after.find((each) => isToDo(each) && each.status !== 'later') ?? after.find(isToDo))?.key ?? null
}

/** Goes to an item; null stays where it is. */
export function show(session: Session, key: string | null): void {
  reviewOf(session).setState((state) => ({ item: key ?? state.item, mode: 'decide', selection: { anchor: state.selection.focus, focus: state.selection.focus } }))
}

export function stepItem(session: Session, step: 1 | -1): void {
  const walk = walkOf(session)
  if (walk.length === 0) return
  const { item } = reviewOf(session).getState()
  const at = walk.findIndex(({ key }) => key === item)
  show(session, walk[at < 0 ? (step === 1 ? 0 : walk.length - 1) : (at + step + walk.length) % walk.length]?.key ?? null)
}

export function quoteIn({ item, held }: ReviewItem): string {
  if (item?.kind === 'annotation') return item.members[0] ? quoteOf(item.members[0].record) : ''
  const outcome = held[0]?.decision.outcome
  return outcome?.kind === 'annotation' ? quoteOf(outcome.annotation) : ''
}

function toldOf({ outcome }: Decision): ReviewTold['what'] {
  return outcome.kind === 'annotation' || outcome.kind === 'relation' ? outcome.origin : outcome.kind
}
