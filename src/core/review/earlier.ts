import { resolveId } from '../codebook/lookup.ts'
import { quoteOf } from '../model/annotation.ts'
import type { Annotator } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Decision, Review } from '../model/review.ts'
import { memberKey } from './cluster.ts'
import { compareText } from './compare.ts'
import type { Item } from './differences.ts'
import type { ReviewedSet } from './hash.ts'
import { foldedQuote } from './same-words.ts'

/** A decision with what it was about, to be found again from other articles. */
export interface EarlierDecision {
  readonly article: string
  readonly reviewer: Annotator
  readonly decision: Decision
  /** Folded quotes and labels of the records that it was made on, and of its outcome. */
  readonly words: readonly string[]
  readonly labels: readonly string[]
  /** The first quote as it is written. */
  readonly quote: string
}

/** The decisions of one article. Those put off are left out; a rejection is found by the words of what was rejected. */
export function decisionsOn(article: string, sets: readonly ReviewedSet[], reviews: readonly Review[], codebook: Codebook): EarlierDecision[] {
  const known = new Map(sets.flatMap(({ set }) => set.annotations.map((record) => [memberKey(set.annotator.key, record.id), record] as const)))
  return reviews.flatMap(({ reviewer, decisions }) =>
    decisions.flatMap((decision): EarlierDecision[] => {
      const { outcome } = decision
      if (outcome.kind === 'later' || outcome.kind === 'relation') return []
      const records = decision.sources.flatMap(({ annotator, id }) => known.get(memberKey(annotator, id)) ?? [])
      const all = outcome.kind === 'annotation' ? [outcome.annotation, ...records] : records
      const [first] = all
      if (!first) return []
      const words = new Set(all.map((record) => foldedQuote(quoteOf(record))))
      const labels = new Set(all.map(({ label }) => resolveId(codebook, 'label', label)))
      return [{ article, reviewer, decision, words: [...words], labels: [...labels], quote: quoteOf(first) }]
    }),
  )
}

/** Those on the same words as the item, the ones on the same labels first, then by article; decisions on the item itself are left out. */
export function earlierOn(item: Item, candidates: readonly EarlierDecision[], codebook: Codebook, limit: number): EarlierDecision[] {
  if (item.kind !== 'annotation') return []
  const words = item.members.map(({ record }) => foldedQuote(quoteOf(record)))
  const labels = new Set(item.members.map(({ record }) => resolveId(codebook, 'label', record.label)))
  const own = new Set(item.members.map(({ annotator, record }) => memberKey(annotator, record.id)))
  const shared = (found: EarlierDecision): number => found.labels.filter((label) => labels.has(label)).length
  return candidates
    .filter((found) => found.words.some((quote) => words.includes(quote)) && !found.decision.sources.some(({ annotator, id }) => own.has(memberKey(annotator, id))))
    .toSorted((a, b) => shared(b) - shared(a) || compareText(a.article, b.article) || compareText(a.decision.id, b.decision.id))
    .slice(0, limit)
}
