const KINDS = ['T', 'E', 'R', '*', 'A', 'M', 'N', '#']

/** Ids of lines by kind, each kind in the order it has: text-bounds, events, relations, equivalences, then what hangs on them. */
export function naturalOrder(ids: readonly string[]): string[] {
  return ids.toSorted((a, b) => KINDS.indexOf(a[0] ?? '') - KINDS.indexOf(b[0] ?? ''))
}

/** `wanted` first as far as they are there, then the others in their natural order. */
export function inOrder(ids: readonly string[], wanted: readonly string[]): string[] {
  if (wanted.length === 0) return naturalOrder(ids)
  const there = new Set(ids)
  const first = wanted.filter((id) => there.has(id))
  const done = new Set(first)
  return [...first, ...naturalOrder(ids.filter((id) => !done.has(id)))]
}
