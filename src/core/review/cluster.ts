import { pairSpans, type PairKind } from '../agreement/spans/pair.ts'
import { compareSpans, spanLength, startOf, type SpanLike } from '../agreement/spans/span.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Source } from '../model/review.ts'
import { compareText } from './compare.ts'
import type { ReviewedSet } from './hash.ts'
import { Groups } from './groups.ts'

/** One annotator's record, with the hash by which decisions know it. */
export interface Member<T extends Annotation | Relation = Annotation> {
  readonly annotator: string
  readonly record: T
  readonly sha256: string
}

/** Records that are taken to be about the same thing: at most one of each annotator, in the order of annotators' keys. */
export interface Cluster<T extends Annotation | Relation = Annotation> {
  /** Made from its first record: the same as long as that is the first. */
  readonly key: string
  readonly members: readonly Member<T>[]
}

export interface ClusterOptions {
  /** Says which label a stored id stands for now. */
  readonly codebook: Codebook
  /** Records that were decided on together stay together as long as they are what they were then. */
  readonly together?: readonly (readonly Source[])[]
}

const RANK: Readonly<Record<PairKind, number>> = { exact_label: 0, exact: 1, overlap_label: 2, overlap: 3 }

interface Edge {
  readonly a: number
  readonly b: number
  readonly rank: number
  readonly iou: number
  readonly starts: number
}

interface Node extends Member {
  readonly span: SpanLike
}

/**
 * Which records of several annotators are about the same thing. Every two annotators' spans are paired one to one, as for
 * agreement; from the best pair down, records are then put together wherever no annotator would come twice. Pairs of different
 * labels and boundaries count only if they share at least half of the longer one. The answer does not depend on the order of the
 * sets or of their records, and is in text order.
 */
export function clusterAnnotations(sets: readonly ReviewedSet[], { codebook, together = [] }: ClusterOptions): Cluster[] {
  const sorted = sets.toSorted((a, b) => compareText(a.set.annotator.key, b.set.annotator.key))
  const sides = sorted.map((reviewed) => nodesOf(reviewed, codebook))
  const nodes = sides.flat()
  const groups = new Groups(nodes.map(({ annotator }) => annotator))
  uniteDecided(nodes, together, groups)
  for (const { a, b } of edgesOf(sorted, sides, codebook)) groups.unite(a, b)
  return groups
    .all()
    .map((indices) => asCluster(indices.flatMap((index) => nodes[index] ?? [])))
    .toSorted((a, b) => comparePlaces(a.members[0], b.members[0]))
}

export function memberKey(annotator: string, id: string): string {
  return `${annotator}\n${id}`
}

function nodesOf({ set, hashes }: ReviewedSet, codebook: Codebook): Node[] {
  return set.annotations
    .map((record, index) => ({
      annotator: set.annotator.key,
      record,
      sha256: hashes.annotations[index] ?? '',
      span: { label: resolveId(codebook, 'label', record.label), fragments: record.fragments },
    }))
    .toSorted((a, b) => compareSpans(a.span, b.span) || compareText(a.record.id, b.record.id))
}

/** The largest decisions first, so that one that knew more annotators' records comes before one that knew fewer. */
function uniteDecided(nodes: readonly Node[], together: readonly (readonly Source[])[], groups: Groups): void {
  if (together.length === 0) return
  const known = new Map(nodes.map((node, index) => [memberKey(node.annotator, node.record.id), index]))
  const decided = together.map((sources) =>
    sources
      .map(({ annotator, id, sha256 }) => {
        const index = known.get(memberKey(annotator, id))
        return index !== undefined && nodes[index]?.sha256 === sha256 ? index : -1
      })
      .filter((index) => index >= 0)
      .toSorted((a, b) => a - b),
  )
  for (const [first, ...rest] of decided.toSorted((a, b) => b.length - a.length || compareText(a.join(' '), b.join(' ')))) {
    for (const other of rest) groups.unite(first ?? other, other)
  }
}

/** All edges, the best first; indices count through all sides. */
function edgesOf(sets: readonly ReviewedSet[], sides: readonly (readonly Node[])[], codebook: Codebook): Edge[] {
  const offsets = sides.map((_, index) => sides.slice(0, index).reduce((sum, side) => sum + side.length, 0))
  const edges: Edge[] = []
  for (const [left, one] of sets.entries()) {
    for (const [right, other] of sets.entries()) {
      if (right <= left) continue
      for (const edge of edgesBetween(one, sides[left] ?? [], other, sides[right] ?? [], codebook)) {
        edges.push({ ...edge, a: (offsets[left] ?? 0) + edge.a, b: (offsets[right] ?? 0) + edge.b })
      }
    }
  }
  return edges.toSorted((x, y) => x.rank - y.rank || y.iou - x.iou || x.starts - y.starts || x.a - y.a || x.b - y.b)
}

interface KnownEdges {
  readonly codebook: Codebook
  readonly edges: readonly Edge[]
}

/** Pairing takes most of the time and does not depend on decisions, which are what changes while somebody reviews. */
const knownEdges = new WeakMap<ReviewedSet, WeakMap<ReviewedSet, KnownEdges>>()

function edgesBetween(one: ReviewedSet, left: readonly Node[], other: ReviewedSet, right: readonly Node[], codebook: Codebook): readonly Edge[] {
  const ofOne = knownEdges.get(one) ?? new WeakMap<ReviewedSet, KnownEdges>()
  knownEdges.set(one, ofOne)
  const before = ofOne.get(other)
  if (before?.codebook === codebook) return before.edges
  const edges = pairsBetween(left, right)
  ofOne.set(other, { codebook, edges })
  return edges
}

function pairsBetween(left: readonly Node[], right: readonly Node[]): Edge[] {
  const { pairs } = pairSpans(left.map(({ span }) => span), right.map(({ span }) => span))
  return pairs.flatMap(({ a, b, kind, overlap }) => {
    const [one, two] = [left[a]?.span, right[b]?.span]
    if (!one || !two) return []
    const [lengthA, lengthB] = [spanLength(one), spanLength(two)]
    if (kind === 'overlap' && 2 * overlap < Math.max(lengthA, lengthB)) return []
    return [{ a, b, rank: RANK[kind], iou: overlap / (lengthA + lengthB - overlap), starts: startOf(one) + startOf(two) }]
  })
}

function asCluster(nodes: readonly Node[]): Cluster {
  const members = nodes.map(({ annotator, record, sha256 }) => ({ annotator, record, sha256 }))
  return { key: memberKey(members[0]?.annotator ?? '', members[0]?.record.id ?? ''), members }
}

function comparePlaces(a: Member | undefined, b: Member | undefined): number {
  if (!a || !b) return 0
  return compareSpans(a.record, b.record) || compareText(a.annotator, b.annotator) || compareText(a.record.id, b.record.id)
}
