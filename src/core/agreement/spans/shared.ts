import { measured, notDefined, type Measured } from '../result.ts'
import { boundariesKey, type SpanLike } from './span.ts'

/** What two multisets have in common; those of documents add up. */
export interface Shared {
  readonly both: number
  readonly a: number
  readonly b: number
}

export const NOTHING_SHARED: Shared = { both: 0, a: 0, b: 0 }

export function addShared(one: Shared, other: Shared): Shared {
  return { both: one.both + other.both, a: one.a + other.a, b: one.b + other.b }
}

/** 2M/(|A| + |B|), the same in either order (Hripcsak & Rothschild 2005: positive specific agreement). Undefined, `no_units`, for 0/0. */
export function sharedF1({ both, a, b }: Shared): Measured<number> {
  return a + b > 0 ? measured((2 * both) / (a + b)) : notDefined('no_units')
}

/** Size of the multiset intersection of keys. */
export function sharedKeys(a: readonly string[], b: readonly string[]): Shared {
  const waiting = new Map<string, number>()
  for (const key of b) waiting.set(key, (waiting.get(key) ?? 0) + 1)
  let both = 0
  for (const key of a) {
    const left = waiting.get(key) ?? 0
    if (left === 0) continue
    waiting.set(key, left - 1)
    both += 1
  }
  return { both, a: a.length, b: b.length }
}

/** One key for each different span: same boundaries and label are one. */
export function spanKeys(spans: readonly SpanLike[]): string[] {
  return [...new Set(spans.map((span) => `${boundariesKey(span)}\n${span.label}`))]
}
