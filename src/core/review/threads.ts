import { groupBy } from '../agreement/group.ts'
import type { Annotator } from '../model/annotation-set.ts'
import type { Comment, Review } from '../model/review.ts'
import { memberKey } from './cluster.ts'
import { compareText } from './compare.ts'
import type { ReviewItem } from './review-article.ts'

export interface ThreadComment {
  readonly by: Annotator
  readonly comment: Comment
  /** How many comments it answers one after the other; 0 for one that answers none. */
  readonly depth: number
}

/**
 * Everybody's comments by what they are about, answers right after what they answer and otherwise by id, which is by time. A
 * comment whose thread was begun in a file that has not arrived stands for itself. Of two comments with one id the first reviewer's, by key, is shown.
 */
export function threadsOf(reviews: readonly Review[]): ReadonlyMap<string, readonly ThreadComment[]> {
  const all = new Map<string, { by: Annotator; comment: Comment }>()
  for (const { reviewer, comments } of reviews.toSorted((a, b) => compareText(a.reviewer.key, b.reviewer.key))) {
    for (const comment of comments) if (!all.has(comment.id)) all.set(comment.id, { by: reviewer, comment })
  }
  const sorted = [...all.values()].toSorted((a, b) => compareText(a.comment.id, b.comment.id))
  return new Map([...groupBy(sorted, ({ comment }) => subjectKey(comment.about))].map(([key, thread]) => [key, inOrder(thread)]))
}

function inOrder(thread: readonly { by: Annotator; comment: Comment }[]): ThreadComment[] {
  const known = new Set(thread.map(({ comment }) => comment.id))
  const answers = groupBy(thread, ({ comment }) => (comment.reply_to !== undefined && known.has(comment.reply_to) ? comment.reply_to : ''))
  const seen = new Set<string>()
  const below = (id: string, depth: number): ThreadComment[] =>
    (answers.get(id) ?? []).flatMap((one) => {
      if (seen.has(one.comment.id)) return []
      seen.add(one.comment.id)
      return [{ ...one, depth }, ...below(one.comment.id, depth + 1)]
    })
  const reached = below('', 0)
  // Comments that answer each other in a circle are nobody's answer: they are shown all the same.
  const circle = thread.filter(({ comment }) => !seen.has(comment.id)).map((one) => ({ ...one, depth: 0 }))
  return [...reached, ...circle]
}

export function subjectKey(about: Comment['about']): string {
  switch (about.kind) {
    case 'decision':
      return `decision\n${memberKey(about.reviewer, about.decision)}`
    case 'annotation':
      return `annotation\n${memberKey(about.annotator, about.annotation)}`
    case 'set':
      return `set\n${about.annotator}`
  }
}

/** What was said about an item: about its decisions first, then about the records themselves. */
export function threadOn({ item, held }: ReviewItem, threads: ReadonlyMap<string, readonly ThreadComment[]>): ThreadComment[] {
  const keys = [
    ...held.map(({ reviewer, decision }) => subjectKey({ kind: 'decision', reviewer: reviewer.key, decision: decision.id })),
    ...(item?.members ?? []).map(({ annotator, record }) => subjectKey({ kind: 'annotation', annotator, annotation: record.id })),
  ]
  return keys.flatMap((key) => threads.get(key) ?? [])
}
