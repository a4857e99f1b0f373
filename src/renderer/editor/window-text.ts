import type { Range as TextRange } from '../../core/text/ranges.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'

/** How far beyond the window text counts as near it, in windows. */
const REACH = 0.75
/** With less than this left on a side, in windows, another stretch is taken. */
const LEAST = 0.3

interface Box {
  readonly top: number
  readonly bottom: number
}

/** The first of `count` things in order for which `test` holds, given that it goes on holding; `count` for none. */
function firstWhere(count: number, test: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Of elements that stand below each other those that lie in `box`: the first, and the one after the last. */
function indicesIn(elements: ArrayLike<Element>, box: Box): { readonly from: number; readonly to: number } {
  const rect = (index: number): DOMRect | undefined => elements[index]?.getBoundingClientRect()
  return {
    from: firstWhere(elements.length, (index) => (rect(index)?.bottom ?? 0) > box.top),
    to: firstWhere(elements.length, (index) => (rect(index)?.top ?? 0) >= box.bottom),
  }
}

/** Which stretch of the text is in the window and a little around it. It follows in steps, not with every pixel. */
export class WindowText {
  private readonly article: ArticleDocument
  private readonly map: DomMap
  private readonly scroller: HTMLElement

  constructor(article: ArticleDocument, map: DomMap, scroller: HTMLElement) {
    this.article = article
    this.map = map
    this.scroller = scroller
  }

  /** UTF-16; `known`: the stretch that was near, answered again while it will do. `sections`: where to look. */
  near(known: TextRange, sections: ReadonlySet<number>): TextRange {
    const { top, bottom } = this.scroller.getBoundingClientRect()
    const height = bottom - top
    if (height === 0 || this.reaches(known, { top: top - height * LEAST, bottom: bottom + height * LEAST })) return known
    return this.within({ top: top - height * REACH, bottom: bottom + height * REACH }, sections) ?? known
  }

  private reaches({ start, end }: TextRange, box: Box): boolean {
    const first = this.pieceAt(start)
    const last = this.pieceAt(Math.max(start, end - 1))
    if (!first || !last) return false
    const above = start === 0 || first.getBoundingClientRect().top <= box.top
    return above && (end >= this.article.outline.text.length || last.getBoundingClientRect().bottom >= box.bottom)
  }

  /** The piece of text that holds an offset, while the browser does not skip it. */
  private pieceAt(offset: number): Element | null {
    const { section, paragraph, chunk } = this.article.outline.placeOf(offset)
    if (!this.article.isLaidOut(section)) return null
    const element = this.map.paragraphElement(paragraph)
    return element?.children[chunk] ?? element
  }

  private within(box: Box, sections: ReadonlySet<number>): TextRange | null {
    const ranges = [...sections].flatMap((section) => {
      // To ask where one stands that the browser skips would lay it out.
      const rect = this.article.isLaidOut(section) && this.article.sectionElement(section)?.getBoundingClientRect()
      if (!rect || rect.bottom <= box.top || rect.top >= box.bottom) return []
      return this.inSection(section, box) ?? []
    })
    if (ranges.length === 0) return null
    return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) }
  }

  private inSection(index: number, box: Box): TextRange | null {
    const { outline } = this.article
    const section = outline.sections[index]
    const paragraphs = this.article.sectionElement(index)?.children
    if (!section || !paragraphs) return null
    const { from, to } = indicesIn(paragraphs, box)
    if (from >= to) return null
    return {
      start: this.edge(section.first + from, paragraphs[from], box).start,
      end: this.edge(section.first + to - 1, paragraphs[to - 1], box).end,
    }
  }

  /** Of a paragraph of several pieces those that lie in `box`; else all of it. */
  private edge(paragraph: number, element: Element | undefined, box: Box): TextRange {
    const { outline } = this.article
    const whole = outline.paragraph(paragraph)
    const pieces = element?.children
    if (!pieces || pieces.length < 2) return whole
    const { from, to } = indicesIn(pieces, box)
    return {
      start: outline.offsetOf(paragraph, from, 0),
      end: to >= pieces.length ? whole.end : outline.offsetOf(paragraph, to, 0),
    }
  }
}
