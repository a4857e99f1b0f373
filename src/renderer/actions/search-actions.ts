import type { ActionId } from '../../core/actions/table.ts'
import { searchOf } from '../session/search.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const isHere = (session: Session) => session.view.getState().tab === 'find'

export const searchActions = {
  'view.find': {
    when: hasProject,
    perform: (session) => {
      // From the tab itself the key leads back to the words that are looked for.
      if (isHere(session)) searchOf(session).setState(({ wantsField }) => ({ wantsField: wantsField + 1 }))
      else session.view.setState({ tab: 'find', drawer: null })
    },
  },
  'search.form': { when: isHere, perform: (session) => searchOf(session).setState(({ form }) => ({ form: !form })) },
  'search.save': {
    when: (session) => isHere(session) && searchOf(session).getState().asked !== '',
    perform: (session) => session.view.setState({ dialog: { kind: 'save-query', query: searchOf(session).getState().query.trim() } }),
  },
} as const satisfies Partial<Record<ActionId, Action>>
