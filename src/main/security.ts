import { app, session } from 'electron'
import { isOwnUrl } from './origin.ts'

/** Refuses everything a window could be talked into: permissions, requests, navigation, new windows, embedded pages. */
export function lockDown(development: string | null): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayBeAsked(details.url, development) })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Own pages, the developer tools of an unpackaged app, and the development server's own socket. */
function mayBeAsked(url: string, development: string | null): boolean {
  if (isOwnUrl(url, development) || url.startsWith('data:image/')) return true
  if (development === null) return false
  return url.startsWith('devtools://') || url.startsWith(`${development.replace(/^http/, 'ws')}/`)
}
