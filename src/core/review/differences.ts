import { boundariesKey } from '../agreement/spans/span.ts'
import { resolveId } from '../codebook/lookup.ts'
import { hullEnd, hullStart, type Relation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Source } from '../model/review.ts'
import { clusterAnnotations, type Cluster, type Member } from './cluster.ts'
import { compareAttributes, type AttributeComparison } from './compare-attributes.ts'
import type { ReviewedSet } from './hash.ts'
import { participantsOf, type Participants } from './participants.ts'
import { clusterRelations, type RelationEnds } from './relation-cluster.ts'

/** How annotators differ on one thing, in the order in which the list of differences is grouped. */
export const aspects = ['only_some', 'label', 'boundaries', 'attributes', 'relations'] as const
export type Aspect = (typeof aspects)[number]

/** `agreed`: they do not differ. `single`: only one annotator takes part, so there is nobody to differ from. */
export type ItemGroup = Aspect | 'agreed' | 'single'

interface Compared {
  /** Of the item: the same as long as its first record is. */
  readonly key: string
  readonly group: ItemGroup
  readonly aspects: readonly Aspect[]
  /** Annotators that are done and have no such record, by key. */
  readonly lacking: readonly string[]
}

export interface AnnotationItem extends Compared {
  readonly kind: 'annotation'
  readonly members: readonly Member[]
  readonly attributes: readonly AttributeComparison[]
  /** Of all records together, UTF-16. */
  readonly start: number
  readonly end: number
}

export interface RelationItem extends Compared, RelationEnds {
  readonly kind: 'relation'
  readonly members: readonly Member<Relation>[]
}

export type Item = AnnotationItem | RelationItem

export interface DifferenceOptions {
  readonly together?: readonly (readonly Source[])[]
  /** Only these annotators are compared. What belongs together is found among all, so that decisions fit whoever is looked at. */
  readonly among?: readonly string[] | undefined
}

/** Everything that somebody marked, each thing once, in text order, with how the annotators differ on it; relations come last. */
export function differences(sets: readonly ReviewedSet[], codebook: Codebook, { together = [], among }: DifferenceOptions = {}): Item[] {
  const { done, unfinished } = participantsOf(sets)
  const chosen = (annotator: string): boolean => among === undefined || among.includes(annotator)
  const participants = { done: done.filter(chosen), unfinished: unfinished.filter(chosen) }
  const clusters = clusterAnnotations(sets, { codebook, together })
  const relations = clusterRelations(sets, clusters, (id) => resolveId(codebook, 'relation', id))
  const marked = <T extends { readonly members: readonly { readonly annotator: string }[] }>(found: readonly T[]): T[] =>
    found.filter(({ members }) => shown(members, participants).length > 0)
  return [
    ...marked(clusters).map((cluster) => annotationItem(cluster, codebook, participants)),
    ...marked(relations).map(({ key, members, from, to }): RelationItem => {
      const type = (member: Member<Relation>): string => resolveId(codebook, 'relation', member.record.type)
      const seen = shown(members, participants)
      const lacking = lackingOf(members, participants)
      const found: Aspect[] = lacking.length > 0 || seen.some((member) => seen[0] && type(member) !== type(seen[0])) ? ['relations'] : []
      return { kind: 'relation', key, members, from, to, lacking, aspects: found, group: groupOf(found, seen, lacking) }
    }),
  ]
}

function annotationItem({ key, members }: Cluster, codebook: Codebook, participants: Participants): AnnotationItem {
  const seen = shown(members, participants)
  const lacking = lackingOf(members, participants)
  const differ = (of: (member: Member) => string): boolean => new Set(seen.map(of)).size > 1
  const attributes = compareAttributes(codebook, members)
  const same = seen.length === members.length ? attributes : compareAttributes(codebook, seen)
  const holds: Readonly<Record<Aspect, boolean>> = {
    only_some: lacking.length > 0,
    label: differ(({ record }) => resolveId(codebook, 'label', record.label)),
    boundaries: differ(({ record }) => boundariesKey(record)),
    attributes: same.some(({ outcome }) => outcome === 'differs'),
    relations: false,
  }
  const found = aspects.filter((aspect) => holds[aspect])
  const start = Math.min(...members.map(({ record }) => hullStart(record)))
  const end = Math.max(...members.map(({ record }) => hullEnd(record)))
  return { kind: 'annotation', key, members, lacking, aspects: found, group: groupOf(found, seen, lacking), attributes, start, end }
}

function shown<T extends { readonly annotator: string }>(members: readonly T[], { done, unfinished }: Participants): T[] {
  return members.filter(({ annotator }) => done.includes(annotator) || unfinished.includes(annotator))
}

function lackingOf(members: readonly { readonly annotator: string }[], { done }: Participants): string[] {
  return done.filter((annotator) => !members.some((member) => member.annotator === annotator))
}

function groupOf(found: readonly Aspect[], seen: readonly unknown[], lacking: readonly string[]): ItemGroup {
  return found[0] ?? (seen.length + lacking.length < 2 ? 'single' : 'agreed')
}
