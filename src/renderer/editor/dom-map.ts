import type { Range as TextRange } from '../../core/text/ranges.ts'
import type { ArticleDocument } from './article-document.ts'

export interface DomPoint {
  readonly node: Node
  readonly offset: number
}

function indexAmongSiblings(element: Element): number {
  let index = 0
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) index += 1
  return index
}

/** The child of `ancestor` that holds `node`, or nothing when `node` is not inside. */
function childHolding(ancestor: Node, node: Node): Element | null {
  let at: Node | null = node
  while (at && at.parentNode !== ancestor) at = at.parentNode
  return at instanceof Element ? at : null
}

/** Offsets of the text (UTF-16) to points of the page and back. Sections that are not there yet are filled when asked for. */
export class DomMap {
  private readonly article: ArticleDocument

  constructor(article: ArticleDocument) {
    this.article = article
  }

  paragraphElement(paragraph: number): HTMLElement | null {
    const { outline } = this.article
    const section = outline.sectionOfParagraph(paragraph)
    this.article.fill([section])
    const child = this.article.sectionElement(section)?.children[paragraph - (outline.sections[section]?.first ?? 0)]
    return child instanceof HTMLElement ? child : null
  }

  pointOf(offset: number): DomPoint {
    const place = this.article.outline.placeOf(offset)
    const paragraph = this.paragraphElement(place.paragraph)
    const text = paragraph?.children[place.chunk]?.firstChild
    if (text instanceof Text) return { node: text, offset: place.offset }
    return { node: paragraph ?? this.article.root, offset: 0 }
  }

  /** A live range over the text's slice. Ends inside a chunk where it can, so that neither end hangs over. */
  rangeOf({ start, end }: TextRange): Range {
    const range = document.createRange()
    const from = this.pointOf(start)
    const to = this.pointOf(end)
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  /** The offset of any point in the article or around it: what lies before it is its start, what lies after its end. */
  offsetOf(node: Node, offset: number): number {
    const { root, outline } = this.article
    if (node === root) return this.startOf(root.children[offset])
    const chapter = childHolding(root, node)
    if (!chapter) {
      const isBefore = (root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
      return isBefore && !node.contains(root) ? 0 : isBefore ? this.aroundRoot(node, offset) : outline.text.length
    }
    if (node === chapter) return offset < chapter.children.length ? this.startOf(chapter.children[offset]) : this.startOf(chapter.nextElementSibling)
    const element = childHolding(chapter, node)
    const section = outline.sections[(element && this.article.indexOfElement(element)) ?? -1]
    if (!element || !section) return outline.text.length
    if (node === element) {
      const index = section.first + offset
      return index < section.last ? outline.paragraph(index).start : section.end
    }
    const paragraph = childHolding(element, node)
    if (!paragraph) return section.start
    return this.offsetInParagraph(paragraph, section.first + indexAmongSiblings(paragraph), node, offset)
  }

  /** Where a chapter or a section begins; for none, where the text ends. */
  private startOf(element: Element | null | undefined): number {
    const { outline } = this.article
    return outline.sections[(element && this.article.indexOfElement(element)) ?? -1]?.start ?? outline.text.length
  }

  /** Whether `node` is the article or in it. */
  holds(node: Node | null): boolean {
    return node !== null && this.article.root.contains(node)
  }

  private offsetInParagraph(paragraph: Element, index: number, node: Node, offset: number): number {
    const { outline } = this.article
    if (node === paragraph) {
      return offset < paragraph.childNodes.length ? outline.offsetOf(index, offset, 0) : outline.paragraph(index).end
    }
    const chunk = childHolding(paragraph, node)
    if (!chunk) return outline.paragraph(index).start
    const position = indexAmongSiblings(chunk)
    if (node instanceof Text) return outline.offsetOf(index, position, offset)
    return outline.offsetOf(index, position, offset === 0 ? 0 : (chunk.textContent ?? '').length)
  }

  /** `node` holds the article: is the child at `offset` before it or after? */
  private aroundRoot(node: Node, offset: number): number {
    const holder = childHolding(node, this.article.root)
    const position = holder ? Array.prototype.indexOf.call(node.childNodes, holder) : 0
    return offset <= position ? 0 : this.article.outline.text.length
  }
}
