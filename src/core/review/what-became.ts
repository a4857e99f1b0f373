import type { Codebook } from '../model/codebook.ts'
import { sameAnnotation } from './origin.ts'
import type { HeldDecision, ReviewItem } from './review-article.ts'

/** `added`: the annotator was done and did not mark what the outcome has. `open`: not decided, put off, or decided in two ways. */
export type Fate = 'taken' | 'changed' | 'rejected' | 'added' | 'stale' | 'open'

export interface RecordFate {
  readonly key: string
  readonly fate: Fate
  /** The annotator's own record; null for what was added. */
  readonly record: string | null
  /** The decision that counts, with its reason; the outcome lies in it. */
  readonly outcome: HeldDecision | null
}

/** What became of an annotator's work on an article, record by record and in the items' order: relations, too. */
export function whatBecameOf(annotator: string, items: readonly ReviewItem[], codebook: Codebook): RecordFate[] {
  return items.flatMap((reviewed): RecordFate[] => {
    const { key, item, outcome } = reviewed
    const own = item?.members.find((member) => member.annotator === annotator)
    if (own) return [{ key, fate: fateOf(reviewed, own.record.id, codebook), record: own.record.id, outcome }]
    const lacks = item === null ? outcome !== null : item.lacking.includes(annotator)
    const made = outcome?.decision.outcome.kind
    const added = lacks && reviewed.status === 'decided' && (made === 'annotation' || made === 'relation')
    return added ? [{ key, fate: 'added', record: null, outcome }] : []
  })
}

export function fateOf({ item, status, outcome }: ReviewItem, record: string, codebook: Codebook): Fate {
  const made = outcome?.decision.outcome
  if (status === 'stale') return 'stale'
  if (!made || status !== 'decided') return 'open'
  if (made.kind === 'annotation' && item?.kind === 'annotation') {
    const own = item.members.find((member) => member.record.id === record)?.record
    return own && sameAnnotation(codebook, own, made.annotation) ? 'taken' : 'changed'
  }
  if (made.kind === 'relation' && item?.kind === 'relation') {
    return item.members.some((member) => member.record.id === record && member.record.type === made.relation.type) ? 'taken' : 'changed'
  }
  return 'rejected'
}
