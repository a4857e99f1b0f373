import type { Sparse } from '../bootstrap.ts'

/** Hands out places for counts, so that each measure knows where its own are. */
export class Layout {
  width = 0

  take(size: number): number {
    const at = this.width
    this.width += size
    return at
  }
}

/** What one article adds to the counts. */
export class Tally {
  private readonly amounts = new Map<number, number>()

  add(at: number, amount = 1): void {
    if (amount !== 0) this.amounts.set(at, (this.amounts.get(at) ?? 0) + amount)
  }

  addAll(at: number, amounts: Iterable<number>): void {
    let place = at
    for (const amount of amounts) {
      this.add(place, amount)
      place += 1
    }
  }

  counts(): Sparse {
    return { at: Int32Array.from(this.amounts.keys()), amounts: Float64Array.from(this.amounts.values()) }
  }
}
