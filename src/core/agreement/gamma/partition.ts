import { prices } from './duals.ts'
import { Heap } from './heap.ts'

export interface CostedSet {
  /** Elements, ascending. */
  readonly members: readonly number[]
  readonly cost: number
}

/**
 * The sets (by index) that partition 0 … elements − 1 at the least cost together with single elements at `single` each; only those
 * of two elements and more are told. Undefined if that takes more than `steps`.
 *
 * Best-first search over “the first elements are done, and these further on”. Prices that no set undercuts turn costs into what is
 * lost against the bound, so that the search goes astray only as far as the bound is loose; the first end it reaches is the best.
 */
export function bestPartition(elements: number, sets: readonly CostedSet[], single: number, steps: number): number[] | undefined {
  const all = [...sets, ...Array.from({ length: elements }, (_, at) => ({ members: [at], cost: single }))]
  const chosen: number[] = []
  let left = steps
  for (const component of components(elements, all)) {
    const part = search(component, all, () => (left -= 1) > 0)
    if (!part) return undefined
    chosen.push(...part.filter((index) => index < sets.length))
  }
  return chosen
}

interface State {
  /** Elements before this one are done. */
  readonly from: number
  /** Elements done beyond it, ascending. */
  readonly beyond: readonly number[]
  readonly lost: number
  readonly set: number
  readonly before: State | undefined
}

function search(indices: readonly number[], all: readonly CostedSet[], step: () => boolean): number[] | undefined {
  const elements = [...new Set(indices.flatMap((index) => all[index]?.members ?? []))].toSorted((a, b) => a - b)
  const place = new Map(elements.map((element, at) => [element, at]))
  const sets = indices.map((index) => ({
    index,
    members: (all[index]?.members ?? []).map((element) => place.get(element) ?? 0),
    cost: all[index]?.cost ?? 0,
  }))
  const price = prices(elements.length, sets)
  const starting: { readonly members: readonly number[]; readonly index: number; readonly lost: number }[][] = elements.map(() => [])
  for (const { members, index, cost } of sets) {
    const lost = Math.max(0, cost - members.reduce((sum, at) => sum + (price[at] ?? 0), 0))
    starting[members[0] ?? 0]?.push({ members, index, lost })
  }
  const open = new Heap<State>((a, b) => a.lost - b.lost || b.from - a.from)
  const best = new Map<string, number>()
  open.push({ from: 0, beyond: [], lost: 0, set: -1, before: undefined })
  for (let state = open.pop(); state; state = open.pop()) {
    if (state.from === elements.length) return path(state)
    if (!step()) return undefined
    if ((best.get(keyOf(state)) ?? Infinity) < state.lost) continue
    for (const { members, index, lost } of starting[state.from] ?? []) {
      if (members.some((at) => state.beyond.includes(at))) continue
      const next = after(state, members, index, lost)
      const key = keyOf(next)
      if ((best.get(key) ?? Infinity) <= next.lost) continue
      best.set(key, next.lost)
      open.push(next)
    }
  }
  return undefined
}

function after(state: State, members: readonly number[], set: number, lost: number): State {
  const beyond = [...state.beyond, ...members.slice(1)].toSorted((a, b) => a - b)
  let from = state.from + 1
  let done = 0
  while (beyond[done] === from) {
    from += 1
    done += 1
  }
  return { from, beyond: beyond.slice(done), lost: state.lost + lost, set, before: state }
}

function keyOf({ from, beyond }: State): string {
  return `${from}:${beyond.join()}`
}

function path(end: State): number[] {
  const sets: number[] = []
  for (let state: State | undefined = end; state?.before; state = state.before) sets.push(state.set)
  return sets
}

/** Sets that hang together by their elements. */
function components(elements: number, sets: readonly CostedSet[]): number[][] {
  const above = Int32Array.from({ length: elements }, (_, at) => at)
  const top = (element: number): number => {
    let at = element
    while (above[at] !== at) {
      above[at] = above[above[at] ?? 0] ?? 0
      at = above[at] ?? 0
    }
    return at
  }
  for (const { members } of sets) for (const element of members) above[top(element)] = top(members[0] ?? 0)
  const groups = new Map<number, number[]>()
  for (const [index, { members }] of sets.entries()) {
    const root = top(members[0] ?? 0)
    const group = groups.get(root)
    if (group) group.push(index)
    else groups.set(root, [index])
  }
  return [...groups.values()]
}
