import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { commandLine } from './command-line.ts'
import { honest } from './honest.ts'
import { cancellable, HostEvents } from './host-events.ts'
import { defaultPaths } from './paths.ts'
import { SingleInstance } from './single-instance.ts'
import { openWindows } from './windows.ts'

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
}

const emitted = [
  'will-finish-launching', 'ready', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance', 'activate',
  'browser-window-created', 'browser-window-focus', 'browser-window-blur', 'web-contents-created', 'render-process-gone',
]
const silent = [
  'open-file', 'open-url', 'continue-activity', 'child-process-gone', 'certificate-error', 'select-client-certificate',
  'login', 'gpu-info-update', 'accessibility-support-changed', 'session-created', 'did-become-active', 'did-resign-active',
]

class HostApp extends HostEvents implements Pick<
  Electron.App,
  | 'quit' | 'exit' | 'whenReady' | 'isReady' | 'focus' | 'getPath' | 'setPath' | 'getAppPath' | 'getName' | 'setName'
  | 'getVersion' | 'getLocale' | 'getSystemLocale' | 'getPreferredSystemLanguages' | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock' | 'releaseSingleInstanceLock' | 'enableSandbox' | 'disableHardwareAcceleration'
  | 'setAppUserModelId' | 'addRecentDocument' | 'clearRecentDocuments' | 'isPackaged' | 'commandLine' | 'name'
  | 'setAboutPanelOptions' | 'showAboutPanel' | 'setAppLogsPath' | 'badgeCount'
> {
  readonly isPackaged = false
  readonly commandLine = commandLine
  readonly dock = undefined
  applicationMenu: Electron.Menu | null = null
  badgeCount = 0
  userAgentFallback = ''
  accessibilitySupportEnabled = false
  readonly setJumpList = undefined
  readonly setUserTasks = undefined

  private appPath = process.cwd()
  private manifest: Manifest = {}
  private givenName = ''
  private paths = new Map<string, string>()
  private readonly lock = new SingleInstance()
  private readyState = false
  private quitting = false
  private about: Electron.AboutPanelOptionsOptions = {}
  private resolveReady: () => void = () => undefined
  private readonly readyPromise = new Promise<void>((done) => (this.resolveReady = done))

  constructor() {
    super('app', emitted, silent)
  }

  /** Before the app's main module is loaded. */
  begin(appPath: string): void {
    this.appPath = resolve(appPath)
    this.manifest = JSON.parse(readFileSync(join(this.appPath, 'package.json'), 'utf8')) as Manifest
    this.paths = defaultPaths(this.getName())
    const userData = commandLine.getSwitchValue('user-data-dir')
    if (userData !== '') for (const name of ['userData', 'sessionData']) this.paths.set(name, resolve(userData))
  }

  /** After the app's main module is loaded: starts the browser, unless the app has quit already. */
  async start(): Promise<void> {
    if (this.quitting) return
    this.emit('will-finish-launching')
    await browser.launch()
    this.readyState = true
    this.resolveReady()
    this.emit('ready', {}, {})
  }

  whenReady(): Promise<void> {
    return this.readyPromise
  }
  isReady(): boolean {
    return this.readyState
  }
  focus(): void {
    browser.focus()
  }

  get name(): string {
    return this.getName()
  }
  set name(name: string) {
    this.givenName = name
  }
  getName(): string {
    return this.givenName || this.manifest.productName || this.manifest.name || 'Electron'
  }
  setName(name: string): void {
    this.givenName = name
  }
  getVersion(): string {
    return this.manifest.version ?? '0.0.0'
  }
  getAppPath(): string {
    return this.appPath
  }
  getLocale(): string {
    return browser.facts.locale
  }
  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()]
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    if (!this.paths.has(name)) throw new Error(`Failed to set path '${name}'`)
    this.paths.set(name, path)
  }
  setAppLogsPath(path?: string): void {
    const logs = path ?? this.getPath('logs')
    if (!existsSync(logs)) mkdirSync(logs, { recursive: true })
    this.paths.set('logs', logs)
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const start = { argv: process.argv, cwd: process.cwd(), data: additionalData ?? {} }
    return this.lock.request(this.getPath('userData'), start, (second) => {
      void this.readyPromise.then(() => this.emit('second-instance', {}, second.argv, second.cwd, second.data))
    })
  }
  hasSingleInstanceLock(): boolean {
    return this.lock.has()
  }
  releaseSingleInstanceLock(): void {
    this.lock.release()
  }

  quit(): void {
    if (this.quitting) return
    this.quitting = true
    void this.runQuit()
  }
  exit(code = 0): void {
    this.quitting = true
    this.emit('quit', {}, code)
    void Promise.allSettled([browser.close(), this.lock.handedOver()]).then(() => process.exit(code))
  }
  isQuitting(): boolean {
    return this.quitting
  }

  private async runQuit(): Promise<void> {
    // Quitting starts in the next turn, as in Electron: what follows `app.quit()` still runs.
    await new Promise((done) => setImmediate(done))
    for (const name of ['before-quit', 'windows', 'will-quit'] as const) {
      if (name === 'windows') {
        for (const window of Array.from(openWindows)) {
          if (!window.mayClose()) return this.stay()
          await window.closePage()
        }
        continue
      }
      const event = cancellable({})
      this.emit(name, event)
      if (event.defaultPrevented) return this.stay()
    }
    this.exit(typeof process.exitCode === 'number' ? process.exitCode : 0)
  }
  private stay(): void {
    this.quitting = false
  }

  /** Called by a window that has closed. */
  windowClosed(): void {
    if (openWindows.size > 0 || this.quitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    this.about = options
  }
  showAboutPanel(): void {
    void import('./dialog.ts').then(({ dialog }) =>
      dialog.showMessageBox({ message: `${this.getName()} ${this.getVersion()}`, detail: this.about.copyright ?? '' }),
    )
  }

  // There is nothing behind these in a stock browser; the README lists them.
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
}

export const app = honest('app', new HostApp())
