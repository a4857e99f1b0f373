import { SpanIndex } from '../../core/annotating/span-index.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'
import { highlightNamed, names, requireStyles, UNKNOWN_LOOK, type LabelLook } from './highlight-styles.ts'
import type { PaintedSpans } from './painted-spans.ts'

interface Painted {
  /** The part of the section that is painted, UTF-16. */
  readonly within: TextRange
  /** By what they show, so that what stays is left alone. */
  readonly ranges: ReadonlyMap<string, readonly [Highlight, Range]>
  /** Annotations that have a span here. */
  readonly ids: ReadonlySet<string>
}

/**
 * Paints the text near the window, and nothing else, with CSS highlights: whenever one of them or anything else in the page
 * changes, the browser goes through all ranges and draws the paragraphs that hold one again. When something in a section
 * changes, the ranges that differ are taken back and made; the text's nodes are never touched.
 */
export class Painter {
  private readonly article: ArticleDocument
  private readonly map: DomMap
  private readonly spans: PaintedSpans
  private readonly painted = new Map<number, Painted>()
  private near: TextRange = { start: 0, end: 0 }
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

  /** Paints this stretch of the text (UTF-16) and takes the paint off all else. */
  show(near: TextRange): void {
    this.near = near
    const { from, to } = this.article.outline.sectionsOf(near)
    for (const section of Array.from(this.painted.keys())) if (section < from || section >= to) this.clear(section)
    for (let section = from; section < to; section += 1) {
      const now = this.within(section)
      const before = this.painted.get(section)?.within
      if (before?.start !== now.start || before.end !== now.end) this.paint(section)
    }
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
    if (changed.length === 0) return
    for (const [section, painted] of Array.from(this.painted)) if (changed.some((id) => painted.ids.has(id))) this.paint(section)
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

  /** What of a section is near the window. */
  private within(section: number): TextRange {
    const { start, end } = this.article.outline.sections[section] ?? { start: 0, end: 0 }
    return { start: Math.max(start, this.near.start), end: Math.min(end, this.near.end) }
  }

  private clear(section: number): void {
    for (const [highlight, range] of this.painted.get(section)?.ranges.values() ?? []) highlight.delete(range)
    this.painted.delete(section)
  }

  private paint(section: number): void {
    const bounds = this.within(section)
    const before = new Map(this.painted.get(section)?.ranges)
    const painted = new Map<string, readonly [Highlight, Range]>()
    const add = (name: string, { start, end }: TextRange): void => {
      const from = Math.max(start, bounds.start)
      const to = Math.min(end, bounds.end)
      const key = `${name} ${from} ${to}`
      // Twice the same is seen once.
      if (to <= from || painted.has(key)) return
      const known = before.get(key)
      before.delete(key)
      painted.set(key, known ?? this.paintRange(name, { start: from, end: to }))
    }
    if (this.header) add(names.header, this.header)
    const spans = this.spans.index.within(bounds.start, bounds.end)
    for (const span of spans) {
      const look = this.lookOf(span.annotation.label)
      add(names.span(look, look.lane ?? this.spans.laneOf(span)), span)
      if (this.selected.has(span.annotation.id)) add(names.selected(look), span)
    }
    for (const match of this.found.within(bounds.start, bounds.end)) {
      add(match === this.foundCurrent ? names.foundCurrent : names.found, match)
    }
    if (this.selection) add(names.selection, this.selection)
    for (const [highlight, range] of before.values()) highlight.delete(range)
    this.painted.set(section, { within: bounds, ranges: painted, ids: new Set(spans.map(({ annotation }) => annotation.id)) })
  }

  private paintRange(name: string, range: TextRange): readonly [Highlight, Range] {
    const made = this.map.rangeOf(range)
    const highlight = highlightNamed(name)
    highlight.add(made)
    return [highlight, made]
  }
}
