import { perform } from './perform.ts'
import type { Session } from './session.ts'
import { selectedRange } from './view.ts'

/** Labels the selected words, or, with annotations selected and no words, changes their label. */
export function applyLabel(session: Session, label: string): boolean {
  session.view.setState({ lastLabel: label })
  const words = selectedRange(session.view.getState())
  if (words) return perform(session, { kind: 'annotate', label, spans: [[words]] }).ok
  const { selected } = session.view.getState()
  return selected.length > 0 && perform(session, { kind: 'relabel', ids: selected, label }).ok
}
