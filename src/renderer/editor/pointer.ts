import { paragraphAt } from '../../core/text/paragraphs.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { wordAt } from '../../core/text/words.ts'
import type { OffsetSelection } from './native-selection.ts'

/** What the pointer needs of the surface. Offsets are UTF-16; points are pixels of the window. */
export interface PointerTarget {
  readonly root: HTMLElement
  readonly text: string
  offsetAt(x: number, y: number): number | null
  /** The character under the pointer, `null` beside the text. */
  characterAt(x: number, y: number): number | null
  /** The browser's selection while the mouse makes it. */
  readNative(): OffsetSelection | null
  select(selection: OffsetSelection): void
  /** A press and release in one place; `character` is the one under it. */
  clicked(character: number | null): void
  hovered(character: number | null, x: number, y: number): void
}

interface UnitDrag {
  readonly unit: (offset: number) => TextRange
  readonly origin: TextRange
}

/**
 * The mouse: a plain drag is the browser's and is read back; a double click takes a word and a triple click a
 * paragraph, as core cuts them, and a drag from there goes on by such units.
 */
export class Pointer {
  /** Whether the mouse is selecting: the browser's selection is then the truth. */
  isSelecting = false
  private readonly target: PointerTarget
  private unitDrag: UnitDrag | null = null
  private hoverFrame = 0

  constructor(target: PointerTarget, signal: AbortSignal) {
    this.target = target
    const { root } = target
    root.addEventListener('mousedown', (event) => this.pressed(event), { signal })
    document.addEventListener('mousemove', (event) => this.dragged(event), { signal })
    document.addEventListener('mouseup', (event) => this.released(event), { signal })
    root.addEventListener('mousemove', (event) => this.moved(event), { signal, passive: true })
    root.addEventListener('mouseleave', () => this.left(), { signal })
    // A drag that starts on selected text would carry the text away instead of selecting.
    root.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  }

  private pressed(event: MouseEvent): void {
    if (event.button !== 0) return
    if (event.detail < 2) {
      this.isSelecting = true
      return
    }
    event.preventDefault()
    this.target.root.focus({ preventScroll: true })
    const offset = this.target.characterAt(event.clientX, event.clientY) ?? this.target.offsetAt(event.clientX, event.clientY)
    if (offset === null) return
    const unit = event.detail === 2 ? this.wordUnit : this.paragraphUnit
    this.unitDrag = { unit, origin: unit(offset) }
    this.target.select({ anchor: this.unitDrag.origin.start, focus: this.unitDrag.origin.end })
  }

  private readonly wordUnit = (offset: number): TextRange =>
    wordAt(this.target.text, offset) ?? { start: offset, end: offset }

  private readonly paragraphUnit = (offset: number): TextRange => paragraphAt(this.target.text, offset)

  private dragged(event: MouseEvent): void {
    if (!this.unitDrag) return
    const offset = this.target.offsetAt(event.clientX, event.clientY)
    if (offset === null) return
    const { origin } = this.unitDrag
    if (origin.start <= offset && offset <= origin.end) {
      this.target.select({ anchor: origin.start, focus: origin.end })
      return
    }
    const unit = this.unitDrag.unit(offset)
    const isForward = offset > origin.end
    this.target.select(
      isForward ? { anchor: origin.start, focus: Math.max(unit.end, origin.end) } : { anchor: origin.end, focus: unit.start },
    )
  }

  private released(event: MouseEvent): void {
    if (event.button !== 0) return
    this.unitDrag = null
    if (!this.isSelecting) return
    this.isSelecting = false
    const selection = this.target.readNative()
    if (selection) this.target.select(selection)
    const isClick = !event.shiftKey && (!selection || selection.anchor === selection.focus)
    if (isClick && event.target instanceof Node && this.target.root.contains(event.target)) {
      this.target.clicked(this.target.characterAt(event.clientX, event.clientY))
    }
  }

  private moved(event: MouseEvent): void {
    cancelAnimationFrame(this.hoverFrame)
    if (event.buttons !== 0) return
    this.hoverFrame = requestAnimationFrame(() => {
      this.target.hovered(this.target.characterAt(event.clientX, event.clientY), event.clientX, event.clientY)
    })
  }

  private left(): void {
    cancelAnimationFrame(this.hoverFrame)
    this.target.hovered(null, 0, 0)
  }
}
