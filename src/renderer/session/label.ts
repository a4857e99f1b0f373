import { wordAt } from '../../core/text/words.ts'
import { perform } from './perform.ts'
import type { Session } from './session.ts'
import { selectedRange } from './view.ts'

/**
 * Labels the selected words. Without words, changes the label of the selected annotations: a second press corrects the first,
 * wherever the caret has gone. With neither, labels the word under the caret; beside a word it does nothing.
 */
export function applyLabel(session: Session, label: string): boolean {
  session.view.setState({ lastLabel: label })
  const state = session.view.getState()
  const words = selectedRange(state)
  if (words) return perform(session, { kind: 'annotate', label, spans: [[words]] }).ok
  const { selected } = state
  if (selected.length > 0) return perform(session, { kind: 'relabel', ids: selected, label }).ok
  const word = wordAt(session.store.getState().article?.text ?? '', state.selection.focus)
  return word !== null && perform(session, { kind: 'annotate', label, spans: [[word]] }).ok
}

/** Whether a label's key would do something to what was chosen on purpose, and not just to the word at the caret. */
export function hasTarget({ view }: Session): boolean {
  const state = view.getState()
  return selectedRange(state) !== null || state.selected.length > 0
}
