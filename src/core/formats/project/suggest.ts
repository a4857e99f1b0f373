import { sameNameKey } from './mapping.ts'

export interface Candidate {
  readonly id: string
  readonly name: string
}

/** What a foreign name most likely is here. `similar`: a person should look. */
export interface Suggestion {
  readonly id: string
  readonly how: 'same' | 'similar'
}

/** Names that differ in so many letters are still alike, by the shorter one's length. */
const DISTANCES = [{ from: 8, most: 2 }, { from: 5, most: 1 }] as const
/** `PER` is likely `Person`; one or two letters say nothing. */
const SHORTEST_BEGINNING = 3

/** The candidate of the same name or id, else the one whose name is most like it: a beginning of the other, or a letter or two apart. */
export function suggestFor(foreign: string, candidates: readonly Candidate[]): Suggestion | null {
  const key = sameNameKey(foreign)
  const same = candidates.find(({ id }) => id === foreign) ?? candidates.find(({ name }) => sameNameKey(name) === key) ?? candidates.find(({ id }) => sameNameKey(id) === key)
  if (same) return { id: same.id, how: 'same' }
  let best: { readonly id: string; readonly score: number } | null = null
  for (const { id, name } of candidates) {
    const score = Math.max(likeness(key, sameNameKey(name)), likeness(key, sameNameKey(id)))
    if (score > (best?.score ?? 0)) best = { id, score }
  }
  return best && { id: best.id, how: 'similar' }
}

/** 0: nothing alike; towards 1 the more they are. */
function likeness(one: string, other: string): number {
  const [short, long] = [one, other].map((name) => name.replaceAll(' ', '')).toSorted((a, b) => a.length - b.length)
  if (short === undefined || long === undefined || short === '') return 0
  if (short.length >= SHORTEST_BEGINNING && long.startsWith(short)) return short.length / long.length
  const most = DISTANCES.find(({ from }) => short.length >= from)?.most ?? 0
  const apart = long.length - short.length > most ? Infinity : distance(short, long)
  return apart <= most ? 1 - apart / long.length : 0
}

/** Letters to put in, take out or replace. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
