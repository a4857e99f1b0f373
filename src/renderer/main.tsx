import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { Bridge } from '../ipc/bridge.ts'
import { createSession } from './session/session.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

declare global {
  interface Window {
    readonly concord: Bridge
  }
}

const session = createSession(window.concord, {
  now: () => Date.now(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
})

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App session={session} />)
