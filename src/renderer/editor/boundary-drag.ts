import { dragBoundary } from '../../core/annotating/drag-boundary.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { followDrag } from './follow-drag.ts'
import type { Handle } from './handle-places.ts'

/** What a drag of a boundary needs of the surface. Offsets are UTF-16; points are pixels of the window. */
export interface BoundaryTarget {
  readonly root: HTMLElement
  readonly column: HTMLElement
  readonly scroller: HTMLElement
  readonly text: string
  handleAt(x: number, y: number): Handle | null
  /** The pieces of the selected span. */
  pieces(): readonly TextRange[]
  /** The offset nearest to a point, also beside the text. */
  offsetNear(x: number, y: number): number | null
  /** Shows the span with other pieces; null: as it is. */
  preview(pieces: readonly TextRange[] | null): void
  moved(fragment: number, range: TextRange): void
  clicked(event: MouseEvent): void
}

/** The ends of the selected span taken hold of and dragged: by characters, with Shift by words. */
export class BoundaryDrag {
  private readonly target: BoundaryTarget
  private readonly signal: AbortSignal

  constructor(target: BoundaryTarget, signal: AbortSignal) {
    this.target = target
    this.signal = signal
    // Before the text sees the press, which else would begin to select.
    target.root.addEventListener('mousedown', (event) => this.pressed(event), { signal, capture: true })
    target.root.addEventListener('mousemove', (event) => this.hovered(event), { signal, passive: true })
  }

  private hovered(event: MouseEvent): void {
    const isOn = event.buttons === 0 && this.target.handleAt(event.clientX, event.clientY) !== null
    this.target.root.toggleAttribute('data-on-handle', isOn)
  }

  private pressed(event: MouseEvent): void {
    // A double click is for the word, a press with Ctrl adds to what is selected.
    if (event.button !== 0 || event.detail > 1 || event.ctrlKey || event.metaKey || event.altKey) return
    const { target } = this
    const handle = target.handleAt(event.clientX, event.clientY)
    const pieces = target.pieces()
    const piece = handle && pieces[handle.fragment]
    if (!piece) return
    event.preventDefault()
    event.stopPropagation()
    target.root.focus({ preventScroll: true })
    let range: TextRange = piece
    followDrag(event, target.scroller, this.signal, {
      moved: ({ x, y, shift }) => {
        target.column.dataset['dragging'] = 'boundary'
        const offset = target.offsetNear(x, y)
        if (offset === null) return
        range = dragBoundary(target.text, piece, handle.edge, offset, shift ? 'word' : 'character')
        target.preview(pieces.map((each, index) => (index === handle.fragment ? range : each)))
      },
      dropped: () => {
        this.end()
        if (range.start !== piece.start || range.end !== piece.end) target.moved(handle.fragment, range)
      },
      cancelled: () => this.end(),
      clicked: (released) => target.clicked(released),
    })
  }

  private end(): void {
    delete this.target.column.dataset['dragging']
    this.target.preview(null)
  }
}
