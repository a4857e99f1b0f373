import type { ArticleDocument } from './article-document.ts'
import type { MeasuredLines } from './line-layout.ts'
import type { CaretPlace } from './movement.ts'
import type { Revealer } from './revealer.ts'

/** Keeps places of the text in the window. */
export class InView {
  private readonly scroller: HTMLElement
  private readonly article: ArticleDocument
  private readonly lines: MeasuredLines
  private readonly revealer: Revealer

  constructor(scroller: HTMLElement, article: ArticleDocument, lines: MeasuredLines, revealer: Revealer) {
    this.scroller = scroller
    this.article = article
    this.lines = lines
    this.revealer = revealer
  }

  /** Brings an offset (UTF-16) so many pixels below the top of the window: a third of it, if nothing is said. */
  scrollTo(offset: number, fromTop = this.scroller.clientHeight / 3): void {
    const section = this.article.outline.sectionAt(offset)
    this.revealer.scrollTo(section, () => this.lines.caretBox({ offset, affinity: 'after' }).top, fromTop)
  }

  /** Scrolls as little as brings the line into view with a line to spare; a far jump puts it a third below the top. */
  keep(place: CaretPlace): void {
    if (this.isComfortable(place)) return
    const box = this.lines.caretBox(place)
    const view = this.scroller.getBoundingClientRect()
    const isFar = box.top < view.top - view.height || box.top > view.bottom + view.height
    if (isFar) this.scrollTo(place.offset)
    else if (box.top < view.top + box.height) this.scroller.scrollTop += box.top - view.top - box.height * 2
    else this.scroller.scrollTop += box.top + box.height * 3 - view.bottom
  }

  /** Whether the line of a place is in view with a line to spare. */
  isComfortable(place: CaretPlace): boolean {
    const box = this.lines.caretBox(place)
    const view = this.scroller.getBoundingClientRect()
    return box.top >= view.top + box.height && box.top + box.height * 2 <= view.bottom
  }
}
