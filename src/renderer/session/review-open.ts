import { lookAgain, lookOver } from './review-overview.ts'
import { atHand, isAbout, walkOf } from './review-items.ts'
import { reviewQueue } from './review-queue.ts'
import { NO_ARTICLE, reviewOf } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Opens an article's review; a later call wins. `reviewing`: the person says that they review it without coding it. */
export async function openReview(session: Session, id: string, reviewing = false): Promise<void> {
  const store = reviewOf(session)
  store.setState({ opening: id })
  session.view.setState({ tab: 'review', drawer: null })
  await Promise.all([session.queue.drained(), reviewQueue(session).drained()])
  const answer = await session.client.ask('review.open', { article: id, reviewing })
  if (store.getState().opening !== id) return
  if (!answer.ok) {
    store.setState({ opening: null })
    return sayError(session.view, answer.error)
  }
  const shown = store.getState().article
  const same = shown?.id === id && shown.visibility.visible
  store.setState(same ? { article: answer.value, opening: null } : { ...NO_ARTICLE, article: answer.value })
  if (answer.value.visibility.visible) void lookBack(session, id)
  const hand = same ? null : atHand(session)
  if (hand) store.setState({ item: walkOf(session)[0]?.key ?? null })
}

/** Opens an article's review on exactly these records, and on the one that was chosen among them: the spans behind a number. */
export async function openReviewOn(session: Session, id: string, records: readonly string[], chosen: readonly string[]): Promise<void> {
  await openReview(session, id)
  const hand = atHand(session)
  if (hand?.article.id !== id) return
  const item = hand.items.find((each) => isAbout(each, new Set(chosen)))
  reviewOf(session).setState({ only: null, became: false, mode: 'decide', list: { group: 'all', decided: false }, focus: new Set(records), item: item?.key ?? null })
}

/** What was decided on the same words elsewhere: a help, so that its absence is no error. */
async function lookBack(session: Session, id: string): Promise<void> {
  const store = reviewOf(session)
  const answer = await session.client.ask('review.earlier', { article: id })
  if (answer.ok && store.getState().article?.id === id) store.setState({ earlier: answer.value })
}

/** Back to the matrix, with what was decided meanwhile. */
export function leaveReview(session: Session): void {
  const store = reviewOf(session)
  const { article } = store.getState()
  store.setState(NO_ARTICLE)
  session.view.setState({ tab: 'review' })
  if (article) void reviewQueue(session).drained().then(() => lookAgain(session, [article.id]))
}

/** The tab is shown: the matrix is asked for again, as one's own sets may have changed meanwhile. */
export function showReview(session: Session): void {
  session.view.setState({ tab: 'review' })
  if (!reviewOf(session).getState().article) void lookOver(session)
}
