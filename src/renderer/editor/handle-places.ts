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
}

/** As high as a handle is drawn at least, pixels; a line of text is higher unless it is set small. */
const LEAST_HEIGHT = 24
/**
 * Where a handle can be taken hold of: around its knob, over the line at the start of a span and under it at the end. The letters beside the
 * boundary, in the span and out of it, stay free: who marks the next words begins just there. Pixels; the keys do the same without aiming.
 */
const BESIDE = 12
const INTO_LINE = 8
const OUT_OF_LINE = 4
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
        return [{ fragment, edge, x: Math.round(box.left - origin.left), top, height }]
      }),
    )
}

/** The handle at a point (pixels from the column's corner), the nearest where two meet. */
export function handleAt(places: readonly HandlePlace[], x: number, y: number): HandlePlace | null {
  let best: HandlePlace | null = null
  for (const place of places) {
    const intoLine = place.edge === 'start' ? y - place.top : place.top + place.height - y
    if (Math.abs(x - place.x) > BESIDE || intoLine > INTO_LINE || intoLine < -OUT_OF_LINE) continue
    if (!best || Math.abs(x - place.x) < Math.abs(x - best.x)) best = place
  }
  return best
}

export function sameHandles(a: readonly HandlePlace[], b: readonly HandlePlace[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
