import { $createParagraphNode, $getNodeByKey, $getRoot, createEditor, type LexicalEditor, type NodeKey } from 'lexical'
import { $createChapterNode, $createChunkNode, $createSectionNode, articleNodes, SectionNode } from './article-nodes.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'
import type { TextOutline } from './text-outline.ts'

/** Latin characters in a line of the column, for estimates only. */
const MEASURE = 66
/** Sections in a chapter: the browser looks at every chapter in every frame, and at the sections of those near the window. */
const CHAPTER = 16
/** Sections filled in one slice of idle time. */
const IDLE_SLICE = 6

/**
 * An article's text in a read-only Lexical editor: all sections at once, as empty elements of about the right height;
 * their paragraphs when they come near the window or are asked for, and the rest when there is time. A section that
 * was filled never changes again.
 */
export class ArticleDocument {
  readonly root: HTMLElement
  readonly outline: TextOutline

  private readonly editor: LexicalEditor
  private readonly keys: NodeKey[] = []
  private readonly elements: HTMLElement[] = []
  private readonly indices = new WeakMap<Node, number>()
  private readonly chapters: HTMLElement[] = []
  private readonly filled: Uint8Array
  private nextIdle = 0
  private idle = 0

  constructor(root: HTMLElement, outline: TextOutline) {
    this.root = root
    this.outline = outline
    this.filled = new Uint8Array(outline.sections.length)
    this.editor = createEditor({
      namespace: 'concord-article',
      editable: false,
      // Caret, keys and selection are offsets of ours; Lexical must not read them back from the page.
      disableEvents: true,
      nodes: articleNodes,
      onError: (error) => {
        throw error
      },
    })
    this.editor.setRootElement(root)
    this.update(() => {
      const sections = outline.sections.map(() => $createSectionNode())
      for (const section of sections) this.keys.push(section.getKey())
      const count = Math.ceil(sections.length / CHAPTER)
      $getRoot().append(...Array.from({ length: count }, (_, index) => $createChapterNode().append(...sections.slice(index * CHAPTER, (index + 1) * CHAPTER))))
    })
    for (const [index, section] of outline.sections.entries()) {
      const element = this.editor.getElementByKey(this.keys[index] ?? '')
      if (!element) throw new Error(`section ${index} has no element`)
      element.style.setProperty('--lines', String(outline.estimatedLines(section, MEASURE)))
      this.elements.push(element)
      this.indices.set(element, index)
    }
    for (let from = 0; from < outline.sections.length; from += CHAPTER) {
      const element = this.elements[from]?.parentElement
      const [first, last] = [outline.sections[from], outline.sections[Math.min(from + CHAPTER, outline.sections.length) - 1]]
      if (!element || !first || !last) continue
      element.style.setProperty('--lines', String(outline.estimatedLines({ first: first.first, last: last.last }, MEASURE)))
      this.chapters.push(element)
      this.indices.set(element, from)
    }
  }

  sectionElement(index: number): HTMLElement | undefined {
    return this.elements[index]
  }

  /** Groups of sections in order, each with its element and its first and last section. */
  get chapterBoxes(): readonly { readonly element: HTMLElement; readonly from: number; readonly to: number }[] {
    return this.chapters.map((element, index) => ({ element, from: index * CHAPTER, to: Math.min((index + 1) * CHAPTER, this.elements.length) }))
  }

  /** The element of the chapter that holds a section. */
  chapterElement(section: number): HTMLElement | undefined {
    return this.chapters[Math.floor(section / CHAPTER)]
  }

  /** Whether the browser is not skipping the chapter of a section. */
  isChapterLaidOut(section: number): boolean {
    return this.elements[section]?.checkVisibility({ contentVisibilityAuto: true }) ?? false
  }

  /** Index of the section whose element this is; of the first one of a chapter. */
  indexOfElement(element: Node): number | undefined {
    return this.indices.get(element)
  }

  isFilled(section: number): boolean {
    return this.filled[section] === 1
  }

  /** Whether a section has its paragraphs and the browser is not skipping them. */
  isLaidOut(section: number): boolean {
    const paragraph = this.isFilled(section) ? this.elements[section]?.firstElementChild : null
    return paragraph?.checkVisibility({ contentVisibilityAuto: true }) ?? false
  }

  /** Sections from the top that take at least so many lines, as far as one can tell before layout. */
  firstSections(lines: number): Set<number> {
    const first = new Set<number>()
    let taken = 0
    for (const [index, section] of this.outline.sections.entries()) {
      if (taken >= lines) break
      first.add(index)
      taken += this.outline.estimatedLines(section, MEASURE)
    }
    return first
  }

  /** The text from the top that takes about so many lines, UTF-16. */
  firstText(lines: number): TextRange {
    let taken = 0
    let paragraph = 0
    while (taken < lines && paragraph + 1 < this.outline.paragraphCount) {
      taken += this.outline.estimatedLines({ first: paragraph, last: paragraph + 1 }, MEASURE)
      paragraph += 1
    }
    return { start: 0, end: this.outline.paragraph(paragraph).end }
  }

  /** Gives sections their paragraphs, at once. */
  fill(sections: Iterable<number>): void {
    const empty = [...sections].filter((section) => this.filled[section] === 0)
    if (empty.length === 0) return
    this.update(() => {
      for (const index of empty) this.$fillSection(index)
    })
    for (const index of empty) this.filled[index] = 1
  }

  /** Fills what is left in idle time, so that the whole text is there for screen readers. */
  fillWhenIdle(): void {
    this.idle = requestIdleCallback(() => {
      const slice: number[] = []
      for (; slice.length < IDLE_SLICE && this.nextIdle < this.filled.length; this.nextIdle += 1) slice.push(this.nextIdle)
      this.fill(slice)
      // One slice at a time: an idle period can be long, and a key that comes in it would have to wait.
      if (this.nextIdle < this.filled.length) this.fillWhenIdle()
    })
  }

  dispose(): void {
    cancelIdleCallback(this.idle)
    this.editor.setRootElement(null)
  }

  private $fillSection(index: number): void {
    const section = this.outline.sections[index]
    const node = $getNodeByKey(this.keys[index] ?? '')
    if (!section || !(node instanceof SectionNode)) return
    const paragraphs = Array.from({ length: section.last - section.first }, (_, offset) => {
      const chunks = this.outline.chunks(section.first + offset)
      return $createParagraphNode().append(...chunks.map($createChunkNode))
    })
    node.append(...paragraphs)
  }

  private update(change: () => void): void {
    this.editor.update(change, { discrete: true, skipTransforms: true })
  }
}
