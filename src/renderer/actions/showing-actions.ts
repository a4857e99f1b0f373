import type { ActionId } from '../../core/actions/table.ts'
import { resolveId } from '../../core/codebook/lookup.ts'
import { innermostAt } from '../session/inspector.ts'
import type { Session } from '../session/session.ts'
import { show, SHOW_ALL } from '../session/showing.ts'
import type { Showing } from '../session/view.ts'
import type { Action } from './action.ts'

const hasArticle = ({ store }: Session) => store.getState().article !== null

/** The label to show alone: of what is selected, else of what the caret is in, else the one that was used last. */
function labelAtHand({ store, view }: Session): string | null {
  const { article, project } = store.getState()
  if (!article || !project) return null
  const { selected, selection, lastLabel } = view.getState()
  const annotation = article.set.annotations.find(({ id }) => id === selected[0]) ?? innermostAt(article.set.annotations, selection.focus)
  const label = annotation?.label ?? lastLabel ?? article.set.annotations[0]?.label
  return label === undefined ? null : resolveId(project.codebook, 'label', label)
}

const ORDER = ['all', 'label', 'incomplete', 'none'] as const satisfies readonly Showing['kind'][]

/** All, one label, incomplete, none, and round again. */
function showNext(session: Session): void {
  const { kind } = session.view.getState().showing
  const next = ORDER[(ORDER.indexOf(kind) + 1) % ORDER.length] ?? 'all'
  if (next !== 'label') return show(session, { kind: next })
  const label = labelAtHand(session)
  show(session, label === null ? { kind: 'incomplete' } : { kind: 'label', label })
}

/** Which annotations the text shows. */
export const showingActions = {
  'showing.next': { when: hasArticle, perform: showNext },
  'showing.all': { when: (session) => hasArticle(session) && session.view.getState().showing.kind !== 'all', perform: (session) => show(session, SHOW_ALL) },
  'showing.label': {
    when: (session) => labelAtHand(session) !== null,
    perform: (session) => {
      const label = labelAtHand(session)
      if (label !== null) show(session, { kind: 'label', label })
    },
  },
  'showing.incomplete': { when: hasArticle, perform: (session) => show(session, { kind: 'incomplete' }) },
  'showing.none': { when: hasArticle, perform: (session) => show(session, { kind: 'none' }) },
} as const satisfies Partial<Record<ActionId, Action>>
