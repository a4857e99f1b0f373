import type { Annotator } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import type { Decision, Review } from '../../core/model/review.ts'
import { memberKey } from '../../core/review/cluster.ts'
import { countItems, groupOf, isToDo } from '../../core/review/counts.ts'
import { aspects, type ItemGroup } from '../../core/review/differences.ts'
import { participantsOf } from '../../core/review/participants.ts'
import { reviewArticle, type ReviewItem } from '../../core/review/review-article.ts'
import { threadsOf } from '../../core/review/threads.ts'
import { whatBecameOf, type Fate, type RecordFate } from '../../core/review/what-became.ts'
import type { ReviewedArticle } from '../../ipc/review-shapes.ts'
import { memoLast } from './memo.ts'
import { reviewOf, type ReviewState } from './review.ts'
import type { Session } from './session.ts'

/** Everything on the article, or what one annotator marked, with what was decided. The same array while nothing changed. */
export const itemsOf: (article: ReviewedArticle, codebook: Codebook, only: string | null) => readonly ReviewItem[] = memoLast(
  ({ sets, reviews }: ReviewedArticle, codebook: Codebook, only: string | null) => reviewArticle(sets, reviews, codebook, only === null ? {} : { among: [only] }),
)

export const countsOf = memoLast((items: readonly ReviewItem[]) => countItems(items))

export const threadsIn = memoLast((reviews: readonly Review[]) => threadsOf(reviews))

/** Annotators who take part, in the order of their keys: the digit of each is their place here. */
export const peopleOf: (article: Pick<ReviewedArticle, 'sets'>) => readonly Annotator[] = memoLast(({ sets }: Pick<ReviewedArticle, 'sets'>) => {
  const { done, unfinished } = participantsOf(sets)
  return sets.map(({ set }) => set.annotator).filter(({ key }) => done.includes(key) || unfinished.includes(key))
})

export const GROUPS: readonly ItemGroup[] = [...aspects, 'single', 'agreed']

/** A line of the list: a heading, or something to look at. */
export type ListLine =
  | { readonly kind: 'head'; readonly group: ItemGroup; readonly count: number }
  | { readonly kind: 'item'; readonly item: ReviewItem; readonly group: ItemGroup }

/** The list of differences as it is shown: group by group, in text order. What is decided goes, unless it is asked for. */
export const linesOf: (items: readonly ReviewItem[], list: ReviewState['list'], focus: ReviewState['focus']) => readonly ListLine[] = memoLast(
  (items: readonly ReviewItem[], { group: only, decided }: ReviewState['list'], focus: ReviewState['focus']) =>
    GROUPS.filter((group) => only === 'all' || group === only).flatMap((group): ListLine[] => {
      const found = items.filter((item) => groupOf(item) === group && (focus ? isAbout(item, focus) : decided || isToDo(item)))
      if (found.length === 0) return []
      return [{ kind: 'head', group, count: found.length }, ...found.map((item) => ({ kind: 'item' as const, item, group }))]
    }),
)

/** Whether one of these records is the item's. */
export function isAbout({ item }: ReviewItem, records: ReadonlySet<string>): boolean {
  return item?.members.some(({ annotator, record }) => records.has(memberKey(annotator, record.id))) ?? false
}

export const FATES: readonly Fate[] = ['changed', 'rejected', 'added', 'stale', 'open', 'taken']

/** What became of the own records, those first that tell something. */
export const fatesOf: (items: readonly ReviewItem[], annotator: string, codebook: Codebook) => readonly (RecordFate & { readonly item: ReviewItem })[] = memoLast(
  (items: readonly ReviewItem[], annotator: string, codebook: Codebook) => {
    const byKey = new Map(items.map((item) => [item.key, item]))
    const found = whatBecameOf(annotator, items, codebook).flatMap((fate) => {
      const item = byKey.get(fate.key)
      return item ? [{ ...fate, item }] : []
    })
    return FATES.flatMap((kind) => found.filter(({ fate }) => fate === kind))
  },
)

/** What is looked at now; null while nothing is. */
export interface AtHand {
  readonly article: ReviewedArticle
  readonly codebook: Codebook
  readonly own: Review
  readonly items: readonly ReviewItem[]
  readonly item: ReviewItem | null
  /** Whose set alone is gone through. */
  readonly only: string | null
}

export function atHand(session: Session): AtHand | null {
  const { article, item, only } = reviewOf(session).getState()
  const codebook = session.store.getState().project?.codebook
  const own = article?.reviews[0]
  if (!article || !codebook || !own || !article.visibility.visible) return null
  const items = itemsOf(article, codebook, only)
  return { article, codebook, own, items, only, item: items.find(({ key }) => key === item) ?? null }
}

const wholeOf = memoLast(({ sets, reviews }: ReviewedArticle, codebook: Codebook) => reviewArticle(sets, reviews, codebook))

/** Everybody's, also while one set is gone through: rules and the same words are about all. */
export function allItems({ article, codebook, items, only }: AtHand): readonly ReviewItem[] {
  return only === null ? items : wholeOf(article, codebook)
}

/** The reviewer's own decisions on an item; more than one where records came together since. */
export function ownDecisions({ held }: ReviewItem, own: Review): Decision[] {
  return held.flatMap(({ reviewer, decision }) => (reviewer.key === own.reviewer.key ? [decision] : []))
}

/** The keys in the order of the list. */
export function walkOf(session: Session): readonly ReviewItem[] {
  const hand = atHand(session)
  const { list, focus, became } = reviewOf(session).getState()
  if (!hand) return []
  if (became) return fatesOf(hand.items, hand.own.reviewer.key, hand.codebook).map(({ item }) => item)
  return linesOf(hand.items, list, focus).flatMap((line) => (line.kind === 'item' ? [line.item] : []))
}
