import { searchOf } from '../../session/search.ts'
import type { Session } from '../../session/session.ts'

/** Asks the table for the focus on this line, by its key. */
const goals = new WeakMap<Session, (key: string) => void>()

export function onFocusLine(session: Session, go: (key: string) => void): () => void {
  goals.set(session, go)
  return () => void goals.delete(session)
}

export function focusLine(session: Session, key: string): void {
  searchOf(session).setState({ active: key })
  goals.get(session)?.(key)
}
