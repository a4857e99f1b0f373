import { SpanIndex } from '../../core/annotating/span-index.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'
import { highlightNamed, names, requireStyles, UNKNOWN_LOOK, type LabelLook } from './highlight-styles.ts'
import type { PaintedSpans } from './painted-spans.ts'

type Painted = readonly (readonly [Highlight, Range])[]

/**
 * Paints the sections near the window, and nothing else, with CSS highlights. What a section shows is taken back and
 * made anew when something in it changes; the text's nodes are never touched.
 */
export class Painter {
  private readonly article: ArticleDocument
  private readonly map: DomMap
  private readonly spans: PaintedSpans
  private readonly painted = new Map<number, Painted>()
  private labels: ReadonlyMap<string, LabelLook> = new Map()
  private selected: ReadonlySet<string> = new Set()
  private header: TextRange | null = null
  private found = SpanIndex.of<TextRange>([])
  private foundCurrent: TextRange | null = null
  private selection: TextRange | null = null

  constructor(article: ArticleDocument, map: DomMap, spans: PaintedSpans) {
    this.article = article
    this.map = map
    this.spans = spans
  }

  /** Paints these sections and takes the paint off all others. */
  showSections(near: ReadonlySet<number>): void {
    for (const section of Array.from(this.painted.keys())) if (!near.has(section)) this.clear(section)
    for (const section of near) if (!this.painted.has(section)) this.paint(section)
  }

  setLabels(labels: ReadonlyMap<string, LabelLook>): void {
    if (labels === this.labels) return
    this.labels = labels
    requireStyles([...labels.values(), UNKNOWN_LOOK])
    this.repaint()
  }

  setHeader(header: TextRange | null): void {
    this.header = header
    if (header) this.repaintWithin([header])
  }

  setSelected(ids: readonly string[]): void {
    const before = this.selected
    this.selected = new Set(ids)
    const changed = [...before, ...ids].filter((id) => before.has(id) !== this.selected.has(id))
    this.repaintWithin(changed.flatMap((id) => this.spans.ofAnnotation(id)))
  }

  setFound(found: readonly TextRange[], current: number): void {
    if (found.length === 0 && this.found.size === 0) return
    this.found = SpanIndex.of(found)
    this.foundCurrent = found[current] ?? null
    this.repaint()
  }

  /** A selection of which the browser shows only a part. */
  setSelection(selection: TextRange | null): void {
    if (selection === this.selection) return
    this.selection = selection
    this.repaint()
  }

  lookOf(label: string): LabelLook {
    return this.labels.get(label) ?? UNKNOWN_LOOK
  }

  /** Paints anew what lies in these ranges (UTF-16), as far as it is near the window. */
  repaintWithin(ranges: readonly TextRange[]): void {
    const touched = new Set<number>()
    for (const range of ranges) {
      const { from, to } = this.article.outline.sectionsOf(range)
      if (to - from > this.painted.size) {
        for (const section of this.painted.keys()) if (section >= from && section < to) touched.add(section)
      } else {
        for (let section = from; section < to; section += 1) if (this.painted.has(section)) touched.add(section)
      }
    }
    for (const section of touched) this.paint(section)
  }

  dispose(): void {
    for (const section of Array.from(this.painted.keys())) this.clear(section)
  }

  private repaint(): void {
    // A copy: painting takes a section out and puts it in again.
    for (const section of Array.from(this.painted.keys())) this.paint(section)
  }

  private clear(section: number): void {
    for (const [highlight, range] of this.painted.get(section) ?? []) highlight.delete(range)
    this.painted.delete(section)
  }

  private paint(section: number): void {
    this.clear(section)
    const bounds = this.article.outline.sections[section]
    if (!bounds) return
    const painted: [Highlight, Range][] = []
    const add = (name: string, { start, end }: TextRange): void => {
      const from = Math.max(start, bounds.start)
      const to = Math.min(end, bounds.end)
      if (to <= from) return
      const range = this.map.rangeOf({ start: from, end: to })
      const highlight = highlightNamed(name)
      highlight.add(range)
      painted.push([highlight, range])
    }
    if (this.header) add(names.header, this.header)
    for (const span of this.spans.index.within(bounds.start, bounds.end)) {
      const look = this.lookOf(span.annotation.label)
      add(names.span(look, this.spans.laneOf(span)), span)
      if (this.selected.has(span.annotation.id)) add(names.selected(look), span)
    }
    for (const match of this.found.within(bounds.start, bounds.end)) {
      add(match === this.foundCurrent ? names.foundCurrent : names.found, match)
    }
    if (this.selection) add(names.selection, this.selection)
    this.painted.set(section, painted)
  }
}
