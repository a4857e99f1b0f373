import { boundariesKey } from '../agreement/spans/span.ts'
import { groupBy } from '../agreement/group.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Annotator } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Decision, Review } from '../model/review.ts'
import { memberKey } from './cluster.ts'
import { compareText } from './compare.ts'
import { differences, type Item } from './differences.ts'
import type { ReviewedSet } from './hash.ts'
import { sameOutcome } from './origin.ts'

/**
 * Why a decision no longer fits what it was made on: a record was changed since, is gone, another annotator's came to it, or the
 * records are not about the same thing any more.
 */
export interface StaleReason {
  readonly why: 'changed' | 'removed' | 'joined' | 'apart'
  readonly annotator: string
  readonly id: string
}

export interface HeldDecision {
  readonly reviewer: Annotator
  readonly decision: Decision
  /** Empty: it was made on exactly the records that are there now. */
  readonly stale: readonly StaleReason[]
}

/** `conflict`: two reviewers decided differently. `stale`: decided, to be looked at again. */
export type ItemStatus = 'open' | 'later' | 'decided' | 'stale' | 'conflict'

export interface ReviewItem {
  readonly key: string
  /**
   * Null: nobody has a record here, because a reviewer added what all missed, or because the records are gone. To want nothing here,
   * a reviewer takes the decision back.
   */
  readonly item: Item | null
  readonly status: ItemStatus
  /** All reviewers' decisions on it, by reviewer. */
  readonly held: readonly HeldDecision[]
  /** What counts: of a decided or stale item. */
  readonly outcome: HeldDecision | null
}

/** Everything on one article with what was decided on it: what somebody marked first, in text order, then the rest. */
export function reviewArticle(
  sets: readonly ReviewedSet[],
  reviews: readonly Review[],
  codebook: Codebook,
  options: { readonly among?: readonly string[] | undefined } = {},
): ReviewItem[] {
  const decisions = reviews
    .flatMap(({ reviewer, decisions }) => decisions.map((decision) => ({ reviewer, decision })))
    .toSorted((a, b) => compareText(a.reviewer.key, b.reviewer.key) || compareText(a.decision.id, b.decision.id))
  const together = decisions.map(({ decision }) => decision.sources).filter((sources) => sources.length > 1)
  const items = differences(sets, codebook, { together })
  const held = heldByItem(items, decisions, codebook)
  const viewed = options.among ? new Map(differences(sets, codebook, { together, among: options.among }).map((item) => [item.key, item])) : null
  const marked = items.flatMap((item) => {
    const shown = viewed ? viewed.get(item.key) : item
    const own = held.get(item.key) ?? []
    held.delete(item.key)
    return shown ? [asReviewItem(item.key, shown, own, codebook)] : []
  })
  return [...marked, ...[...held].map(([key, own]) => asReviewItem(key, null, own, codebook))]
}

function asReviewItem(key: string, item: Item | null, held: readonly HeldDecision[], codebook: Codebook): ReviewItem {
  const real = held.filter(({ decision }) => decision.outcome.kind !== 'later')
  const current = real.filter(({ stale }) => stale.length === 0)
  const counting = current.length > 0 ? current : real
  const [first, ...rest] = counting
  if (!first) return { key, item, held, outcome: null, status: held.length > 0 ? 'later' : 'open' }
  if (rest.some((other) => !sameOutcome(codebook, first.decision.outcome, other.decision.outcome))) {
    return { key, item, held, outcome: null, status: 'conflict' }
  }
  return { key, item, held, outcome: first, status: current.length > 0 ? 'decided' : 'stale' }
}

interface Place {
  readonly item: Item
  readonly sha256: string
}

function heldByItem(items: readonly Item[], decisions: readonly Omit<HeldDecision, 'stale'>[], codebook: Codebook): Map<string, HeldDecision[]> {
  const places = groupBy(
    items.flatMap((item) => item.members.map(({ annotator, record, sha256 }) => ({ key: memberKey(annotator, record.id), item, sha256 }))),
    ({ key }) => key,
  )
  const marked = new Map(
    items.flatMap((item) => (item.kind === 'annotation' ? item.members.map(({ record }) => [wordsKey(record, codebook), item] as const) : [])),
  )
  const placed = decisions.map(({ reviewer, decision }) => {
    const found = decision.sources.map(({ annotator, id, sha256 }): Place | undefined => {
      const there = places.get(memberKey(annotator, id))
      return there?.find((place) => place.sha256 === sha256) ?? there?.[0]
    })
    const { outcome } = decision
    const same = decision.sources.length === 0 && outcome.kind === 'annotation' ? marked.get(wordsKey(outcome.annotation, codebook)) : undefined
    const home = same ?? homeOf(items, found)
    return { key: home?.key ?? loneKey(decision, codebook), held: { reviewer, decision, stale: staleReasons(decision, found, home) } }
  })
  return new Map([...groupBy(placed, ({ key }) => key)].map(([key, group]) => [key, group.map(({ held }) => held)]))
}

/** The item that has most of what was decided on, the first of equals. */
function homeOf(items: readonly Item[], found: readonly (Place | undefined)[]): Item | undefined {
  const counts = new Map<Item, number>()
  for (const place of found) if (place) counts.set(place.item, (counts.get(place.item) ?? 0) + 1)
  if (counts.size < 2) return counts.keys().next().value
  const most = Math.max(...counts.values())
  return items.find((item) => counts.get(item) === most)
}

function staleReasons({ sources }: Decision, found: readonly (Place | undefined)[], home: Item | undefined): StaleReason[] {
  const reasons = sources.flatMap(({ annotator, id, sha256 }, index): StaleReason[] => {
    const place = found[index]
    if (!place) return [{ why: 'removed', annotator, id }]
    if (place.sha256 !== sha256) return [{ why: 'changed', annotator, id }]
    return place.item === home ? [] : [{ why: 'apart', annotator, id }]
  })
  const joined = (home?.members ?? []).filter(({ annotator, record }) => !sources.some((source) => source.annotator === annotator && source.id === record.id))
  return [...reasons, ...joined.map(({ annotator, record }) => ({ why: 'joined' as const, annotator, id: record.id }))]
}

/** Two reviewers' decisions on what nobody has meet here: on records that are gone, or on the same words that all missed. */
function loneKey({ id, sources, outcome }: Decision, codebook: Codebook): string {
  const [first] = sources
  if (first) return `gone\n${memberKey(first.annotator, first.id)}`
  if (outcome.kind === 'annotation') return `added\n${wordsKey(outcome.annotation, codebook)}`
  if (outcome.kind === 'relation') return `added\n${JSON.stringify([resolveId(codebook, 'relation', outcome.relation.type), outcome.relation.from, outcome.relation.to])}`
  return `added\n${id}`
}

function wordsKey(record: Annotation, codebook: Codebook): string {
  return `${boundariesKey(record)}\n${resolveId(codebook, 'label', record.label)}`
}
