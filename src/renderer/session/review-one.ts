import type { Annotator } from '../../core/model/annotation-set.ts'
import type { ReviewedArticle } from '../../ipc/review-shapes.ts'
import { atHand, peopleOf, walkOf } from './review-items.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'

/** Colleagues whose set can be gone through by itself; none where there is only one set, which is gone through anyway. */
export function colleaguesIn(article: Pick<ReviewedArticle, 'sets' | 'reviews'>): readonly Annotator[] {
  const people = peopleOf(article)
  const me = article.reviews[0]?.reviewer.key
  return people.length < 2 ? [] : people.filter(({ key }) => key !== me)
}

/** Goes through one annotator's set alone, or back to everybody's, side by side. The difference at hand stays where it is in both. */
export function lookAtOne(session: Session, only: string | null): void {
  const store = reviewOf(session)
  store.setState(({ wants }) => ({ only, focus: null, became: false, mode: 'decide', list: { group: 'all', decided: store.getState().list.decided }, wants: wants + 1 }))
  if (!atHand(session)?.item) store.setState({ item: walkOf(session)[0]?.key ?? null })
}

/** From all sets to the first colleague's, on to the next one's, and back to all. */
export function nextOne(session: Session): void {
  const hand = atHand(session)
  if (!hand) return
  const others = colleaguesIn(hand.article)
  const at = others.findIndex(({ key }) => key === hand.only)
  lookAtOne(session, others[at + 1]?.key ?? null)
}
