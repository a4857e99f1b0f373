import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright'
import type * as Electron from 'electron'
import { bindingName, browser, isHeadless } from './browser.ts'
import type { BindingCall } from './browser.ts'
import { makeCodec } from './codec.ts'
import { honest, notImplemented } from './honest.ts'
import { cancellable, HostEvents } from './host-events.ts'
import { codec, ipcMain } from './ipc-main.ts'
import { nativeImage } from './native-image.ts'
import { installPageSide } from './page-side.ts'
import type { PageAccelerator } from './page-side.ts'
import { schemes } from './schemes.ts'
import { defaultSession, navigation } from './session.ts'

const emitted = [
  'did-finish-load', 'dom-ready', 'did-start-loading', 'did-stop-loading', 'did-fail-load', 'did-navigate', 'will-navigate',
  'render-process-gone', 'preload-error', 'console-message', 'destroyed', 'page-title-updated', 'focus', 'blur',
]
const silent = [
  'will-redirect', 'will-frame-navigate', 'will-attach-webview', 'did-attach-webview', 'did-create-window', 'context-menu',
  'unresponsive', 'responsive', 'zoom-changed', 'devtools-opened', 'devtools-closed', 'will-prevent-unload',
  'did-navigate-in-page', 'did-frame-navigate', 'did-start-navigation', 'did-redirect-navigation', 'cursor-changed',
  'before-input-event', 'input-event', 'select-bluetooth-device', 'certificate-error', 'login', 'enter-html-full-screen',
  'leave-html-full-screen', 'page-favicon-updated', 'did-fail-provisional-load', 'did-frame-finish-load', 'plugin-crashed',
]
const filesKey = 'chromium-host.files'
const markPrefix = 'chromium-host-file:'
const all = new Map<Page, HostWebContents>()
let lastId = 0

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** One page of the browser, as main sees it. Emits `painted`, `geometry` and `page-closed` for its window. */
export class HostWebContents extends HostEvents implements Pick<
  Electron.WebContents,
  | 'id' | 'send' | 'setWindowOpenHandler' | 'openDevTools' | 'getURL' | 'getTitle' | 'isDestroyed' | 'isLoading' | 'reload'
  | 'isCrashed' | 'isFocused' | 'isDevToolsOpened' | 'closeDevTools' | 'toggleDevTools' | 'executeJavaScript' | 'focus'
  | 'setZoomFactor' | 'getZoomFactor' | 'setZoomLevel' | 'getZoomLevel' | 'setVisualZoomLevelLimits' | 'loadURL'
  | 'forcefullyCrashRenderer' | 'reloadIgnoringCache' | 'isLoadingMainFrame' | 'getType'
