import { foldForSearch } from './fold.ts'

/** A name as a key of the query language: `Named actor` is `named-actor`. */
export function keyOf(name: string): string {
  return foldForSearch(name).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}

/** The one that is most like what was written, if any is like it. */
export function nearestOf(given: string, known: readonly string[]): string | null {
  const wanted = keyOf(given)
  let best: string | null = null
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1
  for (const name of known) {
    const key = keyOf(name)
    const apart = wanted.length > 1 && key.startsWith(wanted) ? 1 : distance(wanted, key, least)
    if (apart < least) [best, least] = [name, apart]
  }
  return best
}

/** Letters to change, add or take out; no further than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= b.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (a[at - 1] === b[to - 1] ? 0 : 1)
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return Math.min(most, row[b.length] ?? most)
}
