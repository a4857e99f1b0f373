import type { ActionId } from '../../core/actions/table.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'
import { agreementActions } from './agreement-actions.ts'
import { annotatingActions } from './annotating-actions.ts'
import { boundaryActions } from './boundary-actions.ts'
import { codebookActions } from './codebook-actions.ts'
import { gridActions } from './grid-actions.ts'
import { inspectorActions } from './inspector-actions.ts'
import { selectionActions } from './selection-actions.ts'
import { placesActions } from './places-actions.ts'
import { projectActions } from './project-actions.ts'
import { readingActions } from './reading-actions.ts'
import { reviewActions } from './review-actions.ts'
import { searchActions } from './search-actions.ts'
import { showingActions } from './showing-actions.ts'
import { viewActions } from './view-actions.ts'

/** What every entry of the table does: one that is missing fails the type check. */
const actions: Readonly<Record<ActionId, Action>> = {
  ...projectActions, ...annotatingActions, ...boundaryActions, ...selectionActions, ...inspectorActions, ...gridActions, ...codebookActions, ...placesActions,
  ...reviewActions, ...agreementActions, ...searchActions, ...showingActions, ...readingActions, ...viewActions,
}

export function canRun(session: Session, id: ActionId): boolean {
  return actions[id].when?.(session) ?? true
}

/** Does it if it can be done now, and says whether it could. */
export function run(session: Session, id: ActionId): boolean {
  if (!canRun(session, id)) return false
  actions[id].perform(session)
  return true
}
