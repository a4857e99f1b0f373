/** A relation to be drawn beside the lines where its ends begin. Pixels from the column's top. */
export interface ArcWish {
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface ArcPlace extends ArcWish {
  /** 0 is the one next to the text. */
  readonly lane: number
}

/** Between two arcs of one lane, pixels. */
const APART = 6

/** Gives each arc a lane in which it meets no other: short ones next to the text, so that long ones go around them. */
export function layOutArcs(wishes: readonly ArcWish[]): ArcPlace[] {
  const lanes: ArcWish[][] = []
  return wishes
    .toSorted((a, b) => reach(a) - reach(b) || top(a) - top(b) || (a.id < b.id ? -1 : 1))
    .map((wish) => {
      const free = lanes.findIndex((lane) => lane.every((other) => bottom(other) + APART <= top(wish) || bottom(wish) + APART <= top(other)))
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = [...(lanes[lane] ?? []), wish]
      return { ...wish, lane }
    })
}

/** How far the outermost point of a lane is from the text, pixels: lanes draw together where there is little room. */
export function laneDepth(lane: number, lanes: number, width: number): number {
  const step = Math.min(7, (width - 4) / Math.max(1, lanes))
  return (lane + 1) * step
}

/** An SVG path from (right, from) out to the left and back to (right, to). */
export function arcPath({ from, to }: ArcWish, depth: number, right: number): string {
  const x = right - depth
  const turn = Math.min(6, depth, Math.abs(to - from) / 2)
  const down = to >= from ? 1 : -1
  return `M${right} ${from} H${x + turn} Q${x} ${from} ${x} ${from + down * turn} V${to - down * turn} Q${x} ${to} ${x + turn} ${to} H${right}`
}

const top = ({ from, to }: ArcWish) => Math.min(from, to)
const bottom = ({ from, to }: ArcWish) => Math.max(from, to)
const reach = (wish: ArcWish) => bottom(wish) - top(wish)
