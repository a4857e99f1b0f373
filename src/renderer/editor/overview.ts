import type { Annotation } from '../../core/model/annotation.ts'
import type { Tint } from '../../core/model/codebook.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { distinctMarks, type Mark } from './overview-marks.ts'
import type { Surface } from './surface.ts'

/** Marks come this long after the last change: the strip is for looking around, and never in the way of a key. */
const PAUSE_MS = 120

export interface OverviewContent {
  readonly surface: Surface
  readonly isIncomplete: (annotation: Annotation) => boolean
  readonly found: readonly TextRange[]
}

/** Where in the article annotations and matches are: a strip beside the scrollbar, drawn at once for all of them. */
export class Overview {
  private readonly canvas: HTMLCanvasElement
  private readonly window: HTMLElement
  private readonly scroller: HTMLElement
  private readonly content: () => OverviewContent | null
  private readonly abort = new AbortController()
  private readonly resize: ResizeObserver
  private readonly theme = new MutationObserver(() => this.changed())
  private timer = 0

  constructor(canvas: HTMLCanvasElement, window: HTMLElement, scroller: HTMLElement, content: () => OverviewContent | null) {
    this.canvas = canvas
    this.window = window
    this.scroller = scroller
    this.content = content
    const { signal } = this.abort
    scroller.addEventListener('scroll', () => this.follow(), { passive: true, signal })
    canvas.addEventListener('mousedown', (event) => this.pressed(event), { signal })
    canvas.addEventListener('mousemove', (event) => event.buttons === 1 && this.go(event), { signal })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.changed(), { signal })
    this.resize = new ResizeObserver(() => this.changed())
    this.resize.observe(canvas)
    this.theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  }

  changed(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.draw(), PAUSE_MS)
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.abort.abort()
    this.resize.disconnect()
    this.theme.disconnect()
  }

  /** The text keeps the focus and its selection. */
  private pressed(event: MouseEvent): void {
    if (event.button !== 0) return
    event.preventDefault()
    this.go(event)
  }

  private go(event: MouseEvent): void {
    const { top, height } = this.canvas.getBoundingClientRect()
    const { scrollHeight, clientHeight } = this.scroller
    this.scroller.scrollTop = ((event.clientY - top) / height) * scrollHeight - clientHeight / 2
  }

  private follow(): void {
    const { scrollHeight, clientHeight, scrollTop } = this.scroller
    const height = this.canvas.clientHeight
    this.window.hidden = scrollHeight <= clientHeight
    this.window.style.height = `${Math.max(8, (clientHeight / scrollHeight) * height)}px`
    this.window.style.transform = `translateY(${(scrollTop / scrollHeight) * height}px)`
  }

  private draw(): void {
    const content = this.content()
    const context = this.canvas.getContext('2d')
    if (!content || !context) return
    const { clientWidth: width, clientHeight: height } = this.canvas
    const scale = devicePixelRatio
    this.canvas.width = width * scale
    this.canvas.height = height * scale
    context.scale(scale, scale)
    this.follow()
    const heightOf = this.places(content.surface, height)
    context.fillStyle = this.colour('var(--found-current)')
    for (const row of new Set(content.found.map(({ start }) => Math.round(heightOf(start))))) context.fillRect(0, row - 1, width, 2)
    const marks: Mark[] = []
    for (const span of content.surface.spans.index.within(0, content.surface.text.length)) {
      if (span.isFirst) marks.push({ row: Math.round(heightOf(span.start)), tint: content.surface.painter.lookOf(span.annotation.label).tint, isIncomplete: content.isIncomplete(span.annotation) })
    }
    const colours = new Map<Tint, string>()
    for (const { row, tint, isIncomplete } of distinctMarks(marks)) {
      const colour = colours.get(tint) ?? this.colour(`var(--label-${tint})`)
      colours.set(tint, colour)
      context.fillStyle = colour
      context.strokeStyle = colour
      // By shape and not by colour alone: what is complete is full, what is not is hollow.
      if (isIncomplete) context.strokeRect(2.5, row - 1.5, width - 5, 3)
      else context.fillRect(2, row - 1, width - 4, 3)
    }
  }

  /** As the page has it now; tokens are pairs for light and dark, which a canvas cannot read. */
  private colour(token: string): string {
    this.canvas.style.color = token
    return getComputedStyle(this.canvas).color
  }

  /**
   * Pixels of the strip for an offset: by the heights of the sections, and evenly within one. Sections that the browser
   * skips have none, and to ask for them would lay them out: there it goes by their chapter's.
   */
  private places(surface: Surface, height: number): (offset: number) => number {
    const { outline } = surface.article
    const total = Math.max(1, this.scroller.scrollHeight)
    const origin = this.scroller.getBoundingClientRect().top - this.scroller.scrollTop
    const places = surface.article.chapterBoxes.flatMap(({ element, from, to }) => {
      if (!surface.article.isChapterLaidOut(from)) {
        const place = placeOf(element.getBoundingClientRect(), outline.sections[from]?.start, outline.sections[to - 1]?.end)
        return Array.from({ length: to - from }, () => place)
      }
      return outline.sections.slice(from, to).map(({ start, end }, index) => placeOf(surface.article.sectionElement(from + index)?.getBoundingClientRect(), start, end))
    })
    return (offset) => {
      const place = places[outline.sectionAt(offset)]
      if (!place) return 0
      const within = (offset - place.start) / Math.max(1, place.end - place.start)
      return ((place.top - origin + within * place.height) / total) * height
    }
  }
}

/** A stretch of text (UTF-16) and where it stands in the window, pixels. */
function placeOf(box: DOMRect | undefined, start = 0, end = start) {
  return { start, end, top: box?.top ?? 0, height: box?.height ?? 0 }
}
