import { EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import '@fontsource-variable/source-serif-4/opsz.css'
import '../column.css'
import type { Corpus, CorpusSpan } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { firstSpans } from '../plain-text.ts'
import { run } from '../run.ts'

const addSpan = StateEffect.define<CorpusSpan>()
const mark = (span: CorpusSpan) => Decoration.mark({ class: `span-${span.label}` }).range(span.start, span.end)

let corpus: Corpus | null = null
let view: EditorView | null = null
function shown(): EditorView {
  if (!view) throw new Error('not loaded')
  return view
}

/** A read-only editor with virtual lines; the spans are mark decorations. */
const design: Design = {
  prepare: (given) => void (corpus = given),
  load() {
    const spans = corpus?.spans ?? []
    const field = StateField.define<DecorationSet>({
      create: () => Decoration.set(spans.map(mark), true),
      update: (set, transaction) =>
        transaction.effects.reduce((all, effect) => (effect.is(addSpan) ? all.update({ add: [mark(effect.value)] }) : all), set),
      provide: (self) => EditorView.decorations.from(self),
    })
    const state = EditorState.create({
      doc: corpus?.text ?? '',
      extensions: [field, EditorView.lineWrapping, EditorState.readOnly.of(true), EditorView.editable.of(false)],
    })
    view = new EditorView({ state, parent: document.body })
  },
  isDrawn() {
    if (!view || !corpus) return false
    const last = Array.from(view.contentDOM.querySelectorAll('.cm-line')).at(-1)
    const marks = view.contentDOM.querySelectorAll('[class^="span-"]').length
    return last !== undefined && last.getBoundingClientRect().bottom > innerHeight && marks >= firstSpans(corpus).length
  },
  scroller: () => shown().scrollDOM,
  reveal: (offset) => shown().dispatch({ effects: EditorView.scrollIntoView(offset, { y: 'center' }) }),
  add: (span) => shown().dispatch({ effects: addSpan.of(span) }),
  isAdded(span) {
    const words = corpus?.text.slice(span.start, span.end) ?? ''
    return Array.from(shown().contentDOM.querySelectorAll(`.span-${span.label}`)).some((mark) => words.startsWith(mark.textContent))
  },
}

run(design)
