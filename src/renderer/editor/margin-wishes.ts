import { hullStart, type Annotation } from '../../core/model/annotation.ts'
import type { MarginLabel } from './margin-labels.tsx'
import { placeInMargin, type MarginSize, type MarginWish } from './margin-layout.ts'
import type { Surface } from './surface.ts'

/** Room around a name, and for the mark of an incomplete annotation; the style sheet's. */
const PADDING = 14
const MARK = 12

let context: CanvasRenderingContext2D | null = null

/** Width of a name in a CSS font, pixels. */
export function nameWidth(name: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return name.length * 7
  context.font = font
  return Math.ceil(context.measureText(name).width)
}

/**
 * Labels for the spans that begin near the window, placed beside their lines. Those of a wider stretch are placed, so that
 * none jumps when a crowd above it goes out of view; few are drawn, as each costs in every frame.
 */
export function labelsInMargin(
  surface: Surface,
  margin: HTMLElement,
  height: number,
  selected: readonly string[],
  incomplete: (annotation: Annotation) => boolean,
): MarginLabel[] {
  const { width } = margin.getBoundingClientRect()
  const { font } = getComputedStyle(margin)
  const size: MarginSize = { height, width }
  const wishes: MarginWish[] = []
  const shown = new Map<string, Omit<MarginLabel, 'top' | 'left'>>()
  for (const section of surface.near.near) {
    const bounds = surface.article.outline.sections[section]
    if (!bounds) continue
    for (const span of surface.spans.index.within(bounds.start, bounds.end)) {
      if (!span.isFirst || span.start < bounds.start) continue
      const { id, label } = span.annotation
      const look = surface.painter.lookOf(label)
      if (look.inMargin === false) continue
      const middle = surface.middleOf(hullStart(span.annotation))
      if (middle === null) continue
      const isIncomplete = incomplete(span.annotation)
      const room = nameWidth(look.name, font) + PADDING + (isIncomplete ? MARK : 0)
      wishes.push({ id, top: Math.round(middle - height / 2), width: room })
      if (surface.isNearWindow(span.start)) shown.set(id, { id, look, isSelected: selected.includes(id), isIncomplete })
    }
  }
  return placeInMargin(wishes, size).flatMap(({ id, top, left }) => {
    const label = shown.get(id)
    return label ? [{ ...label, top, left }] : []
  })
}
