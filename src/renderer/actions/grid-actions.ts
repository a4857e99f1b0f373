import type { ActionId } from '../../core/actions/table.ts'
import { askForGrid, gridHandle, gridOf, isInGrid, setScope, showGrid } from '../session/grid.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const isOpen = ({ view }: Session) => view.getState().tab === 'annotate' && view.getState().grid.open

/** Opens it, goes there, and from there back to the text. */
function toggle(session: Session): void {
  if (!isOpen(session)) showGrid(session, true)
  else if (isInGrid(document.activeElement)) showGrid(session, false)
  else askForGrid(session, 'focus')
}

export const gridActions = {
  'view.grid': { when: hasProject, perform: toggle },
  'grid.maximise': {
    when: hasProject,
    perform: (session) => {
      const maximised = !(isOpen(session) && session.view.getState().grid.maximised)
      showGrid(session, true)
      session.view.setState({ grid: { open: true, maximised } })
    },
  },
  'grid.scope': {
    when: hasProject,
    perform: (session) => setScope(session, isOpen(session) && gridOf(session).getState().scope === 'article' ? 'project' : 'article'),
  },
  'grid.again': { when: isOpen, perform: (session) => askForGrid(session, 'again') },
  'grid.fillDown': {
    when: (session) => isOpen(session) && gridHandle(session) !== undefined && gridOf(session).getState().active !== null,
    perform: (session) => gridHandle(session)?.fillDown(),
  },
} as const satisfies Partial<Record<ActionId, Action>>
