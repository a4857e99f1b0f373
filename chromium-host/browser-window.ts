import type * as Electron from 'electron'
import { app } from './app.ts'
import { browser } from './browser.ts'
import { honest, notImplemented } from './honest.ts'
import { cancellable, HostEvents } from './host-events.ts'
import { applicationKeys, onMenuKey } from './menu-keys.ts'
import { nativeTheme } from './native-theme.ts'
import { HostWebContents } from './web-contents.ts'
import { openWindows } from './windows.ts'
import type { OpenWindow } from './windows.ts'

const emitted = [
  'ready-to-show', 'show', 'close', 'closed', 'resize', 'resized', 'move', 'moved', 'maximize', 'unmaximize', 'minimize',
  'restore', 'enter-full-screen', 'leave-full-screen', 'focus', 'blur', 'page-title-updated',
]
const silent = [
  'hide', 'will-resize', 'will-move', 'unresponsive', 'responsive', 'always-on-top-changed', 'app-command', 'swipe',
  'session-end', 'query-session-end', 'system-context-menu', 'enter-html-full-screen', 'leave-html-full-screen',
  'rotate-gesture', 'sheet-begin', 'sheet-end', 'new-window-for-tab',
]
type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

let lastId = 0

class HostWindow extends HostEvents implements Pick<
  Electron.BrowserWindow,
  | 'id' | 'loadURL' | 'show' | 'showInactive' | 'focus' | 'isFocused' | 'isVisible' | 'isDestroyed' | 'close' | 'destroy'
  | 'getBounds' | 'setBounds' | 'getNormalBounds' | 'getSize' | 'setSize' | 'getPosition' | 'setPosition' | 'getContentBounds'
  | 'getContentSize' | 'maximize' | 'unmaximize' | 'isMaximized' | 'minimize' | 'isMinimized' | 'restore' | 'setFullScreen'
  | 'isFullScreen' | 'setTitle' | 'getTitle' | 'reload' | 'setMenu' | 'removeMenu' | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar' | 'isMenuBarVisible' | 'setBackgroundColor' | 'setMinimumSize' | 'setProgressBar' | 'flashFrame'
  | 'setIcon' | 'setRepresentedFilename' | 'setDocumentEdited' | 'isDocumentEdited' | 'center' | 'getMinimumSize'
  | 'setSkipTaskbar' | 'moveTop' | 'blur' | 'capturePage'