> {
  readonly id = (lastId += 1)
  readonly session = defaultSession
  /** The page, once there is one; replaced when a crashed one is loaded again. */
  page: Promise<Page>
  current: Page | null = null
  /** The page said good-bye, so its closing is a person's or the app's doing and not the browser's end. */
  leftInOrder = false
  accelerators: () => PageAccelerator[] = () => []
  onAccelerator: (id: number) => void = () => undefined
  self: Electron.WebContents = this as unknown as Electron.WebContents

  private readonly preload: string | undefined
  private doc = ''
  private waiting: [string, string][] = []
  private poll: ((batch: string) => void) | null = null
  private url = ''
  private title = ''
  private zoom = 1
  private loading = false
  private crashed = false
  private destroyed = false
  private focused = false
  private openHandler: OpenHandler | null = null
  private readonly marks = new Map<string, Promise<string>>()
  private cdp: Promise<CDPSession> | null = null

  constructor(preload: string | undefined) {
    super('webContents', [...emitted, 'painted', 'geometry', 'page-closed'], silent)
    this.preload = preload
    this.page = this.open()
    this.page.catch(() => undefined)
  }

  get mainFrame(): Electron.WebFrameMain {
    const origin = /^[^:]+:\/\/[^/]*/.exec(this.url)?.[0] ?? 'null'
    const frame = {
      url: this.url,
      origin,
      name: '',
      parent: null,
      routingId: this.id,
      processId: this.id,
      isDestroyed: () => this.destroyed,
      send: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    } satisfies Partial<Electron.WebFrameMain>
    return honest('WebFrameMain', { ...frame, top: frame }) as unknown as Electron.WebFrameMain
  }

  protocolSession(): Promise<CDPSession> {
    this.cdp ??= this.page.then((page) => page.context().newCDPSession(page))
    return this.cdp
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page
    this.url = url
    await defaultSession.applyPermissions(this.self, schemes.toPage(url))
    try {
      await page.goto(schemes.toPage(url), { waitUntil: 'load' })
    } catch (error) {
      if (page.isClosed()) return
      const code = /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED'
      this.emit('did-fail-load', {}, -2, code, url, true, 0, 0)
      throw new Error(`${code} (-2) loading '${url}'`, { cause: error })
    }
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    const text = codec.encode(args)
    if (this.doc !== '') this.push(channel, text)
  }
  setAccelerators(): void {
    this.push('\0accelerators', JSON.stringify(this.accelerators()))
  }

  getURL(): string {
    return this.url
  }
  getTitle(): string {
    return this.title
  }
  getType(): 'window' {
    return 'window'
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  isLoading(): boolean {
    return this.loading
  }
  isLoadingMainFrame(): boolean {
    return this.loading
  }
  isCrashed(): boolean {
    return this.crashed
  }
  isFocused(): boolean {
    return this.focused
  }
  focus(): void {
    this.whenOpen((page) => page.bringToFront())
  }
  reload(): void {
    if (!this.crashed) return this.whenOpen((page) => page.reload())
    const dead = this.current
    this.current = null
    this.crashed = false
    this.cdp = null
    this.page = this.open()
    const replace = async (): Promise<void> => {
      await this.page
      // Only now, as a browser without any window would end.
      await dead?.close().catch(() => undefined)
      await this.loadURL(this.url)
    }
    replace().catch((error: unknown) => console.error(error))
  }
  reloadIgnoringCache(): void {
    this.reload()
  }
  forcefullyCrashRenderer(): void {
    this.whenOpen((page) => page.goto('chrome://crash').catch(() => undefined))
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.page).evaluate(code)
  }
  async capturePage(): Promise<Electron.NativeImage> {
    return nativeImage.createFromBuffer(await (await this.page).screenshot())
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor
    this.whenOpen((page) => page.evaluate((to) => void document.documentElement.style.setProperty('zoom', String(to)), factor))
  }
  getZoomFactor(): number {
    return this.zoom
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level)
  }
  getZoomLevel(): number {
    return Math.log(this.zoom) / Math.log(1.2)
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  // A stock browser opens its own developer tools (F12), and nobody else can; the README says so.
  openDevTools(): void {
    if (!isHeadless()) console.error('Press F12 in the window: the Chromium host cannot open the developer tools itself.')
  }
  closeDevTools(): void {}
  toggleDevTools(): void {
    this.openDevTools()
  }
  isDevToolsOpened(): boolean {
    return false
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }

  /** What the page says through the binding. */
  receive(call: BindingCall): Promise<string> | string {
    if (call.kind === 'hello') return this.hello(call)
    if (call.doc !== this.doc) return ''
    switch (call.kind) {
      case 'next':
        return new Promise((resolve) => {
          this.poll = resolve
          this.flush()
        })
      case 'invoke':
        return this.arguments(call.text).then((args) => ipcMain.answer(call.extra, this.event(call), args))
      case 'send':
        void this.arguments(call.text).then((args) => ipcMain.emit(call.extra, this.event(call), ...args))
        return ''
      case 'file':
        this.marks.set(call.text, this.pathOf(call.text))
        return ''
      case 'accelerator':
        this.onAccelerator(Number(call.text))
        return ''
      case 'window-open':
        this.askOpen(call.text)
        return ''
      case 'dark':
        browser.facts.dark = call.text === 'true'
        browser.emit('dark')
        return ''
      case 'geometry':
        if (call.text !== 'resize') this.setFocused(call.text === 'focus')
        this.emit('geometry')
        return ''
      case 'title':
        this.title = call.text
        this.emit('page-title-updated', cancellable({}), call.text, true)
        return ''
      case 'painted':
        this.emit('painted')
        return ''
      case 'pagehide':
        this.leftInOrder = true
        return ''
      case 'preload-error':
        console.error(`Unable to load preload script: ${this.preload ?? ''}\n${call.text}`)
        this.emit('preload-error', {}, this.preload, new Error(call.text))
        return ''
      default:
        return notImplemented(`message ${call.kind} of the page`)
    }
  }

  /** The window has closed. */
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    if (this.current !== null) all.delete(this.current)
    this.emit('destroyed')
  }

  private whenOpen(act: (page: Page) => Promise<unknown>): void {
    this.page.then(act).catch((error: unknown) => {
      if (this.current?.isClosed() === false) console.error(error)
    })
  }

  private async open(): Promise<Page> {
    const page = await browser.takePage()
    this.current = page
    all.set(page, this)
    const options = {
      binding: bindingName,
      filesKey,
      markPrefix,
      process: {
        platform: process.platform,
        arch: process.arch,
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        env: {},
        argv: [],
        versions: { chrome: browser.context?.browser()?.version() ?? '', node: process.versions.node },
      },
    }
    const preload =
      this.preload === undefined ? 'null' : `function (require, process, exports, module) {\n${readFileSync(this.preload, 'utf8')}\n}`
    await page.addInitScript(`(${installPageSide.toString()})(${makeCodec.toString()}, ${JSON.stringify(options)}, ${preload})`)
    page.on('load', () => {
      this.setLoading(false)
      this.emit('did-finish-load')
    })
    page.on('domcontentloaded', () => this.emit('dom-ready', {}))
    page.on('console', (message) => {
      if (this.listenerCount('console-message') === 0) return
      const level = message.type() === 'warning' ? 'warning' : message.type() === 'error' ? 'error' : 'info'
      const { url, lineNumber } = message.location()
      this.emit('console-message', { level, message: message.text(), lineNumber, sourceId: schemes.toApp(url) })
    })
    page.on('crash', () => this.gone('crashed'))
    page.on('close', () => {
      if (this.current === page) this.emit('page-closed')
    })
    return page
  }

  /** Tells the app that the page's process ended. */
  gone(reason: 'crashed' | 'killed'): void {
    if (this.crashed) return
    this.crashed = true
    this.doc = ''
    this.emit('render-process-gone', {}, { reason, exitCode: 1 } satisfies Electron.RenderProcessGoneDetails)
  }

  private hello(call: BindingCall): string {
    this.doc = call.doc
    this.url = schemes.toApp(call.text)
    this.waiting = []
    this.poll = null
    this.leftInOrder = false
    this.marks.clear()
    this.setLoading(true)
    this.emit('did-navigate', {}, this.url, 200, 'OK')
    if (this.zoom !== 1) this.whenOpen((page) => page.waitForLoadState().then(() => this.setZoomFactor(this.zoom)))
    return JSON.stringify(this.accelerators())
  }
  private setLoading(loading: boolean): void {
    if (this.loading === loading) return
    this.loading = loading
    this.emit(loading ? 'did-start-loading' : 'did-stop-loading')
  }
  private setFocused(focused: boolean): void {
    this.focused = focused
    this.emit(focused ? 'focus' : 'blur')
  }
  private push(channel: string, text: string): void {
    this.waiting.push([channel, text])
    this.flush()
  }
  private flush(): void {
    if (this.poll === null || this.waiting.length === 0) return
    this.poll(JSON.stringify(this.waiting))
    this.poll = null
    this.waiting = []
  }
  private event(call: BindingCall): Electron.IpcMainInvokeEvent {
    const senderFrame = honest('WebFrameMain', { ...this.mainFrame, url: call.frameUrl })
    const event = { type: 'frame', sender: this.self, senderFrame, frameId: this.id, processId: this.id, ports: [] }
    const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args)
    return honest('IpcMainEvent', { ...event, reply }) as unknown as Electron.IpcMainInvokeEvent
  }
  private async arguments(text: string): Promise<unknown[]> {
    const paths = new Map<string, string>()
    for (const [mark, path] of this.marks) paths.set(mark, await path)
    return codec.decode(text, (one) => paths.get(one) ?? one) as unknown[]
  }
  /** Chromium's debugger knows the path of a dropped or picked file; '' for one that a script made, as in Electron. */
  private async pathOf(mark: string): Promise<string> {
    const session = await this.protocolSession()
    const expression = `globalThis[Symbol.for(${JSON.stringify(filesKey)})].get(${JSON.stringify(mark)})`
    const { result } = await session.send('Runtime.evaluate', { expression })
    if (result.objectId === undefined) return ''
    return (await session.send('DOM.getFileInfo', { objectId: result.objectId })).path
  }
  private askOpen(url: string): void {
    const details = { url: schemes.toApp(url), frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'default' } }
    const answer = this.openHandler?.(details as Electron.HandlerDetails)
    if (answer?.action !== 'deny') notImplemented(`opening a window from the page (${url})`)
  }
  /** Whether the main frame may go to this address: asks `will-navigate` unless the app itself, or a reload, goes there. */
  mayNavigate(url: string): boolean {
    const same = (a: string, b: string): boolean => a.replace(/#.*/, '') === b.replace(/#.*/, '')
    if (same(url, this.url)) return true
    const event = cancellable({ url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame, initiator: this.mainFrame })
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
}

browser.onCall = (call) => all.get(call.page)?.receive(call) ?? ''
navigation.allows = (page, url) => all.get(page)?.mayNavigate(url) ?? true

export function contentsList(): HostWebContents[] {
  return [...all.values()]
}
