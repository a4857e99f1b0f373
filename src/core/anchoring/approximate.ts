import type { Range } from '../text/ranges.ts'

export interface Likeness extends Range {
  /** Characters (UTF-16) that would have to be put in, taken out or replaced. */
  readonly errors: number
}

/** The work of one search, in compared pairs of characters: about a tenth of a second. */
const BUDGET = 20_000_000
/** Longer words are looked for by their beginning. */
const LONGEST = 1000

/**
 * The stretches of `text` that are most like `words`, the best first, at most `limit`, not overlapping. Sellers' algorithm: the edit
 * distance of the words to every stretch that ends at a place, and where that stretch begins. In a long text only what lies
 * around `near` is looked at, so that the time is bounded.
 */
export function mostLike(text: string, words: string, options: { readonly near: number; readonly most: number; readonly limit: number }): Likeness[] {
  const pattern = words.slice(0, LONGEST)
  const length = pattern.length
  if (length === 0) return []
  const reach = Math.max(2 * length, Math.floor(BUDGET / length / 2))
  const from = Math.max(0, options.near - reach)
  const to = Math.min(text.length, options.near + length + reach)
  const ends = endsOf(text, pattern, from, to, Math.floor(length * options.most))
  const chosen: Likeness[] = []
  for (const found of ends.toSorted((a, b) => a.errors - b.errors || Math.abs(a.start - options.near) - Math.abs(b.start - options.near))) {
    if (chosen.length >= options.limit) break
    if (chosen.every((other) => found.end <= other.start || found.start >= other.end)) chosen.push(found)
  }
  return chosen
}

function endsOf(text: string, pattern: string, from: number, to: number, most: number): Likeness[] {
  const length = pattern.length
  const units = Uint16Array.from({ length }, (_, index) => pattern.charCodeAt(index))
  const errors = Int32Array.from({ length: length + 1 }, (_, index) => index)
  const starts = new Int32Array(length + 1).fill(from)
  const found: Likeness[] = []
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    let diagonal = 0
    let diagonalStart = at
    errors[0] = 0
    starts[0] = at + 1
    for (let row = 1; row <= length; row += 1) {
      const left = errors[row] ?? 0
      const leftStart = starts[row] ?? from
      const above = errors[row - 1] ?? 0
      let best = diagonal + (units[row - 1] === unit ? 0 : 1)
      let start = diagonalStart
      if (left + 1 < best) {
        best = left + 1
        start = leftStart
      }
      if (above + 1 < best) {
        best = above + 1
        start = starts[row - 1] ?? from
      }
      errors[row] = best
      starts[row] = start
      diagonal = left
      diagonalStart = leftStart
    }
    const cost = errors[length] ?? length
    const start = starts[length] ?? from
    if (cost <= most && start < at + 1) found.push({ start, end: at + 1, errors: cost })
  }
  return found
}
