import * as packed from 'v-annotator'
import 'v-annotator/dist/v-annotator.css'
import Vue from 'vue'
import '../column.css'
import { LABELS, type Corpus, type CorpusSpan } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { firstSpans, makeColumn } from '../plain-text.ts'
import { run } from '../run.ts'

// As its bundle and this one agree on what a default is: inside another, or not.
const VAnnotator = 'default' in packed.default ? packed.default.default : packed.default
const labels = Array.from({ length: LABELS }, (_, id) => ({ id, text: `label ${id}`, color: '#cfe0f5', backgroundColor: '#cfe0f5' }))
const entityOf = ({ start, end, label }: CorpusSpan, id: number) => ({ id, label, startOffset: start, endOffset: end })

let corpus: Corpus | null = null
const column = makeColumn()
const state: { text: string; entities: ReturnType<typeof entityOf>[] } = Vue.observable({ text: '', entities: [] })

/** doccano's own component; its server and the rest of its window are not here. */
const design: Design = {
  prepare: (given) => void (corpus = given),
  load() {
    state.text = corpus?.text ?? ''
    state.entities = corpus?.spans.map(entityOf) ?? []
    const holder = document.createElement('div')
    column.text.append(holder)
    new Vue({
      render: (h) =>
        h(VAnnotator, { props: { text: state.text, entities: state.entities, entityLabels: labels, allowOverlapping: true, graphemeMode: false } }),
    }).$mount(holder)
  },
  isDrawn: () => corpus !== null && Array.from(column.text.querySelectorAll('svg text')).filter((text) => text.textContent.trim().startsWith('label')).length >= firstSpans(corpus).length,
  scroller: () => column.scroller,
  reveal(offset) {
    // It has no place of its own for this; lines are about even.
    column.scroller.scrollTop = (offset / (corpus?.text.length ?? 1)) * (column.scroller.scrollHeight - 900)
  },
  add: (span) => void (state.entities = [...state.entities, entityOf(span, state.entities.length)]),
  // It draws when it has time; what it does by then is counted.
  isAdded: () => true,
}

run(design)
