import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { flushSync } from 'react-dom'
import type { Annotation } from '../../core/model/annotation.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { handlesOf, sameHandles, type HandlePlace } from './handle-places.ts'
import { Handles } from './handles.tsx'
import type { LabelLook } from './highlight-styles.ts'
import { ArcStubs } from './arc-stubs.tsx'
import { Arcs, arcsBeside, NO_ARCS, sameArcs, type DrawnRelation, type MarginArcs } from './margin-arcs.tsx'
import { keepSame, MARGIN_LABEL_HEIGHT, MarginLabels, type MarginLabel } from './margin-labels.tsx'
import { labelsInMargin } from './margin-wishes.ts'
import type { Movement } from './movement.ts'
import type { OffsetSelection } from './native-selection.ts'
import { Overview } from './overview.ts'
import { Surface } from './surface.ts'
import './reading-surface.css'

/** Annotations under the pointer, the innermost first; the point is in pixels of the window. */
export interface Hover {
  readonly ids: readonly string[]
  readonly x: number
  readonly y: number
}

/** Offsets are UTF-16 over the article's text, ends exclusive; boxes and points are pixels of the window. */
export interface ReadingSurfaceHandle {
  /** `always` false: only when it is out of sight. `atTop`: as the first line, as when a place is taken up again. */
  scrollTo(offset: number, options?: { readonly always?: boolean; readonly atTop?: boolean }): void
  focus(): void
  rectsOf(range: TextRange): DOMRect[]
  offsetAtPoint(x: number, y: number): number | null
  moveSelection(movement: Movement, options?: { readonly extend?: boolean }): void
  /** Paints these at once, before they come as properties: the words alone, without what stands beside them. */
  paintAhead(ahead: Pick<ReadingSurfaceProps, 'annotations' | 'selected' | 'selection'>): void
}

export interface ReadingSurfaceProps {
  readonly ref?: Ref<ReadingSurfaceHandle>
  readonly text: string
  /** Where the wire header lies: shown more quietly. */
  readonly header: TextRange | null
  /** Records that did not change are the same objects from one list to the next: only what differs is painted. */
  readonly annotations: readonly Annotation[]
  /** Painted anew whenever it is another map. */
  readonly labels: ReadonlyMap<string, LabelLook>
  readonly selected: readonly string[]
  /** Drawn as arcs beside the text. */
  readonly relations?: readonly DrawnRelation[]
  /** Another function whenever an answer may have changed. */
  readonly isIncomplete: (annotation: Annotation) => boolean
  readonly selection: OffsetSelection
  /** Painted anew whenever it is another list. */
  readonly found: readonly TextRange[]
  /** Index in `found` of the match that is stepped to; -1 for none. */
  readonly foundCurrent: number
  readonly ariaLabel: string
  /** Said after a label in the margin that is incomplete. */
  readonly incompleteText: string
  readonly onSelectionChange: (selection: OffsetSelection) => void
  /** Annotations at the place that was clicked, the innermost first: that is the one to select. */
  readonly onAnnotationClick: (ids: readonly string[]) => void
  /** A boundary of the selected span was dragged: the piece, and what it is to be. Absent: it cannot be. */
  readonly onBoundaryMove?: ((annotation: string, fragment: number, range: TextRange) => void) | undefined
  /** A link was drawn from one annotation to another. Absent: none can be. */
  readonly onLink?: ((from: string, to: string) => void) | undefined
  readonly onHover?: (hover: Hover | null) => void
  /** The first offset in view, once scrolling rests. */
  readonly onVisibleOffset?: (offset: number) => void
}

/** How long scrolling rests before the place is told. */
const REST_MS = 150

/** Screen readers are told of a text that can be walked through and selected, but not changed. */
const READ_ONLY_TEXT = { role: 'textbox', tabIndex: 0, 'aria-multiline': true, 'aria-readonly': true } as const

