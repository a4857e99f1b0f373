import { groupBy } from '../group.ts'
import { boundariesKey, endOf, spanLength, spanOverlap, startOf, type SpanLike } from './span.ts'

/** A span of one list and one of the other that could be paired. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly exact: boolean
  readonly sameLabel: boolean
  readonly overlap: number
  readonly iou: number
}

/** Says no to overlaps that are too small to count. */
export type Admits = (overlap: number, lengthA: number, lengthB: number) => boolean

export interface Side {
  readonly spans: readonly SpanLike[]
  /** Indices of those that are still to be paired, in text order. */
  readonly order: readonly number[]
}

/** Every pair that could be made, found by a sweep over the starts; `admits` is asked for pairs whose boundaries differ. */
export function edgesBetween(a: Side, b: Side, admits: Admits): Edge[] {
  const edges: Edge[] = []
  let open: { index: number; span: SpanLike }[] = []
  let next = 0
  for (const index of a.order) {
    const span = a.spans[index]
    if (!span) continue
    for (; next < b.order.length; next += 1) {
      const at = b.order[next] ?? -1
      const other = b.spans[at]
      if (other && startOf(other) >= endOf(span)) break
      if (other) open.push({ index: at, span: other })
    }
    open = open.filter((other) => endOf(other.span) > startOf(span))
    for (const other of open) {
      const overlap = spanOverlap(span, other.span)
      if (overlap === 0) continue
      const [lengthA, lengthB] = [spanLength(span), spanLength(other.span)]
      const exact = boundariesKey(span) === boundariesKey(other.span)
      if (!exact && !admits(overlap, lengthA, lengthB)) continue
      const sameLabel = span.label === other.span.label
      edges.push({ a: index, b: other.index, exact, sameLabel, overlap, iou: overlap / (lengthA + lengthB - overlap) })
    }
  }
  return edges
}

/** Edges that hang together, each group by itself. */
export function components(edges: readonly Edge[]): Edge[][] {
  const above = new Map<string, string>()
  const top = (node: string): string => {
    let at = node
    for (let up = above.get(at); up !== undefined; up = above.get(at)) at = up
    if (at !== node) above.set(node, at)
    return at
  }
  for (const edge of edges) {
    const [left, right] = [top(`a${edge.a}`), top(`b${edge.b}`)]
    if (left !== right) above.set(left, right)
  }
  return [...groupBy(edges, (edge) => top(`a${edge.a}`)).values()]
}
