import { aspects, type ItemGroup } from './differences.ts'
import type { ItemStatus, ReviewItem } from './review-article.ts'

/** Of the differences; what all agree on and nobody has decided stands beside them. */
export interface ReviewCounts {
  /** Differences, or records of the one annotator there is; with all that a reviewer decided. */
  readonly total: number
  /** To be decided: open, put off, stale or in conflict. */
  readonly open: number
  readonly byStatus: Readonly<Record<ItemStatus, number>>
  readonly byGroup: Readonly<Record<ItemGroup, { readonly total: number; readonly open: number }>>
  /** Agreed on, and not yet merged by a rule. */
  readonly agreed: number
}

/** “37 of 52 open”, and the figures beside each group of the list. */
export function countItems(items: readonly ReviewItem[]): ReviewCounts {
  const byStatus: Record<ItemStatus, number> = { open: 0, later: 0, decided: 0, stale: 0, conflict: 0 }
  const groups: ItemGroup[] = [...aspects, 'single', 'agreed']
  const byGroup = new Map(groups.map((group) => [group, { total: 0, open: 0 }]))
  let agreed = 0
  let total = 0
  for (const item of items) {
    const group = groupOf(item)
    const count = byGroup.get(group)
    if (count) count.total += 1
    if (count && isToDo(item)) count.open += 1
    if (group === 'agreed' && (item.status === 'open' || item.status === 'decided')) {
      if (item.status === 'open') agreed += 1
      continue
    }
    byStatus[item.status] += 1
    total += 1
  }
  const of = (group: ItemGroup): { total: number; open: number } => byGroup.get(group) ?? { total: 0, open: 0 }
  return {
    total,
    open: total - byStatus.decided,
    byStatus,
    agreed,
    byGroup: {
      only_some: of('only_some'),
      label: of('label'),
      boundaries: of('boundaries'),
      attributes: of('attributes'),
      relations: of('relations'),
      single: of('single'),
      agreed: of('agreed'),
    },
  }
}

/** What a reviewer added stands with what only some have, and a link with the links. */
export function groupOf({ item, held }: ReviewItem): ItemGroup {
  return item?.group ?? (held[0]?.decision.outcome.kind === 'relation' ? 'relations' : 'only_some')
}

export function isToDo({ status }: Pick<ReviewItem, 'status'>): boolean {
  return status !== 'decided'
}
