/** Where two lists differ: from `from` on, up to `oldEnd` in the one and `newEnd` in the other (both excluded). Entries are told apart by identity. */
export interface Differing {
  readonly from: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** What one gesture changes in a list of tens of thousands: all that is the same before it and behind it left out. */
export function differing<T>(old: readonly T[], now: readonly T[]): Differing {
  let from = 0
  while (from < old.length && from < now.length && old[from] === now[from]) from += 1
  let oldEnd = old.length
  let newEnd = now.length
  while (oldEnd > from && newEnd > from && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd -= 1
    newEnd -= 1
  }
  return { from, oldEnd, newEnd }
}
