import { graphemeFloor } from '../../core/text/graphemes.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'

/** UTF-16 offsets; `focus` is the end that moves. */
export interface OffsetSelection {
  readonly anchor: number
  readonly focus: number
}

/**
 * A section in the selection is never skipped by the browser. So that selecting a whole long article does not lay all of
 * it out, the browser is given at most so many sections of a selection, those at its moving end.
 */
const MOST_SECTIONS = 40

/** The browser's own selection, kept in step with offsets both ways. */
export class NativeSelection {
  private readonly article: ArticleDocument
  private readonly map: DomMap
  /** What the browser was given in place of a longer selection. */
  private clipped: { readonly given: OffsetSelection; readonly whole: OffsetSelection } | null = null

  constructor(article: ArticleDocument, map: DomMap) {
    this.article = article
    this.map = map
  }

  /** Whether the browser shows less than is selected. */
  get isClipped(): boolean {
    return this.clipped !== null
  }

  show(whole: OffsetSelection): void {
    const selection = document.getSelection()
    if (!selection) return
    const shown = this.read()
    if (shown && isSame(shown, whole)) return
    const given = this.clip(whole)
    this.clipped = isSame(given, whole) ? null : { given, whole }
    const from = this.map.pointOf(given.anchor)
    const to = this.map.pointOf(given.focus)
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  /** What the browser has selected, as offsets between clusters; `null` when it is not in the article. */
  read(): OffsetSelection | null {
    const selection = document.getSelection()
    if (!selection?.anchorNode || !selection.focusNode || !this.map.holds(selection.anchorNode)) return null
    const { text } = this.article.outline
    const read = {
      anchor: graphemeFloor(text, this.map.offsetOf(selection.anchorNode, selection.anchorOffset)),
      focus: graphemeFloor(text, this.map.offsetOf(selection.focusNode, selection.focusOffset)),
    }
    if (this.clipped && isSame(read, this.clipped.given)) return this.clipped.whole
    this.clipped = null
    return read
  }

  private clip({ anchor, focus }: OffsetSelection): OffsetSelection {
    const { outline } = this.article
    const from = outline.sectionAt(anchor)
    const to = outline.sectionAt(focus)
    if (Math.abs(from - to) <= MOST_SECTIONS) return { anchor, focus }
    const nearest = outline.sections[from < to ? to - MOST_SECTIONS : to + MOST_SECTIONS]
    return { anchor: (from < to ? nearest?.start : nearest?.end) ?? anchor, focus }
  }
}

function isSame(a: OffsetSelection, b: OffsetSelection): boolean {
  return a.anchor === b.anchor && a.focus === b.focus
}
