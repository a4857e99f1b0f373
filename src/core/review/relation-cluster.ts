import { groupBy } from '../agreement/group.ts'
import type { Relation } from '../model/annotation.ts'
import { memberKey, type Cluster, type Member } from './cluster.ts'
import { compareText } from './compare.ts'
import type { ReviewedSet } from './hash.ts'

/** A relation's ends, as what several annotators can share: the cluster of a record of this article, or a record elsewhere. */
export interface RelationEnds {
  /** Keys of clusters; of a record of another article or one that is gone, its path and id. */
  readonly from: string
  readonly to: string
}

export interface RelationCluster extends Cluster<Relation>, RelationEnds {}

/**
 * Relations between the same two things. Those of one type come together first; types that different annotators gave to the same
 * ends are then one difference. One annotator's second relation of the same kind stays apart.
 */
export function clusterRelations(
  sets: readonly ReviewedSet[],
  annotations: readonly Cluster[],
  typeOf: (id: string) => string,
): RelationCluster[] {
  const place = new Map<string, number>()
  const clusterOf = new Map<string, string>()
  for (const [index, { key, members }] of annotations.entries()) {
    place.set(key, index)
    for (const { annotator, record } of members) clusterOf.set(memberKey(annotator, record.id), key)
  }
  const all = sets.flatMap(({ set, hashes }) =>
    set.relations.map((record, index) => {
      const annotator = set.annotator.key
      const end = (at: Relation['from']): string =>
        (at.article === set.article.path ? clusterOf.get(memberKey(annotator, at.annotation)) : undefined) ?? `${at.article}\n${at.annotation}`
      const member: Member<Relation> = { annotator, record, sha256: hashes.relations[index] ?? '' }
      return { member, ends: { from: end(record.from), to: end(record.to) } }
    }),
  )
  const found = [...groupBy(all, ({ ends }) => JSON.stringify(ends)).values()].flatMap((same) => {
    const [first] = same
    return first ? bundles(same.map(({ member }) => member), typeOf).map((members) => asCluster(members, first.ends)) : []
  })
  const order = (end: string): number => place.get(end) ?? place.size
  return found.toSorted((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to) || compareText(a.key, b.key))
}

/** Members with the same ends, put together so that no annotator comes twice. */
function bundles(members: readonly Member<Relation>[], typeOf: (id: string) => string): Member<Relation>[][] {
  const sorted = members.toSorted((a, b) => compareText(a.annotator, b.annotator) || compareText(a.record.id, b.record.id))
  const sameType = [...groupBy(sorted, ({ record }) => typeOf(record.type)).entries()]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, alike]) => apart(alike.map((member) => [member])))
    .toSorted((a, b) => b.length - a.length)
  return apart(sameType)
}

/** Joins each list to the first one before it that shares no annotator with it. */
function apart(lists: readonly (readonly Member<Relation>[])[]): Member<Relation>[][] {
  const joined: Member<Relation>[][] = []
  for (const list of lists) {
    const home = joined.find((other) => !other.some((one) => list.some((two) => one.annotator === two.annotator)))
    if (home) home.push(...list)
    else joined.push([...list])
  }
  return joined
}

function asCluster(members: readonly Member<Relation>[], ends: RelationEnds): RelationCluster {
  const sorted = members.toSorted((a, b) => compareText(a.annotator, b.annotator))
  return { key: `relation\n${memberKey(sorted[0]?.annotator ?? '', sorted[0]?.record.id ?? '')}`, members: sorted, ...ends }
}
