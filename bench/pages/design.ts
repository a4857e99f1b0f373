import type { Corpus, CorpusSpan } from '../lib/corpus.ts'

/** One way to show the article, as a page drives it. Offsets are UTF-16. */
export interface Design {
  /** What is there before anybody opens the article: the app without it, an empty column. Not measured. */
  prepare(corpus: Corpus): void | Promise<void>
  /** Opens the article: measured from here. */
  load(): void | Promise<void>
  /** Whether the page, as laid out now, shows all that belongs into the window. */
  isDrawn(): boolean
  scroller(): Element
  /** Brings an offset into view. */
  reveal(offset: number): void
  add(span: CorpusSpan): void
  /** Whether the page shows the span that was added last. */
  isAdded(span: CorpusSpan): boolean
}
