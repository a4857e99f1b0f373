import type { Corpus } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { highlightOf, isHighlighted, PlainText } from '../plain-text.ts'
import { run } from '../run.ts'

let held: { text: PlainText; corpus: Corpus } | null = null
function shown() {
  if (!held) throw new Error('not prepared')
  return held
}

/** Paragraphs laid out as a whole, and a CSS highlight range for every span of the article. */
const design: Design = {
  prepare: (corpus) => void (held = { text: new PlainText(corpus), corpus }),
  load() {
    const { text, corpus } = shown()
    text.show()
    for (const span of corpus.spans) highlightOf(span.label).add(text.range(span))
  },
  isDrawn: () => shown().text.column.text.firstChild !== null,
  scroller: () => shown().text.column.scroller,
  reveal: (offset) => shown().text.reveal(offset),
  add: (span) => void highlightOf(span.label).add(shown().text.range(span)),
  isAdded: (span) => isHighlighted(shown().corpus, span),
}

run(design)
