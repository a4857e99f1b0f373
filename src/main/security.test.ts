import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { START_PAGE } from './origin.ts'
import { lockDown } from './security.ts'

type Answer = { readonly cancel: boolean }

const electron = vi.hoisted(() => ({
  permission: null as null | ((contents: unknown, permission: string, decide: (may: boolean) => void) => void),
  check: null as null | (() => boolean),
  request: null as null | ((details: { readonly url: string }, answer: (answer: { readonly cancel: boolean }) => void) => void),
  created: null as null | ((event: unknown, contents: unknown) => void),
}))
vi.mock('electron', () => ({
  app: { on: (_name: string, listener: typeof electron.created) => { electron.created = listener } },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: typeof electron.permission) => { electron.permission = handler },
      setPermissionCheckHandler: (handler: typeof electron.check) => { electron.check = handler },
      webRequest: { onBeforeRequest: (handler: typeof electron.request) => { electron.request = handler } },
    },
  },
}))

function isCancelled(url: string): boolean | undefined {
  let given: Answer | undefined
  electron.request?.({ url }, (answer) => { given = answer })
  return given?.cancel
}

beforeEach(() => lockDown(null))

describe('a window of the packaged app', () => {
  it.each([
    'https://example.org/', 'http://127.0.0.1:80/', 'ws://example.org/', 'wss://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'blob:https://example.org/1',
    'data:text/html,x', 'data:text/javascript,x', 'devtools://devtools/x', 'app://concord.example/x', 'app://other/x', 'APP://concord', 'chrome-extension://x/y', 'javascript:1', 'about:blank', '',
  ])('may not ask for %j', (url) => {
    expect(isCancelled(url)).toBe(true)
  })

  it('may ask for its own pages and pictures', () => {
    expect(isCancelled(START_PAGE)).toBe(false)
    expect(isCancelled('data:image/svg+xml,x')).toBe(false)
  })

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb'])('gets no permission for %s', (permission) => {
    const decide = vi.fn()
    electron.permission?.(null, permission, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith(false)
    expect(electron.check?.()).toBe(false)
  })

  it('opens no window, goes nowhere, and embeds nothing', () => {
    const listeners = new Map<string, (event: { readonly preventDefault: () => void }) => void>()
    const opened: { handler: (() => unknown) | null } = { handler: null }
    electron.created?.(null, {
      setWindowOpenHandler: (handler: () => unknown) => { opened.handler = handler },
      on: (name: string, listener: (event: { readonly preventDefault: () => void }) => void) => listeners.set(name, listener),
    })
    expect(opened.handler?.()).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
      const preventDefault = vi.fn()
      listeners.get(name)?.({ preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    }
  })

  it('is sandboxed, isolated and without Node, and no source turns web security off', async () => {
    const window = await readFile(join(import.meta.dirname, 'window.ts'), 'utf8')
    for (const wanted of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false', 'webviewTag: false']) expect(window).toContain(wanted)
    expect(window).not.toMatch(/webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationIn/)
  })
})
