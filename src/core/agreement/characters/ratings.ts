import type { Item, Ratings } from '../coding/ratings.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
}

const OUT_AND_IN = ['out', 'in'] as const

/**
 * Every position of [0, length) as an item with the value in or out: whether one of the rater's stretches covers it. Overlaps of
 * one rater's own stretches count once, and what lies outside the text does not count. Boundaries between touching stretches
 * cannot be seen. Runs of equal positions are one item with a count, so that a text of any length costs what its spans cost.
 *
 * On these stand character-level κ, π, Fleiss' κ and α; they are undefined as those are (a text without characters: `no_items`).
 */
export function positionRatings(length: number, raters: readonly (readonly Stretch[])[]): Ratings {
  const changes: { at: number; rater: number; step: number }[] = []
  for (const [rater, stretches] of raters.entries()) {
    for (const { start, end } of stretches) {
      const [from, to] = [Math.max(0, start), Math.min(length, end)]
      if (from < to) changes.push({ at: from, rater, step: 1 }, { at: to, rater, step: -1 })
    }
  }
  const depth = raters.map(() => 0)
  const items: Item[] = []
  let position = 0
  const upTo = (at: number): void => {
    if (at > position) items.push({ count: at - position, values: depth.map((covered) => (covered > 0 ? 1 : 0)) })
    position = at
  }
  for (const { at, rater, step } of changes.toSorted((a, b) => a.at - b.at)) {
    upTo(at)
    depth[rater] = (depth[rater] ?? 0) + step
  }
  upTo(length)
  return { categories: OUT_AND_IN, raters: raters.length, items }
}

/** The same for tokens: in, if one of the rater's stretches has a character of it. */
export function tokenRatings(tokens: readonly Stretch[], raters: readonly (readonly Stretch[])[]): Ratings {
  const values = raters.map((stretches) => {
    const inside = new Set<number>()
    for (const stretch of stretches) for (const token of tokensIn(tokens, stretch)) inside.add(token)
    return inside
  })
  const items = tokens.map((_, token) => ({ count: 1, values: values.map((inside) => (inside.has(token) ? 1 : 0)) }))
  return { categories: OUT_AND_IN, raters: raters.length, items }
}

/** Indices of the tokens, which are in text order and do not overlap, of which a stretch has a character. */
export function tokensIn(tokens: readonly Stretch[], { start, end }: Stretch): number[] {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < tokens.length && (tokens[at]?.start ?? end) < end; at += 1) found.push(at)
  return found
}
