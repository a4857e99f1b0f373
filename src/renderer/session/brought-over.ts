import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EventPayload } from '../../ipc/contract.ts'
import type { Session } from './session.ts'

export type BroughtOver = EventPayload<'article.broughtOver'>

const stores = new WeakMap<Session, StoreApi<{ readonly told: BroughtOver | null }>>()

/** What last became of annotations whose article was changed; said by the window, in its language. */
export function broughtOverOf(session: Session): StoreApi<{ readonly told: BroughtOver | null }> {
  const known = stores.get(session)
  if (known) return known
  const store = createStore<{ readonly told: BroughtOver | null }>(() => ({ told: null }))
  stores.set(session, store)
  return store
}

export function takeBroughtOver(session: Session, outcome: BroughtOver): void {
  broughtOverOf(session).setState({ told: outcome })
}
