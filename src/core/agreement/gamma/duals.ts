import type { CostedSet } from './partition.ts'

/**
 * Prices of elements such that no set costs less than its members' prices together, as high as they will go: their sum is a bound
 * from below on any partition. Subgradient steps on the Lagrangean find good prices, sets that cost too little are mended, and
 * every price is then raised as far as it can be. `sets` include those of one element.
 */
export function prices(elements: number, sets: readonly CostedSet[], rounds = 400): Float64Array {
  const price = new Float64Array(elements).fill(Infinity)
  for (const { members, cost } of sets) for (const at of members) price[at] = Math.min(price[at] ?? 0, cost / members.length)
  let best = feasible(elements, sets, price)
  let bound = sum(best)
  let scale = 1
  let stale = 0
  const covered = new Float64Array(elements)
  const target = sets.reduce((least, { cost, members }) => Math.min(least, cost / members.length), Infinity)
  for (let round = 0; round < rounds; round += 1) {
    covered.fill(0)
    let value = sum(price)
    for (const { members, cost } of sets) {
      const rest = cost - members.reduce((all, at) => all + (price[at] ?? 0), 0)
      if (rest >= 0) continue
      value += rest
      for (const at of members) covered[at] = (covered[at] ?? 0) + 1
    }
    const norm = covered.reduce((all, times) => all + (1 - times) ** 2, 0)
    if (norm === 0) break
    const step = (scale * Math.max((bound - value) * 1.05, target * 0.01 * elements ** 0.5)) / norm
    for (let at = 0; at < elements; at += 1) price[at] = (price[at] ?? 0) + step * (1 - (covered[at] ?? 0))
    if (round % 10 !== 9) continue
    const mended = feasible(elements, sets, price)
    const total = sum(mended)
    if (total > bound + 1) {
      best = mended
      bound = total
      stale = 0
    } else {
      stale += 1
      if (stale % 3 === 0) scale /= 2
    }
  }
  return best
}

function feasible(elements: number, sets: readonly CostedSet[], from: Float64Array): Float64Array {
  const price = from.slice()
  for (const { members, cost } of sets) {
    const over = members.reduce((all, at) => all + (price[at] ?? 0), 0) - cost
    if (over > 0) for (const at of members) price[at] = (price[at] ?? 0) - over / members.length
  }
  const room = new Float64Array(elements)
  const bySet: number[][] = Array.from({ length: elements }, () => [])
  const rest = sets.map(({ members, cost }, index) => {
    for (const at of members) bySet[at]?.push(index)
    return cost - members.reduce((all, at) => all + (price[at] ?? 0), 0)
  })
  for (let at = 0; at < elements; at += 1) {
    const own = bySet[at] ?? []
    room[at] = own.reduce((least, index) => Math.min(least, rest[index] ?? 0), Infinity)
    const raise = room[at] ?? 0
    price[at] = (price[at] ?? 0) + raise
    for (const index of own) rest[index] = (rest[index] ?? 0) - raise
  }
  return price
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0)
}