> {
  readonly id = (lastId += 1)
  readonly webContents: Electron.WebContents
  readonly contents: HostWebContents
  self: Electron.BrowserWindow
  private bounds: Electron.Rectangle
  private normal: Electron.Rectangle
  private state: State = 'normal'
  private destroyed = false
  private visible: boolean
  private painted = false
  private edited = false
  private minimum: number[]
  private readonly opened: Promise<void>
  /** The object itself, where `this` may be its proxy. */
  private readonly bare: OpenWindow = this

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', emitted, silent)
    const { webPreferences = {}, width = 800, height = 600 } = options
    if (webPreferences.nodeIntegration === true) notImplemented('webPreferences.nodeIntegration')
    if (webPreferences.contextIsolation === false) notImplemented('webPreferences.contextIsolation: false')
    if (webPreferences.sandbox === false) notImplemented('webPreferences.sandbox: false')
    const area = browser.facts.workArea
    const x = options.x ?? area.x + Math.max(0, Math.round((area.width - width) / 2))
    const y = options.y ?? area.y + Math.max(0, Math.round((area.height - height) / 2))
    this.bounds = { x, y, width, height }
    this.normal = this.bounds
    this.minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.visible = options.show !== false
    this.contents = new HostWebContents(webPreferences.preload)
    this.webContents = honest('webContents', this.contents) as unknown as Electron.WebContents
    this.contents.self = this.webContents
    this.self = honest('BrowserWindow', this) as unknown as Electron.BrowserWindow
    this.opened = this.place(this.bounds)
    this.opened.catch((error: unknown) => console.error('The window could not be opened:', error))
    this.follow()
    openWindows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this.self)
    return this.self as unknown as this
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...openWindows].filter((one) => one instanceof HostWindow).map((one) => one.self)
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return HostWindow.getAllWindows().find((one) => one.webContents === contents) ?? null
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return HostWindow.getAllWindows().find((one) => one.id === id) ?? null
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return HostWindow.getAllWindows().find((one) => one.isFocused()) ?? null
  }

  async loadURL(url: string): Promise<void> {
    await this.opened
    await this.contents.loadURL(url)
  }
  reload(): void {
    this.contents.reload()
  }
  capturePage(): Promise<Electron.NativeImage> {
    return this.contents.capturePage()
  }

  show(): void {
    this.focus()
    if (this.visible) return
    this.visible = true
    this.emit('show')
  }
  showInactive(): void {
    this.show()
  }
  focus(): void {
    this.contents.focus()
  }
  moveTop(): void {
    this.focus()
  }
  isFocused(): boolean {
    return this.contents.isFocused()
  }
  isVisible(): boolean {
    return this.visible && !this.destroyed
  }
  isDestroyed(): boolean {
    return this.destroyed
  }

  close(): void {
    if (this.mayClose()) void this.closePage()
  }
  mayClose(): boolean {
    if (this.destroyed) return true
    const event = cancellable({})
    this.emit('close', event)
    return !event.defaultPrevented
  }
  destroy(): void {
    void this.closePage()
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.normal }
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }
  getContentSize(): number[] {
    return this.getSize()
  }
  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y]
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    if (this.state === 'normal') this.normal = this.bounds
    this.run(() => this.place(this.bounds))
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }
  center(): void {
    const area = browser.facts.workArea
    const { width, height } = this.bounds
    this.setPosition(area.x + Math.round((area.width - width) / 2), area.y + Math.round((area.height - height) / 2))
  }
  maximize(): void {
    this.setState('maximized')
  }
  unmaximize(): void {
    this.setState('normal')
  }
  minimize(): void {
    this.setState('minimized')
  }
  restore(): void {
    this.setState('normal')
  }
  setFullScreen(flag: boolean): void {
    this.setState(flag ? 'fullscreen' : 'normal')
  }
  isMaximized(): boolean {
    return this.state === 'maximized'
  }
  isMinimized(): boolean {
    return this.state === 'minimized'
  }
  isFullScreen(): boolean {
    return this.state === 'fullscreen'
  }

  setTitle(title: string): void {
    this.run(async () => (await this.contents.page).evaluate((text) => void (document.title = text), title))
  }
  getTitle(): string {
    return this.contents.getTitle()
  }
  setDocumentEdited(edited: boolean): void {
    this.edited = edited
  }
  isDocumentEdited(): boolean {
    return this.edited
  }
  getMinimumSize(): number[] {
    return this.minimum
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
  }

  // A stock browser's window has no such part; the README lists these.
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  isMenuBarVisible(): boolean {
    return false
  }
  setBackgroundColor(): void {}
  setProgressBar(): void {}
  flashFrame(): void {}
  setIcon(): void {}
  setRepresentedFilename(): void {}
  setSkipTaskbar(): void {}
  blur(): void {}

  setColorScheme(scheme: 'dark' | 'light' | null): void {
    this.run(async () => (await this.contents.page).emulateMedia({ colorScheme: scheme }))
  }
  refreshMenu(): void {
    this.contents.setAccelerators()
  }

  private run(act: () => Promise<unknown>): void {
    this.opened.then(act).catch((error: unknown) => {
      if (!this.destroyed && !browser.isGone()) console.error(error)
    })
  }

  private follow(): void {
    const { contents } = this
    contents.accelerators = applicationKeys
    contents.onAccelerator = (id) => onMenuKey(id, this.self)
    contents.on('painted', () => {
      if (this.painted) return
      this.painted = true
      this.emit('ready-to-show')
    })
    contents.on('geometry', () => this.run(() => this.measure()))
    contents.on('focus', () => {
      this.emit('focus')
      app.emit('browser-window-focus', {}, this.self)
    })
    contents.on('blur', () => {
      this.emit('blur')
      app.emit('browser-window-blur', {}, this.self)
    })
    contents.on('page-title-updated', (event: object, title: string) => this.emit('page-title-updated', event, title, true))
    contents.on('render-process-gone', (event: object, details: object) => {
      app.emit('render-process-gone', event, this.webContents, details)
    })
    contents.on('page-closed', () => void this.pageClosed())
  }

  /** The page went away without our doing: a person closed the window, or the browser died. */
  private async pageClosed(): Promise<void> {
    if (this.destroyed) return
    if (!this.contents.leftInOrder) {
      await new Promise((done) => setTimeout(done, 300))
      if (browser.isGone()) {
        console.error('The browser that shows the windows ended. What was saved is safe; start the app again.')
        process.exitCode = 1
        this.contents.gone('killed')
        return this.finish()
      }
    }
    // The window is gone whatever a listener says; but one that asks for time to save gets it: the app lives on until
    // the listener closes or destroys the window itself.
    if (this.mayClose()) this.finish()
  }

  async closePage(): Promise<void> {
    if (this.destroyed) return
    const page = this.contents.current
    this.finish()
    await page?.close().catch(() => undefined)
  }

  private finish(): void {
    if (this.destroyed) return
    this.destroyed = true
    openWindows.delete(this.bare)
    this.contents.destroy()
    this.emit('closed')
    app.windowClosed()
  }

  private async place({ x, y, width, height }: Electron.Rectangle): Promise<void> {
    if (nativeTheme.themeSource !== 'system') {
      await (await this.contents.page).emulateMedia({ colorScheme: nativeTheme.themeSource })
    }
    const session = await this.contents.protocolSession()
    const { windowId } = await session.send('Browser.getWindowForTarget')
    const bounds = { left: Math.round(x), top: Math.round(y), width: Math.round(width), height: Math.round(height) }
    await session.send('Browser.setWindowBounds', { windowId, bounds })
  }

  private setState(windowState: State): void {
    this.run(async () => {
      const session = await this.contents.protocolSession()
      const { windowId, bounds } = await session.send('Browser.getWindowForTarget')
      // Chromium goes from one special state to another only by way of the normal one.
      if (bounds.windowState !== 'normal' && bounds.windowState !== windowState) {
        await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
      }
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
      await this.measure()
    })
  }

  private async measure(): Promise<void> {
    const session = await this.contents.protocolSession()
    const { bounds } = await session.send('Browser.getWindowForTarget')
    const before = { bounds: this.bounds, state: this.state }
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    this.state = windowState
    this.bounds = { x: left, y: top, width, height }
    if (windowState === 'normal') this.normal = this.bounds
    const { bounds: old, state } = before
    const resized = old.width !== width || old.height !== height
    const moved = old.x !== left || old.y !== top
    for (const name of resized ? ['resize', 'resized'] : []) this.emit(name)
    for (const name of moved ? ['move', 'moved'] : []) this.emit(name)
    if (state === windowState) return
    const name = { normal: 'restore', minimized: 'minimize', maximized: 'maximize', fullscreen: 'enter-full-screen' } as const
    if (state === 'maximized') this.emit('unmaximize')
    if (state === 'fullscreen') this.emit('leave-full-screen')
    this.emit(name[windowState])
  }
}

export const BrowserWindow = honest('BrowserWindow', HostWindow)
