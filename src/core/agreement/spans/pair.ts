import { groupBy } from '../group.ts'
import { assign } from './assign.ts'
import { components, edgesBetween, type Admits, type Edge } from './edges.ts'
import { boundariesKey, compareSpans, spanLength, startOf, type SpanLike } from './span.ts'

/** What two spans have in common, best first. */
export type PairKind = 'exact_label' | 'exact' | 'overlap_label' | 'overlap'

export interface SpanPair {
  /** Index into the first and the second list. */
  readonly a: number
  readonly b: number
  readonly kind: PairKind
  /** In the unit of the offsets. */
  readonly overlap: number
}

export interface Pairing {
  /** In the order of the first list. */
  readonly pairs: readonly SpanPair[]
  readonly onlyA: readonly number[]
  readonly onlyB: readonly number[]
}

/**
 * The one-to-one pairing of two annotators' spans that agreement, review and reports share: among all pairings of spans that
 * overlap, the one with the most pairs of same boundaries and label, then of same boundaries, then of an overlap and the same
 * label, then of an overlap; then with the greatest sum of IoU (to 2⁻²⁰), then with the smallest sum of starts. SemEval-2013
 * Task 9 leaves the pairing open; taking spans as they come, as its scripts do, gives another answer for another order.
 *
 * The answer does not depend on the order of the lists (but for which of two equal spans is taken), and `pairSpans(b, a)` is
 * its mirror image. Spans of no length are paired with their equals only. Only spans that hang together by overlaps are
 * weighed against each other: the time is that of sorting, unless very many lie on top of each other (k such cost k³).
 */
export function pairSpans(a: readonly SpanLike[], b: readonly SpanLike[], options: { readonly admits?: Admits } = {}): Pairing {
  const orderA = inTextOrder(a, [...a.keys()])
  const orderB = inTextOrder(b, [...b.keys()])
  const pairs = equalPairs(a, orderA, b, orderB)
  const [takenA, takenB] = taken(pairs)
  const edges = edgesBetween(
    { spans: a, order: orderA.filter((index) => !takenA.has(index)) },
    { spans: b, order: orderB.filter((index) => !takenB.has(index)) },
    options.admits ?? (() => true),
  )
  for (const component of components(edges)) pairs.push(...bestPairs(a, b, component))
  const [pairedA, pairedB] = taken(pairs)
  return {
    pairs: pairs.toSorted((left, right) => left.a - right.a),
    onlyA: [...a.keys()].filter((index) => !pairedA.has(index)),
    onlyB: [...b.keys()].filter((index) => !pairedB.has(index)),
  }
}

function taken(pairs: readonly SpanPair[]): [Set<number>, Set<number>] {
  return [new Set(pairs.map((pair) => pair.a)), new Set(pairs.map((pair) => pair.b))]
}

function inTextOrder(spans: readonly SpanLike[], indices: readonly number[]): number[] {
  return indices.toSorted((left, right) => compareSpans(spans[left] ?? NOWHERE, spans[right] ?? NOWHERE) || left - right)
}

const NOWHERE: SpanLike = { label: '', fragments: [] }

/** As many as there are of equal boundaries and label. They come before everything else, and which of equals is taken is all one. */
function equalPairs(a: readonly SpanLike[], orderA: readonly number[], b: readonly SpanLike[], orderB: readonly number[]): SpanPair[] {
  const key = (span: SpanLike = NOWHERE): string => `${boundariesKey(span)}\n${span.label}`
  const waiting = groupBy(orderB.toReversed(), (index) => key(b[index]))
  const pairs: SpanPair[] = []
  for (const index of orderA) {
    const partner = waiting.get(key(a[index]))?.pop()
    if (partner !== undefined) pairs.push({ a: index, b: partner, kind: 'exact_label', overlap: spanLength(a[index] ?? NOWHERE) })
  }
  return pairs
}

/** Sums of whole numbers are exact, so that what is equal is a tie. */
const IOU_STEPS = 2 ** 20

/** The best pairing of one group. Both sides are put into an order of their own first, so that it cannot depend on the input's. */
function bestPairs(a: readonly SpanLike[], b: readonly SpanLike[], edges: readonly Edge[]): SpanPair[] {
  if (edges.length === 1) return edges.map(asPair)
  const left = inTextOrder(a, [...new Set(edges.map((edge) => edge.a))])
  const right = inTextOrder(b, [...new Set(edges.map((edge) => edge.b))])
  const known = new Map(edges.map((edge) => [`${edge.a} ${edge.b}`, edge]))
  const mirrored = compareSides(left.map((index) => a[index] ?? NOWHERE), right.map((index) => b[index] ?? NOWHERE)) > 0
  const [rows, columns] = mirrored ? [right, left] : [left, right]
  const edgeAt = (row: number, column: number): Edge | undefined =>
    known.get(mirrored ? `${columns[column]} ${rows[row]}` : `${rows[row]} ${columns[column]}`)
  const base = Math.min(rows.length, columns.length) + 1
  const columnOf = assign(rows.length, columns.length, (row, column) => {
    const edge = edgeAt(row, column)
    if (!edge) return undefined
    const kind = edge.exact ? base * base : edge.sameLabel ? base : 1
    return [kind, Math.round(edge.iou * IOU_STEPS), -startOf(a[edge.a] ?? NOWHERE) - startOf(b[edge.b] ?? NOWHERE)]
  })
  return [...columnOf].flatMap((column, row) => {
    const edge = edgeAt(row, column)
    return edge ? [asPair(edge)] : []
  })
}

function asPair({ a, b, exact, sameLabel, overlap }: Edge): SpanPair {
  const kind = exact ? 'exact' : sameLabel ? 'overlap_label' : 'overlap'
  return { a, b, kind, overlap }
}

/** An order of two sides that does not ask which of them came first. */
function compareSides(left: readonly SpanLike[], right: readonly SpanLike[]): number {
  for (const [index, span] of left.entries()) {
    const other = right[index]
    const order = other ? compareSpans(span, other) : 1
    if (order !== 0) return order
  }
  return left.length - right.length
}
