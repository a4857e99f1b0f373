import { $applyNodeReplacement, ElementNode, ParagraphNode, TextNode } from 'lexical'

/** A group of paragraphs whose element the browser skips while it is far from the window. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('reading-section', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'reading-section'
    return element
  }

  override updateDOM(): false {
    return false
  }

  /** Lexical gives `dir="auto"` only to children of a root: each paragraph has a direction of its own. */
  override isShadowRoot(): true {
    return true
  }
}

/** A group of sections: in a long article the browser skips hundreds of them without looking at each. */
export class ChapterNode extends ElementNode {
  override $config() {
    return this.config('reading-chapter', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'reading-chapter'
    return element
  }

  override updateDOM(): false {
    return false
  }
}

/** A piece of a paragraph. Not simple text for Lexical, which would merge neighbouring pieces of a long line into one. */
export class ChunkNode extends TextNode {
  override $config() {
    return this.config('reading-chunk', { extends: TextNode })
  }

  override isSimpleText(): false {
    return false
  }
}

export function $createSectionNode(): SectionNode {
  return $applyNodeReplacement(new SectionNode())
}

export function $createChapterNode(): ChapterNode {
  return $applyNodeReplacement(new ChapterNode())
}

export function $createChunkNode(text: string): ChunkNode {
  return $applyNodeReplacement(new ChunkNode(text))
}

export const articleNodes = [ChapterNode, SectionNode, ParagraphNode, ChunkNode]
