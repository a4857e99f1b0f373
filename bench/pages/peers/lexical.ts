import { $createMarkNode, $wrapSelectionInMarkNode, MarkNode } from '@lexical/mark'
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  createEditor,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'
import '@fontsource-variable/source-serif-4/opsz.css'
import '../column.css'
import { paragraphIndexAt, paragraphStarts } from '../../../src/core/text/paragraphs.ts'
import type { Corpus, CorpusSpan } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { highlightOf, isHighlighted, makeColumn } from '../plain-text.ts'
import { run } from '../run.ts'

/** A line of text with the spans in it as Lexical wants marks: cut wherever one begins or ends. */
function $piecesOf(line: string, from: number, spans: readonly CorpusSpan[]): LexicalNode[] {
  const cuts = new Set([0, line.length, ...spans.flatMap(({ start, end }) => [start - from, end - from])])
  const sorted = [...cuts].filter((cut) => cut >= 0 && cut <= line.length).sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0
    const text = $createTextNode(line.slice(start, end))
    const ids = spans.filter((span) => span.start - from <= start && span.end - from >= end).map(({ id }) => id)
    return ids.length === 0 ? text : $createMarkNode(ids).append(text)
  })
}

class LexicalText {
  readonly column = makeColumn()
  private readonly keys: NodeKey[] = []
  private readonly starts: Uint32Array
  private readonly corpus: Corpus
  private readonly editor: LexicalEditor = createEditor({
    namespace: 'bench',
    editable: false,
    nodes: [MarkNode],
    theme: { mark: 'span-0', markOverlap: 'span-1' },
    onError: (error) => {
      throw error
    },
  })

  constructor(corpus: Corpus) {
    this.corpus = corpus
    this.starts = paragraphStarts(corpus.text)
    this.editor.setRootElement(this.column.text)
  }

  show(withMarks: boolean): void {
    const { text, spans } = this.corpus
    let next = 0
    this.update(() => {
      const paragraphs = text.split('\n').map((line, index) => {
        const from = this.starts[index] ?? 0
        const first = next
        while ((spans[next]?.start ?? Infinity) < from + line.length) next += 1
        const pieces = withMarks ? $piecesOf(line, from, spans.slice(first, next)) : [$createTextNode(line)]
        const paragraph = $createParagraphNode().append(...pieces)
        this.keys.push(paragraph.getKey())
        return paragraph
      })
      $getRoot().append(...paragraphs)
    })
  }

  range({ start, end }: CorpusSpan): Range {
    const index = paragraphIndexAt(this.starts, start)
    const from = this.starts[index] ?? 0
    const text = this.editor.getElementByKey(this.keys[index] ?? '')?.firstChild?.firstChild
    if (!(text instanceof Text)) throw new Error('a paragraph has no text')
    const range = document.createRange()
    range.setStart(text, start - from)
    range.setEnd(text, end - from)
    return range
  }

  mark({ id, start, end }: CorpusSpan): void {
    const index = paragraphIndexAt(this.starts, start)
    const from = this.starts[index] ?? 0
    this.update(() => {
      const paragraph = $getNodeByKey(this.keys[index] ?? '')
      if (!(paragraph instanceof ElementNode)) throw new Error('no such paragraph')
      const selection = $createRangeSelection()
      let at = from
      for (const text of paragraph.getAllTextNodes()) {
        const length = text.getTextContentSize()
        if (start >= at && start < at + length) selection.anchor.set(text.getKey(), start - at, 'text')
        if (end > at && end <= at + length) selection.focus.set(text.getKey(), end - at, 'text')
        at += length
      }
      $wrapSelectionInMarkNode(selection, false, id)
    })
  }

  isMarked({ start, end }: CorpusSpan): boolean {
    const words = this.corpus.text.slice(start, end)
    const paragraph = this.column.text.children[paragraphIndexAt(this.starts, start)]
    return Array.from(paragraph?.querySelectorAll('mark') ?? []).some((mark) => words.startsWith(mark.textContent))
  }

  reveal(offset: number): void {
    this.column.text.children[paragraphIndexAt(this.starts, offset)]?.scrollIntoView({ block: 'center' })
  }

  private update(change: () => void): void {
    this.editor.update(change, { discrete: true })
  }
}

/** The whole article in Lexical: spans as MarkNodes, or as one CSS highlight range each. */
function lexicalDesign(withMarks: boolean): Design {
  let held: { text: LexicalText; corpus: Corpus } | null = null
  const shown = () => {
    if (!held) throw new Error('not prepared')
    return held
  }
  return {
    prepare: (corpus) => void (held = { text: new LexicalText(corpus), corpus }),
    load() {
      const { text, corpus } = shown()
      text.show(withMarks)
      if (!withMarks) for (const span of corpus.spans) highlightOf(span.label).add(text.range(span))
    },
    isDrawn: () => shown().text.column.text.firstChild !== null,
    scroller: () => shown().text.column.scroller,
    reveal: (offset) => shown().text.reveal(offset),
    add: (span) => (withMarks ? shown().text.mark(span) : void highlightOf(span.label).add(shown().text.range(span))),
    isAdded: (span) => (withMarks ? shown().text.isMarked(span) : isHighlighted(shown().corpus, span)),
  }
}

run(lexicalDesign(new URLSearchParams(location.search).get('variant') === 'marks'))
