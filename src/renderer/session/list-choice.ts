import { inspectorOf } from './inspector.ts'
import type { Session } from './session.ts'

/** From one row to another, both among them. The first stays the first: it is the one that the others are linked from. */
export function rowsBetween(ids: readonly string[], from: number, to: number): readonly string[] {
  return from <= to ? ids.slice(from, to + 1) : ids.slice(to, from + 1).toReversed()
}

/** Selects from where the choosing began to a row; it begins at `from` where nothing of the list is chosen yet. */
export function chooseTo(session: Session, ids: readonly string[], from: number, to: number): void {
  const { chosen } = inspectorOf(session).getState()
  const first = chosen !== null && session.view.getState().selected === chosen ? ids.indexOf(chosen[0] ?? '') : -1
  choose(session, rowsBetween(ids, first === -1 ? from : first, to))
}

/** Adds an annotation to what is selected, or takes it out. */
export function chooseAlso(session: Session, id: string): void {
  const { selected } = session.view.getState()
  choose(session, selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id])
}

/** What is chosen in the list is remembered as such: while it is what is selected, the list stays. */
function choose(session: Session, ids: readonly string[]): void {
  inspectorOf(session).setState({ chosen: ids })
  session.view.setState({ selected: ids })
}
