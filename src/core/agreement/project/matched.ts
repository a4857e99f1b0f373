import { Groups } from '../../review/groups.ts'
import { pairSpans, type Pairing, type PairKind } from '../spans/pair.ts'
import { spanLength, startOf } from '../spans/span.ts'
import type { CodedArticle, CodedSpan } from './coded.ts'

/** The one-to-one pairing of two annotators' spans on one article. Indices are those of the article's sets. */
export interface SetPair {
  readonly first: number
  readonly second: number
  readonly pairing: Pairing
}

export function pairingsOf({ sets }: CodedArticle): SetPair[] {
  return sets.flatMap((a, first) =>
    sets.slice(first + 1).map((b, offset) => ({ first, second: first + 1 + offset, pairing: pairSpans(a.spans, b.spans) })),
  )
}

const RANK: Readonly<Record<PairKind, number>> = { exact_label: 0, exact: 1, overlap_label: 2, overlap: 3 }

/**
 * Spans of any number of annotators that are taken for the same, one of each at most, in the order of the sets; undefined where an
 * annotator has none. Pairs are put together from the best down, as in a review; of those that differ in label and boundaries only such
 * as share half of the longer one. Spans without a partner are in a row of their own.
 */
export function matchedSpans(article: CodedArticle, pairs: readonly SetPair[]): (CodedSpan | undefined)[][] {
  const { sets } = article
  const from: number[] = []
  const nodes: { set: number; span: CodedSpan }[] = []
  for (const [set, { spans }] of sets.entries()) {
    from.push(nodes.length)
    for (const span of spans) nodes.push({ set, span })
  }
  const groups = new Groups(nodes.map(({ set }) => String(set)))
  const edges = pairs.flatMap(({ first, second, pairing }) =>
    pairing.pairs.flatMap(({ a, b, kind, overlap }) => {
      const [one, two] = [sets[first]?.spans[a], sets[second]?.spans[b]]
      if (!one || !two) return []
      const [left, right] = [spanLength(one), spanLength(two)]
      if (kind === 'overlap' && 2 * overlap < Math.max(left, right)) return []
      const starts = startOf(one) + startOf(two)
      return [{ a: (from[first] ?? 0) + a, b: (from[second] ?? 0) + b, rank: RANK[kind], iou: overlap / (left + right - overlap), starts }]
    }),
  )
  for (const { a, b } of edges.toSorted((x, y) => x.rank - y.rank || y.iou - x.iou || x.starts - y.starts || x.a - y.a || x.b - y.b)) groups.unite(a, b)
  return groups.all().map((members) => {
    const row = sets.map((): CodedSpan | undefined => undefined)
    for (const member of members) {
      const node = nodes[member]
      if (node) row[node.set] = node.span
    }
    return row
  })
}
