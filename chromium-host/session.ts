import type { Page, Route } from 'playwright'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { honest, notImplemented } from './honest.ts'
import { HostEvents } from './host-events.ts'
import { protocol } from './protocol.ts'
import { schemes } from './schemes.ts'

type Before = (details: Electron.OnBeforeRequestListenerDetails, callback: (r: Electron.CallbackResponse) => void) => void
type Received = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (r: Electron.HeadersReceivedResponse) => void,
) => void
type Hook<T> = { matches: (url: string) => boolean; listener: T } | null

function matcher(filter: Electron.WebRequestFilter | null): (url: string) => boolean {
  const urls = filter?.urls ?? []
  if (urls.length === 0 || urls.includes('<all_urls>')) return () => true
  const patterns = urls.map((one) => new RegExp(`^${one.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`))
  return (url) => patterns.some((pattern) => pattern.test(url))
}

function hook<T>(first: unknown, second: unknown): Hook<T> {
  const listener = (second ?? first) as T | null
  if (typeof listener !== 'function') return null
  return { matches: matcher(second === undefined ? null : (first as Electron.WebRequestFilter)), listener }
}

class HostWebRequest implements Pick<Electron.WebRequest, 'onBeforeRequest' | 'onHeadersReceived'> {
  private before: Hook<Before> = null
  private received: Hook<Received> = null

  onBeforeRequest(first: unknown, second?: unknown): void {
    this.before = hook(first, second)
  }
  onHeadersReceived(first: unknown, second?: unknown): void {
    this.received = hook(first, second)
  }

  askBefore(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse> {
    const found = this.before
    if (found === null || !found.matches(details.url)) return Promise.resolve({})
    return new Promise((resolve) => found.listener(details, resolve))
  }
  askReceived(details: Electron.OnHeadersReceivedListenerDetails): Promise<Electron.HeadersReceivedResponse> {
    const found = this.received
    if (found === null || !found.matches(details.url)) return Promise.resolve({})
    return new Promise((resolve) => found.listener(details, resolve))
  }
}

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

/** Electron's name of a permission and the browser's: the handlers are asked for each once, when a window opens. */
const permissions = [
  ['geolocation', 'geolocation'], ['notifications', 'notifications'], ['midi', 'midi'], ['media', 'camera'],
  ['media', 'microphone'], ['clipboard-read', 'clipboard-read'], ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'], ['window-management', 'window-management'], ['storage-access', 'storage-access'],
] as const

class HostSession extends HostEvents implements Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'flushStorageData' | 'setSpellCheckerEnabled' | 'getStoragePath' | 'isPersistent'
> {
  readonly webRequest = honest('session.webRequest', new HostWebRequest())
  readonly protocol = protocol
  private requestHandler: RequestHandler = null
  private checkHandler: CheckHandler = null

  constructor() {
    super('session', [], ['will-download', 'preconnect', 'select-serial-port', 'select-hid-device', 'select-usb-device'])
  }
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler
  }
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
  flushStorageData(): void {}
  getStoragePath(): null {
    return null
  }
  isPersistent(): boolean {
    return false
  }

  private allows(contents: Electron.WebContents, name: (typeof permissions)[number][0], url: string): Promise<boolean> {
    const origin = new URL(url).origin
    const checked = this.checkHandler?.(contents, name, origin, { isMainFrame: true, requestingUrl: url }) ?? true
    const handler = this.requestHandler
    if (!checked || handler === null) return Promise.resolve(checked)
    return new Promise((resolve) => handler(contents, name, resolve, { isMainFrame: true, requestingUrl: url }))
  }

  /** Makes the answers of the permission handlers the browser's own settings. */
  async applyPermissions(contents: Electron.WebContents, url: string): Promise<void> {
    if (this.requestHandler === null && this.checkHandler === null) return
    for (const [name, browserName] of permissions) {
      await browser.setPermission(browserName, await this.allows(contents, name, url))
    }
  }
}

export const defaultSession = honest('session', new HostSession())

export const session = honest('session', {
  defaultSession: defaultSession as unknown as Electron.Session,
  fromPartition: () => notImplemented('session.fromPartition'),
  fromPath: () => notImplemented('session.fromPath'),
} satisfies Pick<typeof Electron.session, 'defaultSession' | 'fromPartition' | 'fromPath'>)

let lastRequest = 0
/** Who is told of every request; nobody but the tests. */
export const onRequest: { tell: (url: string) => void } = { tell: () => undefined }
/** Asked before a document of the main frame is loaded; false refuses it. */
export const navigation: { allows: (page: Page, url: string) => boolean } = { allows: () => true }

function metaPolicies(html: string): string {
  return html.replaceAll(/<meta\b[^>]*content-security-policy[^>]*>/gi, (tag) => schemes.policyToPage(tag))
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = schemes.toApp(request.url())
  onRequest.tell(url)
  const method = request.method()
  const details = {
    id: (lastRequest += 1),
    url,
    method,
    resourceType: request.isNavigationRequest() ? 'mainFrame' : request.resourceType(),
    referrer: '',
    timestamp: Date.now(),
    uploadData: [],
  }
  if (request.isNavigationRequest()) {
    const frame = request.frame()
    if (frame.parentFrame() === null && !navigation.allows(frame.page(), url)) return route.abort('aborted')
  }
  const { cancel, redirectURL } = await defaultSession.webRequest.askBefore(
    details as unknown as Electron.OnBeforeRequestListenerDetails,
  )
  if (cancel === true) return route.abort('blockedbyclient')
  if (redirectURL !== undefined) return route.fulfill({ status: 307, headers: { location: schemes.toPage(redirectURL) } })
  const response = await protocol.respond(url, method, request.headers(), request.postDataBuffer())
  if (response === null) return route.continue()
  const given = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]))
  const received = await defaultSession.webRequest.askReceived({
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders: given,
  } as unknown as Electron.OnHeadersReceivedListenerDetails)
  if (received.cancel === true) return route.abort('blockedbyclient')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(received.responseHeaders ?? given)) {
    const text = Array.isArray(value) ? value.join(', ') : value
    headers[name.toLowerCase()] = /^content-security-policy/i.test(name) ? schemes.policyToPage(text) : text
  }
  const body = Buffer.from(await response.arrayBuffer())
  const isPage = headers['content-type']?.startsWith('text/html') === true
  return route.fulfill({ status: response.status, headers, body: isPage ? metaPolicies(body.toString('utf8')) : body })
}

browser.onRoute = (route) =>
  answer(route).catch((error: unknown) => {
    if (!browser.isGone()) console.error(`The request ${route.request().url()} failed:`, error)
    return route.abort('failed').catch(() => undefined)
  })

