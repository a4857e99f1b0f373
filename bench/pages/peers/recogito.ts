import type { Corpus, CorpusSpan } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { firstSpans, PlainText } from '../plain-text.ts'

/** As much of its interface, the same in versions 3 and 4, as is used here. */
interface Annotator {
  setAnnotations(annotations: unknown[]): unknown
  addAnnotation(annotation: unknown): unknown
}
export type CreateAnnotator = (container: HTMLElement, options: { renderer: string; annotatingEnabled: boolean }) => Annotator

/** Its renderers; canvas is in version 3 only. */
const renderers: Readonly<Record<string, string>> = { spans: 'SPANS', canvas: 'CANVAS', css: 'CSS_HIGHLIGHTS' }

function highlightsOnScreen(renderer: string, container: HTMLElement): number {
  if (renderer === 'SPANS') return container.querySelectorAll('.r6o-annotation').length
  if (renderer === 'CSS_HIGHLIGHTS') {
    let count = 0
    CSS.highlights.forEach((highlight) => (count += highlight.size))
    return count
  }
  const canvas = document.querySelector('canvas')
  if (!canvas || canvas.width === 0) return 0
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, Math.min(canvas.height, innerHeight)).data
  return pixels?.some((value) => value !== 0) ? Infinity : 0
}

/** Plain paragraphs laid out as a whole, annotated by Recogito with one of its renderers. */
export function recogitoDesign(create: CreateAnnotator): Design {
  const renderer = renderers[new URLSearchParams(location.search).get('variant') ?? ''] ?? 'SPANS'
  let held: { text: PlainText; corpus: Corpus } | null = null
  let annotator: Annotator | null = null
  const shown = () => {
    if (!held) throw new Error('not prepared')
    return held
  }
  const annotationOf = (span: CorpusSpan) => {
    const { id, start, end, label } = span
    const selector = [{ quote: shown().corpus.text.slice(start, end), start, end }]
    return {
      id,
      bodies: [{ id: `${id}-label`, annotation: id, purpose: 'tagging', value: String(label) }],
      target: { annotation: id, created: new Date(), selector },
    }
  }
  return {
    prepare: (corpus) => void (held = { text: new PlainText(corpus), corpus }),
    load() {
      const { text, corpus } = shown()
      text.show({ feeds: true })
      annotator = create(text.column.text, { renderer, annotatingEnabled: false })
      annotator.setAnnotations(corpus.spans.map(annotationOf))
    },
    isDrawn: () => annotator !== null && highlightsOnScreen(renderer, shown().text.column.text) >= firstSpans(shown().corpus).length,
    scroller: () => shown().text.column.scroller,
    reveal: (offset) => shown().text.reveal(offset),
    add: (span) => void annotator?.addAnnotation(annotationOf(span)),
    // It draws when it has time; what it does by then is counted.
    isAdded: () => true,
  }
}