export function ReadingSurface({ ref, ...props }: ReadingSurfaceProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const surface = useRef<Surface | null>(null)
  const latest = useRef(props)
  const marginBox = useRef<HTMLDivElement>(null)
  const arcsBox = useRef<HTMLDivElement>(null)
  const [arcs, setArcs] = useState<MarginArcs>(NO_ARCS)
  const [handles, setHandles] = useState<readonly HandlePlace[]>([])
  const line = useRef<SVGPathElement>(null)
  const strip = useRef<HTMLCanvasElement>(null)
  const stripWindow = useRef<HTMLDivElement>(null)
  const overview = useRef<Overview | null>(null)
  const [margin, setMargin] = useState<readonly MarginLabel[]>([])
  const { text, header, annotations, labels, selected, isIncomplete, selection, found, foundCurrent } = props

  useLayoutEffect(() => {
    latest.current = props
  })

  const pick = useCallback((id: string) => latest.current.onAnnotationClick([id]), [])
  const hoverLabel = useCallback((id: string | null, x: number, y: number) => latest.current.onHover?.(id === null ? null : { ids: [id], x, y }), [])
  const grab = useCallback((id: string, label: Element, event: MouseEvent) => {
    if (event.button !== 0 || !latest.current.onLink || !surface.current || !line.current) return
    surface.current.drawLink(event, id, label, line.current, (ids) => surface.current?.painter.setSelected(ids ?? latest.current.selected))
  }, [])
  const marginFrame = useRef(0)
  const placeMargin = useCallback(() => {
    // A change of many sections tells it many times.
    if (marginFrame.current !== 0) return
    marginFrame.current = requestAnimationFrame(() => {
      marginFrame.current = 0
      overview.current?.changed()
      surface.current?.paintWindow()
      if (!surface.current || !marginBox.current || !arcsBox.current || !column.current) return
      const { annotations, relations = [], selected, isIncomplete, onBoundaryMove } = latest.current
      const next = labelsInMargin(surface.current, marginBox.current, MARGIN_LABEL_HEIGHT, selected, isIncomplete)
      const drawn = arcsBeside(surface.current, arcsBox.current, annotations, relations, selected)
      const held = onBoundaryMove ? handlesOf(surface.current, column.current, selected) : []
      surface.current.setHandles(selected[0] ?? '', held)
      // In this frame: a label that comes a frame after its span, or lags behind its line, is seen to flicker.
      flushSync(() => {
        setMargin((before) => keepSame(before, next))
        setArcs((before) => (sameArcs(before, drawn) ? before : drawn))
        setHandles((before) => (sameHandles(before, held) ? before : held))
      })
    })
  }, [])

  useLayoutEffect(() => {
    if (!scroller.current || !column.current || !root.current || !caret.current) return
    const elements = { scroller: scroller.current, column: column.current, root: root.current, caret: caret.current }
    const made = new Surface(elements, text, {
      selectionChanged: (next) => latest.current.onSelectionChange(next),
      annotationsClicked: (ids) => latest.current.onAnnotationClick(ids),
      boundaryMoved: (id, fragment, range) => latest.current.onBoundaryMove?.(id, fragment, range),
      linked: (from, to) => latest.current.onLink?.(from, to),
      hovered: (hover) => latest.current.onHover?.(hover),
      layoutChanged: placeMargin,
    })
    surface.current = made
    const { scroller: scrolled } = elements
    return () => {
      surface.current = null
      made.dispose()
      // For the next text, and not before the first: to set it lays the page out.
      scrolled.scrollTop = 0
    }
  }, [text, placeMargin])

  // Each of these also runs after the surface was made anew for another text, hence `text`.
  useLayoutEffect(() => surface.current?.painter.setLabels(labels), [labels, text])
  useLayoutEffect(() => surface.current?.painter.setHeader(header), [header, text])
  useLayoutEffect(() => surface.current?.setAnnotations(annotations), [annotations, text])
  useLayoutEffect(() => surface.current?.painter.setSelected(selected), [selected, text])
  useLayoutEffect(() => surface.current?.painter.setFound(found, foundCurrent), [found, foundCurrent, text])
  useLayoutEffect(() => surface.current?.setSelection(selection), [selection, text])
  useEffect(() => {
    if (!strip.current || !stripWindow.current || !scroller.current) return
    const made = new Overview(strip.current, stripWindow.current, scroller.current, () =>
      surface.current && { surface: surface.current, isIncomplete: latest.current.isIncomplete, found: latest.current.found },
    )
    overview.current = made
    return () => {
      overview.current = null
      made.dispose()
    }
  }, [])
  useEffect(() => overview.current?.changed(), [found, text])
  useLayoutEffect(placeMargin, [placeMargin, annotations, props.relations, labels, selected, isIncomplete, text])

  useEffect(() => {
    const element = scroller.current
    let timer = 0
    const scrolled = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        if (surface.current) latest.current.onVisibleOffset?.(surface.current.visibleOffset())
      }, REST_MS)
    }
    element?.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('scroll', scrolled)
    }
  }, [])

  useImperativeHandle(ref, () => ({
    scrollTo: (offset, options) => surface.current?.scrollTo(offset, options?.always ?? true, options?.atTop ? 0 : undefined),
    focus: () => surface.current?.focus(),
    rectsOf: (range) => surface.current?.rectsOf(range) ?? [],
    offsetAtPoint: (x, y) => surface.current?.offsetAtPoint(x, y) ?? null,
    moveSelection: (movement, options) => surface.current?.move(movement, options?.extend ?? false),
    paintAhead: ({ annotations, selected, selection }) => {
      surface.current?.paintAhead(annotations, selected)
      surface.current?.setSelection(selection)
    },
  }))

  return (
    <div className="reading-frame">
      <div className="reading-surface" ref={scroller} tabIndex={-1}>
        <div className="reading-column" ref={column}>
          <div ref={root} className="reading-text" aria-label={props.ariaLabel} {...READ_ONLY_TEXT} />
          <div className="reading-arcs" ref={arcsBox}>
            <Arcs arcs={arcs.arcs} width={arcs.width} font={arcs.font} />
            <ArcStubs stubs={arcs.stubs} onGo={pick} />
          </div>
          <div className="reading-margin" ref={marginBox}>
            <MarginLabels labels={margin} incompleteText={props.incompleteText} onPick={pick} onHover={hoverLabel} onGrab={grab} />
          </div>
          <svg className="reading-link" aria-hidden="true">
            <path ref={line} />
          </svg>
          <Handles places={handles} />
          <div ref={caret} className="reading-caret" aria-hidden="true" hidden />
        </div>
      </div>
      {/* For the mouse: by keyboard there are next and previous annotation, and find. */}
      <div className="reading-overview" aria-hidden="true">
        <canvas ref={strip} className="reading-overview-marks" />
        <div ref={stripWindow} className="reading-overview-window" hidden />
      </div>
    </div>
  )
}
