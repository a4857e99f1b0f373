import type { ActionId } from '../../core/actions/table.ts'
import { sentenceAt } from '../../core/text/sentences.ts'
import { codebookDesk, codebookWords, saveCodebookDraft } from '../session/codebook-desk.ts'
import { chooseCodebook, exportCodebook } from '../session/codebook-exchange.ts'
import { stepVersion } from '../session/codebook-versions.ts'
import { isNarrow } from '../session/narrow.ts'
import type { Session } from '../session/session.ts'
import { say, sayError, selectedRange } from '../session/view.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const writable = (session: Session) => session.store.getState().project?.readOnly === null
const hasDraft = (session: Session) => writable(session) && codebookDesk(session).getState().draft !== null

interface Piece {
  readonly start: number
  readonly end: number
}

/** The selected words, else those of the selected annotation, with its label. */
function chosenWords({ store, view }: Session): { readonly pieces: readonly Piece[]; readonly label: string | null } | null {
  const { article } = store.getState()
  const state = view.getState()
  if (!article || state.tab !== 'annotate') return null
  const selected = article.set.annotations.find(({ id }) => id === state.selected[0])
  const words = selectedRange(state)
  if (words) return { pieces: [words], label: selected?.label ?? state.lastLabel }
  return selected ? { pieces: selected.fragments, label: selected.label } : null
}

const MOST = 600

/** The sentences that the words stand in, the words in brackets. Long ones are left out: the words are then the example. */
function asExample(text: string, pieces: readonly Piece[]): string {
  const first = pieces[0]?.start ?? 0
  const last = pieces.at(-1)?.end ?? 0
  const from = Math.min(first, sentenceAt(text, first)?.start ?? first)
  const to = Math.max(last, sentenceAt(text, Math.max(first, last - 1))?.end ?? last)
  const whole = to - from <= MOST
  let example = ''
  let at = whole ? from : first
  for (const { start, end } of pieces) {
    example += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return (example + text.slice(at, whole ? to : last)).replaceAll(/\s+/g, ' ').trim()
}

function toggleBeside({ view }: Session): void {
  view.setState((state) => {
    const visible = state.tab === 'annotate' && state.beside && (isNarrow('inspector') ? state.drawer === 'inspector' : state.panes.inspector)
    if (visible) return { beside: false, drawer: null, wants: { ...state.wants, text: state.wants.text + 1 } }
    return { tab: 'annotate', beside: true, ...(isNarrow('inspector') ? { drawer: 'inspector' } : { panes: { ...state.panes, inspector: true } }) }
  })
}

async function save(session: Session): Promise<void> {
  const { draft } = codebookDesk(session).getState()
  const saved = session.store.getState().project?.codebook
  const words = codebookWords(session)
  if (!draft || !saved || !words) return
  const answer = await saveCodebookDraft(session, words.note(saved, draft))
  if (!answer.ok) return answer.error.code === 'codebook.saving' ? undefined : sayError(session.view, answer.error)
  say(session.view, words.saved, { detail: answer.value.change, action: { text: words.undo, perform: () => void stepVersion(session, 'back') }, takesBack: 'version' })
}

export const codebookActions = {
  'codebook.beside': { when: hasProject, perform: toggleBeside },
  'codebook.addExample': {
    when: (session) => writable(session) && chosenWords(session) !== null,
    perform: (session) => {
      const { article } = session.store.getState()
      const chosen = chosenWords(session)
      if (article && chosen) session.view.setState({ dialog: { kind: 'add-example', text: asExample(article.text, chosen.pieces), label: chosen.label } })
    },
  },
  'codebook.save': { when: hasDraft, perform: (session) => void save(session) },
  'codebook.versions': {
    when: hasProject,
    perform: (session) => {
      codebookDesk(session).setState({ place: { kind: 'versions' } })
      session.view.setState({ tab: 'codebook' })
    },
  },
  'codebook.import': { when: writable, perform: (session) => void chooseCodebook(session) },
  'codebook.export': { when: hasProject, perform: (session) => void exportCodebook(session, 'json') },
  'codebook.exportCsv': { when: hasProject, perform: (session) => void exportCodebook(session, 'csv') },
} as const satisfies Partial<Record<ActionId, Action>>
