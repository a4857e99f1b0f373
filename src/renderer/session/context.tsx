import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { lateStore, type ReadableStore } from './late.ts'
import type { Session } from './session.ts'
import type { SessionState } from './state.ts'
import type { ViewState } from './view.ts'

const SessionContext = createContext<Session | null>(null)
const LateContext = createContext<{ readonly store: ReadableStore<SessionState>; readonly view: ReadableStore<ViewState> } | null>(null)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const late = useMemo(() => ({ store: lateStore(session.store), view: lateStore(session.view) }), [session])
  return (
    <SessionContext value={session}>
      <LateContext value={late}>{children}</LateContext>
    </SessionContext>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}

/** A piece of the documents' state; the selector must return something stable. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select)
}

/** A piece of what is looked at. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useSession().view, select)
}

function useLate() {
  const late = useContext(LateContext)
  if (!late) throw new Error('useLate outside of SessionProvider')
  return late
}

/** Like `useSessionState`, a frame later: for what stands around the text and changes with every gesture. */
export function useLateSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useLate().store, select)
}

/** Like `useView`, a frame later. */
export function useLateView<T>(select: (state: ViewState) => T): T {
  return useStore(useLate().view, select)
}
