import type { Codebook } from '../model/codebook.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Reason } from '../model/review.ts'
import type { Aspect } from './differences.ts'
import type { ReviewItem } from './review-article.ts'

/** How often colleagues differed in one way over the same labels, and why, as reviewers saw it. */
export interface ConflictKind {
  readonly aspect: Aspect
  /** Ids of the labels in play, in code-unit order: two or more where the label differs. */
  readonly labels: readonly string[]
  readonly items: number
  readonly reasons: Readonly<Partial<Record<Reason['code'], number>>>
  /** Keys of the items, to go there. */
  readonly keys: readonly string[]
}

/** Kinds of conflict, the most frequent first: where the codebook may need a rule. */
export function conflictKinds(items: readonly ReviewItem[], codebook: Codebook): ConflictKind[] {
  const found = new Map<string, { aspect: Aspect; labels: string[]; items: number; reasons: Partial<Record<Reason['code'], number>>; keys: string[] }>()
  for (const { key, item, outcome } of items) {
    if (item?.kind !== 'annotation') continue
    const labels = [...new Set(item.members.map(({ record }) => resolveId(codebook, 'label', record.label)))].toSorted()
    for (const aspect of item.aspects) {
      const id = JSON.stringify([aspect, labels])
      const kind = found.get(id) ?? { aspect, labels, items: 0, reasons: {}, keys: [] }
      found.set(id, kind)
      kind.items += 1
      kind.keys.push(key)
      const code = outcome?.decision.reason?.code
      if (code) kind.reasons[code] = (kind.reasons[code] ?? 0) + 1
    }
  }
  return [...found].toSorted(([a, one], [b, other]) => other.items - one.items || (a < b ? -1 : 1)).map(([, kind]) => kind)
}
