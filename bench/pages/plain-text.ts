import '@fontsource-variable/source-serif-4/opsz.css'
import './column.css'
import { paragraphStarts, paragraphIndexAt } from '../../src/core/text/paragraphs.ts'
import type { Corpus, CorpusSpan } from '../lib/corpus.ts'

const GROUP = 25
/** Characters in a line of the column, for estimates. */
const MEASURE = 66

export interface Column {
  readonly scroller: HTMLElement
  readonly text: HTMLElement
}

export function makeColumn(): Column {
  const scroller = document.createElement('div')
  scroller.id = 'scroller'
  const text = document.createElement('div')
  text.id = 'text'
  scroller.append(text)
  document.body.append(scroller)
  return { scroller, text }
}

/** The article as paragraphs, one for a line of the text; offsets (UTF-16) to places in them. */
export class PlainText {
  readonly column = makeColumn()
  private readonly paragraphs: HTMLElement[] = []
  private readonly starts: Uint32Array
  private readonly corpus: Corpus

  constructor(corpus: Corpus) {
    this.corpus = corpus
    this.starts = paragraphStarts(corpus.text)
  }

  /** `feeds`: each paragraph keeps its line feed, so that text nodes add up to the text. */
  show({ groups = false, feeds = false } = {}): void {
    const all = document.createDocumentFragment()
    let group: ParentNode = all
    let lines = 0
    for (const [index, line] of this.corpus.text.split('\n').entries()) {
      if (groups && index % GROUP === 0) {
        if (group instanceof HTMLElement) group.style.setProperty('--lines', String(lines))
        const element = document.createElement('div')
        element.className = 'group'
        all.append(element)
        group = element
        lines = 0
      }
      lines += Math.max(1, Math.ceil(line.length / MEASURE))
      const paragraph = document.createElement('p')
      paragraph.append(feeds && index + 1 < this.starts.length ? `${line}\n` : line)
      group.append(paragraph)
      this.paragraphs.push(paragraph)
    }
    if (group instanceof HTMLElement) group.style.setProperty('--lines', String(lines))
    this.column.text.append(all)
  }

  range({ start, end }: CorpusSpan): Range {
    const range = document.createRange()
    const index = paragraphIndexAt(this.starts, start)
    const from = this.starts[index] ?? 0
    const text = textOf(this.paragraphs[index])
    range.setStart(text, start - from)
    range.setEnd(text, end - from)
    return range
  }

  reveal(offset: number): void {
    this.paragraphs[paragraphIndexAt(this.starts, offset)]?.scrollIntoView({ block: 'center' })
  }
}

function textOf(element: Element | undefined): Text {
  const text = element?.firstChild
  if (!(text instanceof Text)) throw new Error('a paragraph has no text')
  return text
}

/** Spans that surely lie in the first window. */
export function firstSpans(corpus: Corpus): CorpusSpan[] {
  return corpus.spans.filter(({ end }) => end < 1_000)
}

/** Whether a highlight holds a range over exactly these words. */
export function isHighlighted(corpus: Corpus, { start, end }: CorpusSpan): boolean {
  const words = corpus.text.slice(start, end)
  let found = false
  CSS.highlights.forEach((highlight) => {
    if (!found) highlight.forEach((range) => (found ||= String(range) === words))
  })
  return found
}

export function highlightOf(label: number): Highlight {
  const name = `span-${label}`
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}
