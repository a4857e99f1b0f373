import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Session } from './session.ts'

type Keep = () => void

const typing = new WeakMap<Session, StoreApi<number>>()

/** In how many fields something is typed that is no gesture yet: it is not saved, and the status must not say so. */
export function typedFields(session: Session): StoreApi<number> {
  const known = typing.get(session) ?? createStore(() => 0)
  typing.set(session, known)
  return known
}

const drafts = new WeakMap<Session, Set<Keep>>()

/** A field with something typed that is no gesture yet; `keep` makes it one. Returns how to leave the list. */
export function joinDrafts(session: Session, keep: Keep): () => void {
  const known = drafts.get(session) ?? new Set()
  drafts.set(session, known)
  known.add(keep)
  return () => known.delete(keep)
}

/** Before the article changes, an undo or the end: whatever is typed becomes a gesture, so that nothing is lost. */
export function keepDrafts(session: Session): void {
  for (const keep of drafts.get(session) ?? []) keep()
}

const partings = new WeakMap<Session, () => Promise<void>>()

/** What takes longer than a gesture and must be kept when the project is left. */
export function beforeLeaving(session: Session, keep: () => Promise<void>): void {
  partings.set(session, keep)
}

/** Null where there is nothing to wait for. */
export function leaving(session: Session): Promise<void> | null {
  return partings.get(session)?.() ?? null
}
