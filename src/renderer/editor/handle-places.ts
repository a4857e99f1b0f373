import type { Edge } from '../../core/annotating/nudge.ts'
import type { Surface } from './surface.ts'

/** One end of one piece of the selected span, where it can be taken hold of. */
export interface Handle {
  readonly fragment: number
  readonly edge: Edge
}

/** Pixels from the column's corner. */
export interface HandlePlace extends Handle {
  readonly x: number
  readonly top: number
  readonly height: number
  /** Where the span lies: 1 to the right of the boundary, -1 to the left. */
  readonly inward: 1 | -1
}

/** As high as a thing to be taken hold of has to be, pixels; a line of text is higher unless it is set small. */
const LEAST_HEIGHT = 24
/** How far beside the boundary it can be taken hold of, pixels: less inside, so that the span's own words stay free to be selected. */
const OUTSIDE = 9
const INSIDE = 4
/** A span of more pieces has handles for the first ones. */
const MOST_PIECES = 40

/** The ends of the selected span that are near the window; none while several are selected. */
export function handlesOf(surface: Surface, column: HTMLElement, selected: readonly string[]): readonly HandlePlace[] {
  const [id, ...others] = selected
  if (id === undefined || others.length > 0) return []
  const origin = column.getBoundingClientRect()
  return surface.spans
    .ofAnnotation(id)
    .slice(0, MOST_PIECES)
    .flatMap((span, fragment) =>
      (['start', 'end'] as const).flatMap((edge) => {
        const box = surface.boundaryOf(span, edge)
        if (!box) return []
        const height = Math.max(LEAST_HEIGHT, Math.round(box.height))
        const top = Math.round(box.top + (box.height - height) / 2 - origin.top)
        return [{ fragment, edge, x: Math.round(box.left - origin.left), top, height, inward: box.inward }]
      }),
    )
}

/** The handle at a point (pixels from the column's corner), the nearest where two meet. */
export function handleAt(places: readonly HandlePlace[], x: number, y: number): HandlePlace | null {
  let best: HandlePlace | null = null
  for (const place of places) {
    const inside = (x - place.x) * place.inward
    if (inside < -OUTSIDE || inside > INSIDE || y < place.top || y > place.top + place.height) continue
    if (!best || Math.abs(x - place.x) < Math.abs(x - best.x)) best = place
  }
  return best
}

export function sameHandles(a: readonly HandlePlace[], b: readonly HandlePlace[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
