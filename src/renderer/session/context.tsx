import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { behindText, lateStore, type ReadableStore } from './late.ts'
import type { Session } from './session.ts'
import type { SessionState } from './state.ts'
import type { ViewState } from './view.ts'

interface Stores {
  readonly store: ReadableStore<SessionState>
  readonly view: ReadableStore<ViewState>
}

/** The session's stores as the window's parts hear them: after the text has shown a gesture, and a frame after that. */
interface Heard extends Stores {
  readonly late: Stores
}

const SessionContext = createContext<Session | null>(null)
const HeardContext = createContext<Heard | null>(null)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const heard = useMemo(() => {
    const [store, view] = [behindText(session.store), behindText(session.view)]
    return { store, view, late: { store: lateStore(store), view: lateStore(view) } }
  }, [session])
  return (
    <SessionContext value={session}>
      <HeardContext value={heard}>{children}</HeardContext>
    </SessionContext>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}

/** For parts that listen by themselves. */
export function useHeard(): Heard {
  const heard = useContext(HeardContext)
  if (!heard) throw new Error('useHeard outside of SessionProvider')
  return heard
}

/** A piece of the documents' state; the selector must return something stable. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useHeard().store, select)
}

/** A piece of what is looked at. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useHeard().view, select)
}

/** Like `useSessionState`, a frame later: for what stands around the text and changes with every gesture. */
export function useLateSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useHeard().late.store, select)
}

/** Like `useView`, a frame later. */
export function useLateView<T>(select: (state: ViewState) => T): T {
  return useStore(useHeard().late.view, select)
}
