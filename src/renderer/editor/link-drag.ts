import { followDrag, type DragPoint } from './follow-drag.ts'

/** What drawing a link needs of the surface. Points are pixels of the window. */
export interface LinkTarget {
  readonly scroller: HTMLElement
  readonly column: HTMLElement
  readonly line: SVGPathElement
  /** The annotation at a point, by its words or its label in the margin. */
  annotationAt(x: number, y: number, besides: string): string | null
  /** Shows what the link would join; null: as it was. */
  emphasise(ids: readonly string[] | null): void
  linked(from: string, to: string): void
}

/** From a label in the margin to another annotation: a line follows the pointer, and what it would join is strong. */
export function dragLink(pressed: MouseEvent, from: string, label: Element, target: LinkTarget, ended: AbortSignal): void {
  const { column, line } = target
  let over: string | null = null
  const end = (): void => {
    delete column.dataset['dragging']
    line.removeAttribute('d')
    if (over !== null) target.emphasise(null)
  }
  const look = ({ x, y }: DragPoint): void => {
    const next = target.annotationAt(x, y, from)
    if (next !== over) target.emphasise(next === null ? null : [from, next])
    over = next
  }
  followDrag(pressed, target.scroller, ended, {
    moved: (point) => {
      column.dataset['dragging'] = 'link'
      look(point)
      // The text may have been scrolled since the press: both ends are of the column.
      const { left, top } = column.getBoundingClientRect()
      const box = label.getBoundingClientRect()
      line.setAttribute('d', linePath(box.left - left, box.top + box.height / 2 - top, point.x - left, point.y - top))
    },
    dropped: (point) => {
      look(point)
      const to = over
      end()
      if (to !== null) target.linked(from, to)
    },
    cancelled: end,
    clicked: () => undefined,
  })
}

/** A line that ends in an arrow; pixels. */
function linePath(fromX: number, fromY: number, x: number, y: number): string {
  const angle = Math.atan2(y - fromY, x - fromX)
  const side = (turn: number): string => `M${round(x)} ${round(y)} L${round(x - 9 * Math.cos(angle + turn))} ${round(y - 9 * Math.sin(angle + turn))}`
  return `M${round(fromX)} ${round(fromY)} L${round(x)} ${round(y)} ${side(0.45)} ${side(-0.45)}`
}

const round = (value: number): number => Math.round(value * 10) / 10
