import { Direction } from 'radix-ui'
import { useEffect, useMemo } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { I18nextProvider } from 'react-i18next'
import { run } from './actions/registry.ts'
import { listenForKeys } from './actions/shortcuts.ts'
import { ErrorScreen } from './errors/error-screen.tsx'
import { DropTarget } from './features/add/drop-target.tsx'
import { Announcer } from './features/announcer/announcer.tsx'
import { Dialogs } from './features/frame/dialogs.tsx'
import { Frame } from './features/frame/frame.tsx'
import { Welcome } from './features/welcome/welcome.tsx'
import { createI18n } from './i18n/i18n.ts'
import { useLanguage } from './i18n/use-language.ts'
import { SessionProvider, useSession, useSessionState } from './session/context.tsx'
import type { Session } from './session/session.ts'
import { start } from './session/start.ts'
import { showTheme } from './session/theme.ts'
import { Toaster } from './ui/toaster.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'

export function App({ session }: { readonly session: Session }) {
  const i18n = useMemo(() => createI18n(), [])
  return (
    <I18nextProvider i18n={i18n}>
      <SessionProvider session={session}>
        <TooltipProvider>
          <ErrorBoundary FallbackComponent={ErrorScreen}>
            <Window />
          </ErrorBoundary>
          <Toaster />
          <Announcer />
        </TooltipProvider>
      </SessionProvider>
    </I18nextProvider>
  )
}

const started = new WeakSet<Session>()

function Window() {
  const session = useSession()
  const phase = useSessionState((state) => state.phase)
  const theme = useSessionState((state) => state.settings.theme)
  const hasProject = useSessionState((state) => state.project !== null)
  const failure = useSessionState((state) => state.failure)

  useEffect(() => {
    // React runs effects twice in development; the app starts once.
    if (started.has(session)) return
    started.add(session)
    void start(session, (id) => run(session, id))
  }, [session])
  useEffect(() => listenForKeys(session, window), [session])
  useEffect(() => showTheme(theme, document.documentElement), [theme])

  const direction = useLanguage()

  if (phase === 'starting') return null
  if (failure) throw Object.assign(new Error(failure.message), { remedy: failure.remedy })
  return (
    <Direction.Provider dir={direction}>
      <DropTarget>
        {hasProject ? <Frame /> : <Welcome />}
        <Dialogs />
      </DropTarget>
    </Direction.Provider>
  )
}
