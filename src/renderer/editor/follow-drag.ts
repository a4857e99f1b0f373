/** A point of the window, pixels, and whether Shift is held there. */
export interface DragPoint {
  readonly x: number
  readonly y: number
  readonly shift: boolean
}

export interface DragHandlers {
  /** The pointer has gone far enough to be meant; again whenever it, Shift or the text under it moves. */
  moved(point: DragPoint): void
  dropped(point: DragPoint): void
  /** Escape, or the window lost the pointer: as if nothing had been. */
  cancelled(): void
  /** Released where it was pressed. */
  clicked(event: MouseEvent): void
}

/** A hand that trembles by less than this, pixels, has clicked. */
const MEANT = 4
/** So near to the upper or lower edge the text begins to move, pixels; and so fast at most, pixels in a frame. */
const EDGE = 28
const FASTEST = 18

/** Follows the pointer from a press to the release. Towards the edges of `scroller` the text scrolls under it. */
export function followDrag(pressed: MouseEvent, scroller: HTMLElement, ended: AbortSignal, handlers: DragHandlers): void {
  const own = new AbortController()
  const signal = AbortSignal.any([own.signal, ended])
  let point: DragPoint = { x: pressed.clientX, y: pressed.clientY, shift: pressed.shiftKey }
  let isMeant = false
  let frame = 0

  const finish = (end: () => void): void => {
    own.abort()
    cancelAnimationFrame(frame)
    end()
  }
  const cancel = (): void => finish(isMeant ? () => handlers.cancelled() : () => undefined)
  const scroll = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const beyond = point.y < top + EDGE ? point.y - top - EDGE : Math.max(0, point.y - bottom + EDGE)
    const before = scroller.scrollTop
    scroller.scrollTop += Math.max(-FASTEST, Math.min(FASTEST, beyond / 3))
    if (scroller.scrollTop !== before) handlers.moved(point)
    frame = requestAnimationFrame(scroll)
  }
  const moved = (next: DragPoint): void => {
    const isFar = Math.hypot(next.x - pressed.clientX, next.y - pressed.clientY) >= MEANT
    if (!isMeant && !isFar) return
    if (!isMeant) frame = requestAnimationFrame(scroll)
    isMeant = true
    point = next
    handlers.moved(point)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Shift' && isMeant) moved({ ...point, shift: event.type === 'keydown' })
    if (event.key !== 'Escape' || event.type !== 'keydown') return
    // For the drag alone: nothing else is let go of.
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }

  document.addEventListener('mousemove', (event) => ((event.buttons & 1) === 0 ? cancel() : moved(at(event))), { signal })
  document.addEventListener('mouseup', (event) => event.button === 0 && finish(() => (isMeant ? handlers.dropped(at(event)) : handlers.clicked(event))), { signal })
  window.addEventListener('keydown', key, { signal, capture: true })
  window.addEventListener('keyup', key, { signal, capture: true })
  window.addEventListener('blur', cancel, { signal })
  ended.addEventListener('abort', cancel, { signal: own.signal })
}

function at({ clientX, clientY, shiftKey }: MouseEvent): DragPoint {
  return { x: clientX, y: clientY, shift: shiftKey }
}
