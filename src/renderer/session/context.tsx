import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Session } from './session.ts'
import type { SessionState } from './state.ts'
import type { ViewState } from './view.ts'

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
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
