/** What spans are compared by. An annotation of the model is one. Offsets are in any one unit, end exclusive. */
export interface SpanLike {
  readonly label: string
  /** Pieces in text order, apart from each other; most spans have one. */
  readonly fragments: readonly { readonly start: number; readonly end: number }[]
}

export function spanLength(span: SpanLike): number {
  let length = 0
  for (const { start, end } of span.fragments) length += Math.max(0, end - start)
  return length
}

/** Summed overlap of the pieces. Spans that only touch have none. */
export function spanOverlap(a: SpanLike, b: SpanLike): number {
  let overlap = 0
  let i = 0
  let j = 0
  for (;;) {
    const left = a.fragments[i]
    const right = b.fragments[j]
    if (left === undefined || right === undefined) return overlap
    overlap += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
    if (left.end <= right.end) i += 1
    else j += 1
  }
}

export function startOf(span: SpanLike): number {
  return span.fragments[0]?.start ?? 0
}

export function endOf(span: SpanLike): number {
  return span.fragments.at(-1)?.end ?? 0
}

/** The same for spans of the same boundaries, whatever their labels. */
export function boundariesKey(span: SpanLike): string {
  return span.fragments.map(({ start, end }) => `${start}-${end}`).join(' ')
}

/** Text order, the longer first, then pieces and label: everything that a comparison looks at, so that ties are between equals. */
export function compareSpans(a: SpanLike, b: SpanLike): number {
  const byHull = startOf(a) - startOf(b) || endOf(b) - endOf(a)
  if (byHull !== 0) return byHull
  const left = boundariesKey(a)
  const right = boundariesKey(b)
  if (left !== right) return left < right ? -1 : 1
  return a.label === b.label ? 0 : a.label < b.label ? -1 : 1
}
