import { applyReviewDiff } from '../../core/review/diff.ts'
import { countItems } from '../../core/review/counts.ts'
import type { ReviewDiff } from '../../core/model/review.ts'
import { openReview } from './review-open.ts'
import { atHand, itemsOf, ownDecisions } from './review-items.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

const turns = new WeakMap<Session, Promise<void>>()

/** Takes back the last gesture of the own review, wherever it was made, or does it again, and goes there. Quick repeats wait for each other. */
export function stepReview(session: Session, step: 'undo' | 'redo'): Promise<void> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(() => go(session, step))
  turns.set(session, turn)
  return turn
}

async function go(session: Session, step: 'undo' | 'redo'): Promise<void> {
  const store = reviewOf(session)
  await reviewQueue(session).drained()
  const answer = await session.client.ask(step === 'undo' ? 'review.undo' : 'review.redo', null)
  if (!answer.ok) return sayError(session.view, answer.error)
  const change = answer.value?.changes[0]
  if (!answer.value || !change) return
  const { article } = store.getState()
  const here = answer.value.changes.find((each) => each.article === article?.id)
  const [own, ...others] = article?.reviews ?? []
  const made = own && here && own.revision + 1 === here.revision ? applyReviewDiff(own, here.diff) : null
  if (article && made?.ok) store.setState({ article: { ...article, reviews: [made.value, ...others] } })
  else await openReview(session, (here ?? change).article)
  const hand = atHand(session)
  if (!hand) return
  const touched = idsIn((here ?? change).diff)
  const item = hand.items.find((each) => ownDecisions(each, hand.own).some(({ id }) => touched.decisions.has(id)) || each.item?.members.some(({ record }) => touched.records.has(record.id)))
  const { open } = countItems(itemsOf(hand.article, hand.codebook, hand.only))
  store.setState((state) => ({ item: item?.key ?? state.item, mode: 'decide', told: { what: step === 'undo' ? 'undone' : 'redone', quote: '', count: 1, open } }))
}

function idsIn({ decisions: { added, updated, removed } }: ReviewDiff) {
  const all = [...added, ...removed, ...updated.flatMap(({ from, to }) => [from, to])]
  return { decisions: new Set(all.map(({ id }) => id)), records: new Set(all.flatMap(({ sources }) => sources.map(({ id }) => id))) }
}
