import type { ArticleDocument } from './article-document.ts'

/** How far beyond the window sections are filled and painted, so that scrolling meets nothing bare. */
const MARGIN = '100% 0px'

/** Which sections are in the window or about to come into it. */
export class NearSections {
  readonly near: Set<number>
  private readonly observer: IntersectionObserver

  /** `first`: what is taken to be near until the browser has answered, which is after the first frame. */
  constructor(
    article: ArticleDocument,
    scroller: HTMLElement,
    first: ReadonlySet<number>,
    onChange: (near: ReadonlySet<number>) => void,
  ) {
    this.near = new Set(first)
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const index = article.indexOfElement(entry.target)
          if (index === undefined) continue
          if (entry.isIntersecting) this.near.add(index)
          else this.near.delete(index)
        }
        onChange(this.near)
      },
      { root: scroller, rootMargin: MARGIN },
    )
    for (let index = 0; index < article.outline.sections.length; index += 1) {
      const element = article.sectionElement(index)
      if (element) this.observer.observe(element)
    }
  }

  dispose(): void {
    this.observer.disconnect()
  }
}
