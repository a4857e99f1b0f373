import { ratingsOf, type Ratings, type RawItem } from '../coding/ratings.ts'
import { boundariesKey, type SpanLike } from './span.ts'

/**
 * Spans with the same boundaries as items, and the label that each annotator gave as the value; null where an annotator has no
 * such span. Boundaries that someone marked more than once are left out, for there is no telling which label is meant; how many
 * is told. Label agreement stands on the items that two have; spans that only one marked are about finding, not about labels.
 */
export function coextensiveItems(annotators: readonly (readonly SpanLike[])[]): { readonly items: readonly RawItem[]; readonly stacked: number } {
  const labels = new Map<string, (string | null)[]>()
  const stacked = new Set<string>()
  for (const [annotator, spans] of annotators.entries()) {
    for (const span of spans) {
      const key = boundariesKey(span)
      const row = labels.get(key) ?? annotators.map(() => null)
      if (row[annotator] !== null) stacked.add(key)
      row[annotator] = span.label
      labels.set(key, row)
    }
  }
  const items = [...labels].filter(([key]) => !stacked.has(key)).map(([, row]) => ({ labels: row }))
  return { items, stacked: stacked.size }
}

/** Items of several documents as ratings of the labels. */
export function coextensiveRatings(documents: readonly (readonly (readonly SpanLike[])[])[], inventory?: readonly string[]): Ratings {
  const raters = Math.max(0, ...documents.map((annotators) => annotators.length))
  return ratingsOf(raters, documents.flatMap((annotators) => coextensiveItems(annotators).items), inventory)
}
