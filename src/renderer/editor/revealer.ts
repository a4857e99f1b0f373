import type { ArticleDocument } from './article-document.ts'

/**
 * Makes sections count for layout although they are far from the window, which the browser else skips until the next
 * frame. They are given back to it when others are asked for.
 */
export class Revealer {
  private readonly article: ArticleDocument
  private readonly scroller: HTMLElement
  private revealed = new Set<number>()

  constructor(article: ArticleDocument, scroller: HTMLElement) {
    this.article = article
    this.scroller = scroller
  }

  /** Sections from `from` up to `to` (excluded) have their real sizes afterwards, at once. */
  reveal(from: number, to = from + 1): void {
    const wanted: number[] = []
    for (let index = Math.max(0, from); index < Math.min(to, this.article.outline.sections.length); index += 1) {
      if (!this.revealed.has(index)) wanted.push(index)
    }
    this.article.fill(wanted)
    for (const index of wanted) {
      this.article.sectionElement(index)?.style.setProperty('content-visibility', 'visible')
      this.article.chapterElement(index)?.style.setProperty('content-visibility', 'visible')
      this.revealed.add(index)
    }
  }

  /** Scrolls so that what `topOf` measures lies `below` pixels under the window's top, whatever sizes change meanwhile. */
  scrollTo(section: number, topOf: () => number, below: number): void {
    this.reveal(section)
    for (let round = 0; round < 5; round += 1) {
      const delta = topOf() - this.scroller.getBoundingClientRect().top - below
      if (round > 0 && Math.abs(delta) < 1) return
      const before = this.scroller.scrollTop
      this.scroller.scrollTop = before + delta
      const { from, to } = this.inWindow(section)
      this.reveal(from, to)
      if (this.scroller.scrollTop === before) return
    }
  }

  /** Sections around `section` that lie in the window. */
  private inWindow(section: number): { from: number; to: number } {
    const { top, bottom } = this.scroller.getBoundingClientRect()
    const lies = (index: number): boolean => {
      const rect = this.article.sectionElement(index)?.getBoundingClientRect()
      return rect !== undefined && rect.bottom > top && rect.top < bottom
    }
    let from = section
    while (lies(from - 1)) from -= 1
    let to = section + 1
    while (lies(to)) to += 1
    return { from, to }
  }

  /** Leaves all but the sections of `keep` to the browser again; they keep the size that they were seen to have. */
  release(keep: (section: number) => boolean): void {
    const left = new Set<HTMLElement | undefined>()
    for (const index of this.revealed) {
      if (keep(index)) continue
      this.article.sectionElement(index)?.style.removeProperty('content-visibility')
      this.revealed.delete(index)
      left.add(this.article.chapterElement(index))
    }
    const held = new Set([...this.revealed].map((index) => this.article.chapterElement(index)))
    for (const chapter of left) if (!held.has(chapter)) chapter?.style.removeProperty('content-visibility')
  }
}
