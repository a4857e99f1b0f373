/** A unit that one rater marked on the continuum. Offsets are whole numbers in any one unit, end exclusive. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** What the raters marked on [begin, begin + length). Without units, a rater looked and found nothing. */
export interface Continuum {
  readonly begin: number
  readonly length: number
  /** The units of each rater. */
  readonly raters: readonly (readonly Unit[])[]
}

/** A stretch of one rater's partition: a unit, or a gap where `label` is null. */
export interface Section {
  readonly start: number
  readonly end: number
  readonly label: string | null
}

/** What becomes of units of the same label by the same rater that overlap. */
export type SelfOverlap = 'union' | 'longest_first'

export function labelsOf({ raters }: Continuum): string[] {
  return [...new Set(raters.flatMap((units) => units.filter(hasLength).map(({ label }) => label)))].toSorted()
}

export function hasLength({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end > start
}

/**
 * Units without overlaps: overlapping ones become one (`union`, the number of which is told), or the one that starts first, and
 * of those the longest, stays and what overlaps it goes (`longest_first`, as INCEpTION does). Touching units stay apart.
 */
export function separate(units: readonly Unit[], policy: SelfOverlap): { readonly units: readonly Unit[]; readonly merged: number } {
  const kept: Unit[] = []
  for (const unit of units.filter(hasLength).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || unit.start >= last.end) kept.push(unit)
    else if (policy === 'union') kept[kept.length - 1] = { ...last, end: Math.max(last.end, unit.end) }
  }
  return { units: kept, merged: units.filter(hasLength).length - kept.length }
}

/** Units in order and without overlaps, with the gaps between them. */
export function partition(units: readonly Unit[], begin: number, length: number): Section[] {
  const sections: Section[] = []
  let at = begin
  for (const unit of units) {
    if (unit.start > at) sections.push({ start: at, end: unit.start, label: null })
    sections.push(unit)
    at = unit.end
  }
  if (at < begin + length) sections.push({ start: at, end: begin + length, label: null })
  return sections
}

/** Calls back for every pair of sections that overlap, of two partitions in order. */
export function overlapping(a: readonly Section[], b: readonly Section[], found: (left: Section, right: Section, overlap: number) => void): void {
  let [i, j] = [0, 0]
  for (;;) {
    const [left, right] = [a[i], b[j]]
    if (!left || !right) return
    const overlap = Math.min(left.end, right.end) - Math.max(left.start, right.start)
    if (overlap > 0) found(left, right, overlap)
    if (left.end <= right.end) i += 1
    else j += 1
  }
}
