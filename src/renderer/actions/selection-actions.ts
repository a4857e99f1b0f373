import { grow, shrink } from '../../core/annotating/grow.ts'
import type { ActionId } from '../../core/actions/table.ts'
import { hullEnd, hullStart } from '../../core/model/annotation.ts'
import type { Range } from '../../core/text/ranges.ts'
import { nextSentence, previousSentence, sentenceAt } from '../../core/text/sentences.ts'
import { applyLabel } from '../session/label.ts'
import type { Session } from '../session/session.ts'
import { selectedRange } from '../session/view.ts'
import type { Action } from './action.ts'

/** Of what can be looked for everywhere, UTF-16: more is no text that is said twice. */
const LONGEST_QUERY = 2000

const hasArticle = ({ store }: Session) => store.getState().article !== null

function selection({ view }: Session): Range {
  const { anchor, focus } = view.getState().selection
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

function select(session: Session, range: Range | null): void {
  if (range) session.view.setState({ tab: 'annotate', selection: { anchor: range.start, focus: range.end } })
}

/** The first sentence after the caret that no annotation touches, around the end of the article; UTF-16. */
export function nextUnlabelled(text: string, from: number, spans: readonly Range[]): Range | null {
  const isFree = (sentence: Range) => !spans.some((span) => span.start < sentence.end && sentence.start < span.end)
  for (const [first, last] of [[nextSentence(text, from), text.length], [0, from]] as const) {
    for (let at = first; at < last; at = nextSentence(text, at)) {
      const sentence = sentenceAt(text, at)
      if (sentence && isFree(sentence)) return sentence
    }
  }
  return null
}

/** The last sentence before the caret's that no annotation touches, around the start of the article; UTF-16. */
export function previousUnlabelled(text: string, from: number, spans: readonly Range[]): Range | null {
  const isFree = (sentence: Range) => !spans.some((span) => span.start < sentence.end && sentence.start < span.end)
  const here = sentenceAt(text, from)?.start ?? from
  for (const [last, first] of [[here, 0], [text.length, here]] as const) {
    for (let at = last; at > first; ) {
      const before = previousSentence(text, at)
      if (before >= at) break
      at = before
      const sentence = sentenceAt(text, at)
      if (sentence && at >= first && isFree(sentence)) return sentence
    }
  }
  return null
}

/** The selected words, else those of the selected annotation if they are one piece; with the label to begin with. */
function wordsToFind({ store, view }: Session): { readonly query: string; readonly label: string | null } | null {
  const { article } = store.getState()
  const state = view.getState()
  const words = selectedRange(state)
  const annotation = article?.set.annotations.find(({ id }) => id === state.selected[0])
  const [only, another] = annotation?.fragments ?? []
  const query = article && words ? article.text.slice(words.start, words.end) : only && !another ? only.quote : ''
  if (query.trim() === '' || query.length > LONGEST_QUERY) return null
  return { query: query.trim(), label: words ? state.lastLabel : (annotation?.label ?? null) }
}

export const selectionActions = {
  'selection.grow': {
    when: hasArticle,
    perform: (session) => select(session, grow(session.store.getState().article?.text ?? '', selection(session))),
  },
  'selection.shrink': {
    when: hasArticle,
    perform: (session) => select(session, shrink(session.store.getState().article?.text ?? '', selection(session))),
  },
  'selection.clear': {
    // What lies over the text goes first.
    when: (session) => {
      const state = session.view.getState()
      return hasArticle(session) && state.tab === 'annotate' && state.drawer === null && (selectedRange(state) !== null || state.selected.length > 0)
    },
    perform: ({ view }) =>
      view.setState((state) => (selectedRange(state) ? { selection: { anchor: state.selection.focus, focus: state.selection.focus } } : { selected: [] })),
  },
  'selection.nextUnlabelled': {
    when: hasArticle,
    perform: (session) => {
      const { article } = session.store.getState()
      if (!article) return
      const spans = article.set.annotations.map((annotation) => ({ start: hullStart(annotation), end: hullEnd(annotation) }))
      const from = Math.max(selection(session).start, article.set.annotations.length === 0 ? (article.header?.end ?? 0) : 0)
      select(session, nextUnlabelled(article.text, from, spans))
    },
  },
  'selection.previousUnlabelled': {
    when: hasArticle,
    perform: (session) => {
      const { article } = session.store.getState()
      if (!article) return
      const spans = article.set.annotations.map((annotation) => ({ start: hullStart(annotation), end: hullEnd(annotation) }))
      select(session, previousUnlabelled(article.text, selection(session).start, spans))
    },
  },
  'annotation.everywhere': {
    when: (session) => session.view.getState().tab === 'annotate' && wordsToFind(session) !== null,
    perform: (session) => {
      const words = wordsToFind(session)
      if (words) session.view.setState({ dialog: { kind: 'occurrences', ...words } })
    },
  },
  'label.repeat': {
    when: (session) => hasArticle(session) && session.view.getState().lastLabel !== null,
    perform: (session) => {
      const { lastLabel } = session.view.getState()
      if (lastLabel !== null) applyLabel(session, lastLabel)
    },
  },
} as const satisfies Partial<Record<ActionId, Action>>
