import { anchorOf } from '../../core/annotating/make-annotation.ts'
import type { Edge } from '../../core/annotating/nudge.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import { graphemeCeiling, graphemeFloor, previousGrapheme } from '../../core/text/graphemes.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { ArticleDocument } from './article-document.ts'
import { BoundaryDrag } from './boundary-drag.ts'
import { Caret } from './caret.ts'
import { DomMap } from './dom-map.ts'
import { handleAt, type HandlePlace } from './handle-places.ts'
import { characterAtPoint, offsetAtPoint } from './hit-test.ts'
import { InView } from './in-view.ts'
import { meaningOf } from './keys.ts'
import { dragLink } from './link-drag.ts'
import { isRtl, MeasuredLines, type CaretBox } from './line-layout.ts'
import { moved, type CaretState, type Movement } from './movement.ts'
import { NativeSelection, type OffsetSelection } from './native-selection.ts'
import { NearSections } from './near-sections.ts'
import { PaintedSpans } from './painted-spans.ts'
import { Painter } from './painter.ts'
import { Pointer } from './pointer.ts'
import { Revealer } from './revealer.ts'
import { TextOutline } from './text-outline.ts'
import { WindowText } from './window-text.ts'

export interface SurfaceElements {
  readonly scroller: HTMLElement
  readonly column: HTMLElement
  readonly root: HTMLElement
  readonly caret: HTMLElement
}

/** What the surface tells. Offsets are UTF-16. */
export interface SurfaceEvents {
  selectionChanged(selection: OffsetSelection): void
  annotationsClicked(ids: readonly string[], offset: number): void
  /** A boundary of the selected span was dragged: the piece and what it is to be. */
  boundaryMoved(annotation: string, fragment: number, range: TextRange): void
  /** A link was drawn between two annotations. */
  linked(from: string, to: string): void
  hovered(hit: { readonly ids: readonly string[]; readonly x: number; readonly y: number } | null): void
  /** Something moved on the screen: labels in the margin want new places. */
  layoutChanged(): void
}

