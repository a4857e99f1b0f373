import { resolveId } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Review } from '../model/review.ts'
import type { ReviewedSet } from './hash.ts'
import { participantsOf } from './participants.ts'
import { reviewArticle } from './review-article.ts'
import { fateOf } from './what-became.ts'

/** What became of one annotator's records under review. A reviewer who sees labels is led by them: this is never agreement. */
export interface Acceptance {
  readonly annotator: string
  /** Id as it is read now; of what was added, the label that it was given. */
  readonly label: string
  /** The outcome says the same, whoever's record it was taken from. */
  taken: number
  changed: number
  rejected: number
  /** The outcome has something that the annotator, who was done, did not mark. */
  added: number
  /** Decided on, and changed since: not counted above. */
  stale: number
  /** Not decided on, put off, or decided in two ways. */
  open: number
}

/** The counts of one article, by annotator and label; those of several are added with `addAcceptance`. */
export function acceptanceOf(sets: readonly ReviewedSet[], reviews: readonly Review[], codebook: Codebook): Acceptance[] {
  const found = new Map<string, Acceptance>()
  const entry = (annotator: string, label: string): Acceptance => {
    const id = resolveId(codebook, 'label', label)
    const key = `${annotator}\n${id}`
    const known = found.get(key) ?? { annotator, label: id, taken: 0, changed: 0, rejected: 0, added: 0, stale: 0, open: 0 }
    found.set(key, known)
    return known
  }
  const { done } = participantsOf(sets)
  for (const reviewed of reviewArticle(sets, reviews, codebook)) {
    const { item, outcome, status } = reviewed
    if (item?.kind === 'relation') continue
    const made = outcome?.decision.outcome
    const members = item?.members ?? []
    for (const { annotator, record } of members) entry(annotator, record.label)[fateOf(reviewed, record.id, codebook)] += 1
    if (made?.kind !== 'annotation' || status !== 'decided') continue
    for (const annotator of done) {
      if (!members.some((member) => member.annotator === annotator)) entry(annotator, made.annotation.label).added += 1
    }
  }
  return [...found.values()]
}

export function addAcceptance(articles: readonly (readonly Acceptance[])[]): Acceptance[] {
  const sums = new Map<string, Acceptance>()
  for (const count of articles.flat()) {
    const key = `${count.annotator}\n${count.label}`
    const sum = sums.get(key)
    if (!sum) {
      sums.set(key, { ...count })
      continue
    }
    sum.taken += count.taken
    sum.changed += count.changed
    sum.rejected += count.rejected
    sum.added += count.added
    sum.stale += count.stale
    sum.open += count.open
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
}
