import type { CommandContext } from '../../core/annotating/commands.ts'
import { quoteOf } from '../../core/model/annotation.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import type { Decision, ReviewDiff } from '../../core/model/review.ts'
import { applyPlan } from '../../core/review/bulk.ts'
import { choiceOf } from '../../core/review/choice-of.ts'
import { countItems } from '../../core/review/counts.ts'
import type { Choice } from '../../core/review/decide.ts'
import type { AnnotationItem } from '../../core/review/differences.ts'
import { applyReviewDiff, isEmptyReviewDiff } from '../../core/review/diff.ts'
import { reviewArticle } from '../../core/review/review-article.ts'
import type { Planned } from '../../core/review/rules.ts'
import { foldedQuote, planSameWords } from '../../core/review/same-words.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ReviewedArticle } from '../../ipc/review-shapes.ts'
import { allItems, atHand, itemsOf, ownDecisions, type AtHand } from './review-items.ts'
import { nextOpen, show } from './review-perform.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** What would be decided as the item at hand was, article by article; the one at hand comes first. */
export interface Alike {
  readonly places: readonly { readonly article: ReviewedArticle; readonly planned: readonly Planned[] }[]
  /** Articles that were not looked at, and those beyond what is looked at at once. */
  readonly hidden: number
  readonly more: number
}

/** The own decision on the item at hand as a choice that can be made elsewhere. Null: there is none, or it was made by hand. */
function choiceAtHand(session: Session, hand: AtHand): { readonly item: AnnotationItem; readonly choice: Choice } | null {
  const item = allItems(hand).find(({ key }) => key === hand.item?.key)?.item
  const [made] = hand.item ? ownDecisions(hand.item, hand.own) : []
  if (item?.kind !== 'annotation' || !made) return null
  const choice = choiceOf(contextOf(session, hand.article, hand.codebook), item, made.outcome)
  return choice && { item, choice }
}

/** What decisions on an article are made with. */
export function contextOf(session: Session, { id, text }: ReviewedArticle, codebook: Codebook): CommandContext {
  return { text, codebook, articleDate: session.store.getState().rows.get(id)?.date ?? null, environment: session.environment }
}

/** Looks for the same question in every article whose review this person may open. */
export async function findAlike(session: Session): Promise<Result<Alike>> {
  const hand = atHand(session)
  const made = hand && choiceAtHand(session, hand)
  if (!hand || !made) return fail('review.by_hand', 'This was decided with changes of your own, which fit these words only.', 'Decide the others one by one.')
  await reviewQueue(session).drained()
  const words = [...new Set(made.item.members.map(({ record }) => foldedQuote(quoteOf(record))))]
  const answer = await session.client.ask('review.alike', { article: hand.article.id, words })
  if (!answer.ok) return answer
  const here = { article: hand.article, planned: planSameWords(made.item, made.choice, allItems(hand), hand.codebook) }
  const there = answer.value.articles.map((article) => ({
    article,
    planned: planSameWords(made.item, made.choice, reviewArticle(article.sets, article.reviews, hand.codebook), hand.codebook),
  }))
  const { hidden, more } = answer.value
  return ok({ places: [here, ...there].filter(({ planned }) => planned.length > 0), hidden, more })
}

/** All of it as one gesture, which one undo takes back everywhere. Answers how many were decided; null: refused, and said why. */
export function applyAlike(session: Session, { places }: Alike): number | null {
  const hand = atHand(session)
  const { environment } = session
  if (!hand) return null
  const bulk: NonNullable<Decision['bulk']> = { id: newId(environment), how: 'same_words' }
  const changes: { article: string; base: number; diff: ReviewDiff }[] = []
  let count = 0
  let shown = hand.article
  for (const { article, planned } of places) {
    const [own, ...others] = article.id === hand.article.id ? hand.article.reviews : article.reviews
    if (!own) continue
    const { diff, left } = applyPlan(contextOf(session, article, hand.codebook), planned, bulk)
    const next = applyReviewDiff(own, diff)
    if (!next.ok) {
      sayError(session.view, next.error)
      return null
    }
    if (isEmptyReviewDiff(diff)) continue
    count += planned.length - left
    changes.push({ article: article.id, base: own.revision, diff })
    if (article.id === hand.article.id) shown = { ...hand.article, reviews: [next.value, ...others] }
  }
  if (changes.length === 0) return 0
  const { open } = countItems(itemsOf(shown, hand.codebook, hand.only))
  reviewOf(session).setState({ article: shown, told: { what: 'bulk', quote: '', count, open } })
  session.store.setState({ save: { state: 'saving' } })
  reviewQueue(session).push({ gesture: { id: newId(environment), at: timestamp(environment.now()), kind: 'decide_same' }, changes })
  if (hand.item && places[0]?.planned.some(({ key }) => key === hand.item?.key)) show(session, nextOpen(session))
  return count
}
