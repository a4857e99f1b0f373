/** Draws numbers that look random and are the same for the same seed, on every computer. */
export interface Lot {
  /** A whole number from 0 to `below` - 1. */
  readonly next: (below: number) => number
  /** A copy in drawn order. */
  readonly shuffled: <T>(items: readonly T[]) => T[]
}

/** Mulberry32 (Tommy Ettinger, public domain) over the lower 32 bits of the seed, with Fisher–Yates. Changing it would change every lot that was drawn. */
export function createLot(seed: number): Lot {
  let state = seed >>> 0
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const next = (below: number) => Math.floor(draw() * below)
  return {
    next,
    shuffled: (items) => {
      const drawn = [...items]
      for (let last = drawn.length - 1; last > 0; last -= 1) {
        const other = next(last + 1)
        const [one, two] = [drawn[last], drawn[other]]
        if (one !== undefined && two !== undefined) [drawn[last], drawn[other]] = [two, one]
      }
      return drawn
    },
  }
}
