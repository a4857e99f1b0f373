import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Session } from './session.ts'

/**
 * A store of each window's for what belongs to the open project: made when it is first asked for, and begun anew with another
 * project. `made` is told once for each.
 */
export function perProject<T extends object>(nothing: T, made: (session: Session, store: StoreApi<T>) => void = () => undefined): (session: Session) => StoreApi<T> {
  const stores = new WeakMap<Session, StoreApi<T>>()
  return (session) => {
    const known = stores.get(session)
    if (known) return known
    const store = createStore<T>(() => nothing)
    stores.set(session, store)
    let project = session.store.getState().project?.id
    session.store.subscribe(({ project: now }) => {
      if (now?.id === project) return
      project = now?.id
      store.setState(nothing)
    })
    made(session, store)
    return store
  }
}