function rangeOf({ anchor, focus }: OffsetSelection): TextRange {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

const isMac = /mac/i.test(navigator.platform)
/** More than most windows show; asking the page how many it shows would lay it out once more than needed. */
const FIRST_LINES = 60

/** The article on the screen: built once for a text, then told what to show. */
export class Surface {
  readonly article: ArticleDocument
  readonly spans = new PaintedSpans()
  readonly painter: Painter
  readonly near: NearSections
  private readonly map: DomMap
  private readonly revealer: Revealer
  private readonly lines: MeasuredLines
  private readonly view: InView
  private readonly native: NativeSelection
  private readonly pointer: Pointer
  private readonly caret: Caret
  private readonly windowText: WindowText
  private readonly elements: SurfaceElements
  private readonly events: SurfaceEvents
  private readonly abort = new AbortController()
  private readonly resize: ResizeObserver
  /** Answers of `middleOf`, until something moves. */
  private readonly middles = new Map<number, number>()
  /** The records as they are, and the pieces of the one whose boundary is being dragged. */
  private list: readonly Annotation[] = []
  private preview: { readonly id: string; readonly pieces: readonly TextRange[] } | null = null
  /** Where the selected span can be taken hold of; none where nothing can be changed. */
  private handles: { readonly id: string; readonly places: readonly HandlePlace[] } | null = null
  /** What is painted: the text in the window and a little around it, UTF-16. */
  private nearText: TextRange
  private state: CaretState = { anchor: 0, focus: 0, affinity: 'after', goal: null }

  constructor(elements: SurfaceElements, text: string, events: SurfaceEvents) {
    this.elements = elements
    this.events = events
    const { root, scroller } = elements
    this.article = new ArticleDocument(root, new TextOutline(text))
    this.map = new DomMap(this.article)
    this.revealer = new Revealer(this.article, scroller)
    this.lines = new MeasuredLines(this.article, this.map, this.revealer, () => scroller.clientHeight)
    this.view = new InView(scroller, this.article, this.lines, this.revealer)
    this.native = new NativeSelection(this.article, this.map)
    this.painter = new Painter(this.article, this.map, this.spans)
    this.caret = new Caret(elements.caret, elements.column)
    this.windowText = new WindowText(this.article, this.map, scroller)
    this.pointer = new Pointer(this.pointerTarget(text), this.abort.signal)
    new BoundaryDrag(this.boundaryTarget(text), this.abort.signal)
    const first = this.article.firstSections(FIRST_LINES)
    this.near = new NearSections(this.article, scroller, first, (near) => this.nearChanged(near))
    this.resize = new ResizeObserver(() => this.laidOut())
    this.resize.observe(root)
    // Wide windows move the text and leave its size: the caret has to go with it.
    this.resize.observe(elements.column)
    this.listen()
    this.article.fill(first)
    this.nearText = this.article.firstText(FIRST_LINES)
    this.painter.show(this.nearText)
    this.article.fillWhenIdle()
  }

  get text(): string {
    return this.article.outline.text
  }

  setAnnotations(list: readonly Annotation[]): void {
    this.list = list
    this.showAnnotations()
  }

  /** Paints this and tells nobody: what stands beside the text is placed when the same is set. */
  paintAhead(list: readonly Annotation[], selected: readonly string[]): void {
    this.list = list
    this.paintAnnotations(selected)
  }

  /** Takes where the selected span can be taken hold of. */
  setHandles(id: string, places: readonly HandlePlace[]): void {
    this.handles = { id, places }
  }

  private showAnnotations(): void {
    if (this.paintAnnotations()) this.events.layoutChanged()
  }

  /** Answers whether anything changed. */
  private paintAnnotations(selected?: readonly string[]): boolean {
    const { preview, list } = this
    const anchor = preview && anchorOf(this.text, preview.pieces)
    const changed = this.spans.update(anchor ? list.map((each) => (each.id === preview?.id ? { ...each, ...anchor } : each)) : list)
    if (selected) this.painter.setSelected(selected)
    this.painter.repaintWithin(changed)
    return changed.length > 0
  }

  /** Shows a selection that came from elsewhere. */
  setSelection({ anchor, focus }: OffsetSelection): void {
    if (this.state.anchor === anchor && this.state.focus === focus) return
    this.state = { anchor, focus, affinity: 'after', goal: null }
    this.showState()
  }

  move(movement: Movement, extend: boolean): void {
    this.state = moved(this.text, this.state, movement, extend, this.lines)
    this.view.keep({ offset: this.state.focus, affinity: this.state.affinity })
    this.showState()
    this.events.selectionChanged({ anchor: this.state.anchor, focus: this.state.focus })
  }

  /** Brings an offset into view: a third below the top, unless it is comfortably in view and `always` is off. */
  scrollTo(offset: number, always = true, fromTop?: number): void {
    if (always || !this.view.isComfortable({ offset, affinity: this.state.affinity })) this.view.scrollTo(offset, fromTop)
  }

  /** Boxes of a stretch of text, in pixels of the window. */
  rectsOf(range: TextRange): DOMRect[] {
    const { from, to } = this.article.outline.sectionsOf(range)
    this.revealer.reveal(from, Math.min(to, from + 4))
    return [...this.map.rangeOf(range).getClientRects()]
  }

  /** Where a boundary of a piece stands, pixels of the window, and where the piece lies from there; `null` while it is not near. */
  boundaryOf({ start, end }: TextRange, edge: Edge): CaretBox | null {
    const section = this.article.outline.sectionAt(edge === 'start' ? start : previousGrapheme(this.text, end))
    if (!this.near.near.has(section) || !this.article.isLaidOut(section)) return null
    return this.lines.caretBox(edge === 'start' ? { offset: start, affinity: 'after' } : { offset: end, affinity: 'before' })
  }

  offsetAtPoint(x: number, y: number): number | null {
    return offsetAtPoint(this.map, this.article, x, y)
  }

  /** The middle of the line where an offset lies, in pixels from the text's top; `null` while its section is not laid out. */
  middleOf(offset: number): number | null {
    const known = this.middles.get(offset)
    if (known !== undefined) return known
    if (!this.article.isLaidOut(this.article.outline.sectionAt(offset))) return null
    const box = this.lines.caretBox({ offset, affinity: 'after' })
    const middle = box.top + box.height / 2 - this.elements.root.getBoundingClientRect().top
    this.middles.set(offset, middle)
    return middle
  }

  /** Paints what has come near the window; answers whether anything has. Lays the page out where that has not been done. */
  paintWindow(): boolean {
    const near = this.windowText.near(this.nearText, this.near.near)
    if (near === this.nearText) return false
    this.nearText = near
    this.painter.show(near)
    return true
  }

  /** Whether an offset is in the window or a little around it. */
  isNearWindow(offset: number): boolean {
    return this.nearText.start <= offset && offset < this.nearText.end
  }

  /** The first offset that is in view. */
  visibleOffset(): number {
    const { left, top } = this.elements.root.getBoundingClientRect()
    const window = this.elements.scroller.getBoundingClientRect()
    const y = Math.max(top, window.top) + 8
    const isRightToLeft = isRtl(this.elements.root)
    const x = isRightToLeft ? this.elements.root.getBoundingClientRect().right - 2 : left + 2
    return this.offsetAtPoint(x, y) ?? this.offsetAtPoint(x, y + 24) ?? 0
  }

  /** A link is drawn from a label in the margin, while the button is held; `emphasise`: shows what it would join. */
  drawLink(pressed: MouseEvent, from: string, label: Element, line: SVGPathElement, emphasise: (ids: readonly string[] | null) => void): void {
    const { scroller, column } = this.elements
    const annotationAt = (x: number, y: number, besides: string): string | null => {
      const beside = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-annotation]')
      const character = beside ? null : characterAtPoint(this.map, this.article, x, y)
      const ids = beside ? [beside.dataset['annotation'] ?? ''] : character === null ? [] : this.spans.annotationsAt(character)
      return ids.find((id) => id !== besides) ?? null
    }
    dragLink(pressed, from, label, { scroller, column, line, annotationAt, emphasise, linked: (start, end) => this.events.linked(start, end) }, this.abort.signal)
  }

  focus(): void {
    this.elements.root.focus({ preventScroll: true })
    this.showState()
  }

  dispose(): void {
    this.abort.abort()
    this.caret.hide()
    this.resize.disconnect()
    this.near.dispose()
    this.painter.dispose()
    this.article.dispose()
  }

  private pointerTarget(text: string) {
    return {
      root: this.elements.root,
      text,
      offsetAt: (x: number, y: number) => this.offsetAtPoint(x, y),
      characterAt: (x: number, y: number) => characterAtPoint(this.map, this.article, x, y),
      readNative: () => this.native.read(),
      select: (selection: OffsetSelection) => this.select(selection),
      clicked: (character: number | null) => {
        if (character === null) return
        const ids = this.spans.annotationsAt(character)
        if (ids.length > 0) this.events.annotationsClicked(ids, character)
      },
      hovered: (character: number | null, x: number, y: number) => {
        const ids = character === null ? [] : this.spans.annotationsAt(character)
        this.events.hovered(ids.length > 0 ? { ids, x, y } : null)
      },
    }
  }

  private boundaryTarget(text: string) {
    const { root, column, scroller } = this.elements
    return {
      root,
      column,
      scroller,
      text,
      handleAt: (x: number, y: number) => {
        const { left, top } = column.getBoundingClientRect()
        return this.handles && handleAt(this.handles.places, x - left, y - top)
      },
      pieces: () => this.list.find(({ id }) => id === this.handles?.id)?.fragments ?? [],
      offsetNear: (x: number, y: number) => this.offsetNear(x, y),
      preview: (pieces: readonly TextRange[] | null) => {
        this.preview = pieces && this.handles && { id: this.handles.id, pieces }
        this.showAnnotations()
      },
      moved: (fragment: number, range: TextRange) => this.handles && this.events.boundaryMoved(this.handles.id, fragment, range),
      clicked: (event: MouseEvent) => this.clickedAt(event),
    }
  }

  /** The offset nearest to a point that may lie beside the text or outside of the window. */
  private offsetNear(x: number, y: number): number | null {
    const text = this.elements.root.getBoundingClientRect()
    const window = this.elements.scroller.getBoundingClientRect()
    const within = (at: number, from: number, to: number): number => Math.min(Math.max(at, from), to)
    const down = within(y, Math.max(text.top, window.top) + 2, Math.min(text.bottom, window.bottom) - 2)
    return this.offsetAtPoint(within(x, text.left + 2, text.right - 2), down)
  }

  /** A click that the text did not see: as if it had. */
  private clickedAt({ clientX, clientY, shiftKey }: MouseEvent): void {
    const offset = this.offsetAtPoint(clientX, clientY)
    if (offset === null) return
    this.select({ anchor: shiftKey ? this.state.anchor : offset, focus: offset })
    const character = shiftKey ? null : characterAtPoint(this.map, this.article, clientX, clientY)
    if (character !== null) this.pointerTarget(this.text).clicked(character)
  }

  private listen(): void {
    const { root } = this.elements
    const { signal } = this.abort
    root.addEventListener('keydown', (event) => this.pressed(event), { signal })
    root.addEventListener('copy', (event) => this.copied(event), { signal })
    root.addEventListener('focus', () => this.showState(), { signal })
    this.elements.scroller.addEventListener('scroll', () => this.paintWindow() && this.events.layoutChanged(), { signal, passive: true })
    root.addEventListener('contentvisibilityautostatechange', () => this.moved(), { signal })
    root.addEventListener('blur', () => this.showState(), { signal })
    document.addEventListener('selectionchange', () => this.nativeChanged(), { signal })
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const paragraph = this.map.paragraphElement(this.article.outline.paragraphAt(this.state.focus))
    const meaning = meaningOf(event, isMac, paragraph !== null && isRtl(paragraph))
    if (!meaning) return
    event.preventDefault()
    if (meaning === 'select-all') this.select({ anchor: 0, focus: this.text.length })
    else this.move(meaning.movement, meaning.extend)
  }

  /** Copies exactly the text, as the file has it, without what layout makes of it. */
  private copied(event: ClipboardEvent): void {
    const { start, end } = rangeOf(this.state)
    event.preventDefault()
    if (end > start) event.clipboardData?.setData('text/plain', this.text.slice(start, end))
  }

  /** The browser's selection was changed, by the mouse or by a screen reader, while the article has the focus. */
  private nativeChanged(): void {
    if (!this.pointer.isSelecting && document.activeElement !== this.elements.root) return
    const read = this.native.read()
    if (read) this.select(read)
  }

  /** Takes a selection made on the page and tells it. */
  private select({ anchor, focus }: OffsetSelection): void {
    if (this.state.anchor === anchor && this.state.focus === focus) {
      if (!this.pointer.isSelecting) this.showState()
      return
    }
    const isCollapsed = anchor === focus
    const snap = (offset: number, isEnd: boolean): number =>
      isEnd && !isCollapsed ? graphemeCeiling(this.text, offset) : graphemeFloor(this.text, offset)
    this.state = {
      anchor: snap(anchor, anchor > focus),
      focus: snap(focus, focus > anchor),
      affinity: 'after',
      goal: null,
    }
    this.showState()
    this.events.selectionChanged({ anchor: this.state.anchor, focus: this.state.focus })
  }

  private showState(): void {
    const isFocused = document.activeElement === this.elements.root
    // While the mouse selects, the browser's selection is the truth: to set it would end the drag.
    if (isFocused && !this.pointer.isSelecting) this.native.show(this.state)
    // Elsewhere the browser shows its selection; without the focus it may have to show another one.
    const isPainted = this.state.anchor !== this.state.focus && (!isFocused || this.native.isClipped)
    this.painter.setSelection(isPainted ? rangeOf(this.state) : null)
    this.showCaret()
  }

  private showCaret(): void {
    const isFocused = document.activeElement === this.elements.root
    if (!isFocused || this.state.anchor !== this.state.focus) this.caret.hide()
    else this.caret.show(this.lines.caretBox({ offset: this.state.focus, affinity: this.state.affinity }))
  }

  private nearChanged(near: ReadonlySet<number>): void {
    this.article.fill(near)
    this.paintWindow()
    const kept = this.article.outline.sectionAt(this.state.focus)
    this.revealer.release((section) => near.has(section) || section === kept)
    this.moved()
  }

  private laidOut(): void {
    this.showCaret()
    this.moved()
  }

  private moved(): void {
    this.middles.clear()
    this.events.layoutChanged()
  }
}
