import type { ActionId } from '../../core/actions/table.ts'
import { goHere, goToField, innermostAt, inspectorOf, listedAnnotations, showInspector } from '../session/inspector.ts'
import type { Session } from '../session/session.ts'
import { shownHere } from '../session/showing.ts'
import type { Action } from './action.ts'

const hasArticle = (session: Session) => session.store.getState().article !== null
const hasSelected = (session: Session) => hasArticle(session) && session.view.getState().selected.length > 0

function hasHere(session: Session): boolean {
  return hasSelected(session) || innermostAt(shownHere(session), session.view.getState().selection.focus) !== null
}

/** What the inspector lists of the open article. */
function listed(session: Session): readonly string[] {
  const { article, project } = session.store.getState()
  if (!article || !project) return []
  return listedAnnotations(article.set, project.codebook, inspectorOf(session).getState().filter).map(({ id }) => id)
}

export const inspectorActions = {
  'annotation.selectAll': {
    when: (session) => listed(session).length > 0,
    perform: (session) => session.view.setState({ selected: listed(session) }),
  },
  'annotation.copyValues': {
    when: (session) => hasArticle(session) && session.view.getState().selected.length === 1 && session.store.getState().project?.readOnly === null,
    perform: (session) => session.view.setState({ dialog: { kind: 'copy-values' } }),
  },
  'annotation.nextHere': { when: hasHere, perform: (session) => goHere(session, 1) },
  'annotation.previousHere': { when: hasHere, perform: (session) => goHere(session, -1) },
  'inspector.values': { when: hasArticle, perform: (session) => goToField(session, null, null) },
  'inspector.atHand': {
    when: hasSelected,
    perform: (session) => {
      showInspector(session)
      inspectorOf(session).setState(({ atHand }) => ({ atHand: !atHand }))
    },
  },
} as const satisfies Partial<Record<ActionId, Action>>
