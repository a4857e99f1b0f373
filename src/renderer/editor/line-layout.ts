import { graphemeFloor, nextGrapheme } from '../../core/text/graphemes.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import { skipBlankBack } from '../../core/text/trim.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'
import type { CaretPlace, LineLayout } from './movement.ts'
import type { Revealer } from './revealer.ts'

/** Where a caret stands, in pixels of the window. */
export interface CaretBox {
  readonly left: number
  readonly top: number
  readonly height: number
}

/** A line on the screen: UTF-16 offsets. `wraps`: it ends at a soft break, and its end is also the next line's start. */
interface Line extends TextRange {
  readonly wraps: boolean
}

/** A page moves by a little less than the window, so that the eye keeps a line. */
const PAGE = 0.85
/** Lines whose tops differ by less are one line. */
const SAME_LINE = 3

/**
 * Lines as the browser laid them out, measured by collapsed ranges. Unlike `caretPositionFromPoint` this answers for
 * lines outside the window and under other elements too; the goal column is the caret's.
 */
export class MeasuredLines implements LineLayout {
  private readonly article: ArticleDocument
  private readonly map: DomMap
  private readonly revealer: Revealer
  private readonly pageHeight: () => number

  constructor(article: ArticleDocument, map: DomMap, revealer: Revealer, pageHeight: () => number) {
    this.article = article
    this.map = map
    this.revealer = revealer
    this.pageHeight = pageHeight
  }

  caretBox({ offset, affinity }: CaretPlace): CaretBox {
    const section = this.article.outline.sectionAt(offset)
    if (!this.article.isLaidOut(section)) this.revealer.reveal(section)
    const { node, offset: inNode } = this.map.pointOf(offset)
    if (node instanceof HTMLElement) return emptyLineBox(node)
    const range = document.createRange()
    range.setStart(node, inNode)
    const rects = range.getClientRects()
    const rect = (affinity === 'before' ? rects[0] : rects[rects.length - 1]) ?? range.getBoundingClientRect()
    const upper = affinity === 'before' && rects.length < 2 ? this.endOfUpperLine(offset, rect) : null
    return upper ?? { left: rect.left, top: rect.top, height: rect.height }
  }

  column(place: CaretPlace): number {
    return this.caretBox(place).left
  }

  lineEdge(place: CaretPlace, edge: 'start' | 'end'): CaretPlace {
    const line = this.lineOf(place)
    if (edge === 'start') return { offset: line.start, affinity: 'after' }
    if (!line.wraps) return { offset: line.end, affinity: 'after' }
    // The blank at which a line was broken hangs over its end: the caret goes before it.
    const visible = skipBlankBack(this.article.outline.text, line.start, line.end)
    return visible < line.end ? { offset: visible, affinity: 'after' } : { offset: line.end, affinity: 'before' }
  }

  vertical(place: CaretPlace, direction: 1 | -1, by: 'line' | 'page', goal: number): CaretPlace {
    const { text } = this.article.outline
    const distance = by === 'line' ? 0 : this.pageHeight() * PAGE
    let line = this.lineOf(place)
    const start = line
    for (;;) {
      const next = this.neighbour(line, direction)
      if (!next) {
        if (line === start || by === 'line') return { offset: direction === 1 ? text.length : 0, affinity: 'after' }
        break
      }
      const isTooFar = distance > 0 && line !== start && Math.abs(this.top(next.start) - this.top(start.start)) > distance
      if (isTooFar) break
      line = next
      if (distance === 0) break
    }
    return this.nearest(line, goal)
  }

  /** The line that holds a place. */
  private lineOf(place: CaretPlace): Line {
    const { outline } = this.article
    const paragraph = outline.paragraph(outline.paragraphAt(place.offset))
    if (paragraph.start === paragraph.end) return { ...paragraph, wraps: false }
    const top = this.caretBox(place).top
    const start = this.firstWhere(paragraph, (offset) => this.top(offset) > top - SAME_LINE)
    const end = this.firstWhere(paragraph, (offset) => this.top(offset) > top + SAME_LINE)
    const wraps = end <= paragraph.end && this.top(end) > top + SAME_LINE
    return { start, end: wraps ? end : paragraph.end, wraps }
  }

  private neighbour(line: Line, direction: 1 | -1): Line | null {
    const { outline } = this.article
    const index = outline.paragraphAt(line.start)
    if (direction === 1) {
      if (line.wraps) return this.lineOf({ offset: line.end, affinity: 'after' })
      if (index + 1 >= outline.paragraphCount) return null
      return this.lineOf({ offset: outline.paragraph(index + 1).start, affinity: 'after' })
    }
    if (line.start > outline.paragraph(index).start) return this.lineOf({ offset: line.start - 1, affinity: 'after' })
    return index === 0 ? null : this.lineOf({ offset: outline.paragraph(index - 1).end, affinity: 'after' })
  }

  private nearest(line: Line, goal: number): CaretPlace {
    const { text } = this.article.outline
    let best: CaretPlace = { offset: line.start, affinity: 'after' }
    let least = Number.POSITIVE_INFINITY
    for (let at = line.start; at <= line.end; at = at < line.end ? nextGrapheme(text, at) : at + 1) {
      const place: CaretPlace = at === line.end && line.wraps ? this.lineEdge(best, 'end') : { offset: at, affinity: 'after' }
      const distance = Math.abs(this.column(place) - goal)
      if (distance < least) {
        best = place
        least = distance
      }
    }
    return best
  }

  private top(offset: number): number {
    return this.caretBox({ offset, affinity: 'after' }).top
  }

  /** The first offset of a paragraph for which `test` holds, given that it goes on holding; its end when there is none. */
  private firstWhere(paragraph: TextRange, test: (offset: number) => boolean): number {
    let low = paragraph.start
    let high = paragraph.end
    while (low < high) {
      const middle = (low + high) >> 1
      if (test(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The far side of the character before a soft break, when the browser answers only for the line below. */
  private endOfUpperLine(offset: number, below: DOMRect): CaretBox | null {
    const { outline } = this.article
    const start = graphemeFloor(outline.text, offset - 1)
    if (offset <= outline.paragraph(outline.paragraphAt(offset)).start) return null
    const rect = this.map.rangeOf({ start, end: offset }).getClientRects()[0]
    if (!rect || rect.top > below.top - SAME_LINE) return null
    const paragraph = this.map.paragraphElement(outline.paragraphAt(offset))
    return { left: paragraph && isRtl(paragraph) ? rect.left : rect.right, top: rect.top, height: rect.height }
  }
}

export function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

function emptyLineBox(paragraph: HTMLElement): CaretBox {
  const rect = paragraph.getBoundingClientRect()
  return { left: isRtl(paragraph) ? rect.right : rect.left, top: rect.top, height: rect.height }
}
