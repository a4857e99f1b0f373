import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { chromium } from 'playwright'
import type { BrowserContext, CDPSession, Page, Route } from 'playwright'
import { commandLine } from './command-line.ts'
import { freshProfile, removeProfile } from './profile.ts'
import { schemes } from './schemes.ts'

export interface Facts {
  locale: string
  dark: boolean
  scale: number
  screen: { x: number; y: number; width: number; height: number }
  workArea: { x: number; y: number; width: number; height: number }
}

export interface BindingCall {
  readonly page: Page
  readonly frameUrl: string
  readonly kind: string
  readonly doc: string
  readonly text: string
  readonly extra: string
}

export const bindingName = `__host_${Math.random().toString(36).slice(2)}`

const quietFlags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--block-new-web-contents',
  // The last two would start processes for tabs and menus that an app's window never has.
  '--disable-features=Translate,MediaRouter,OptimizationHints,PreloadTopChromeWebUI,SpareRendererForSitePerProcess',
  // The app is offline: the browser that shows it resolves nothing but this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
]

/** Where nobody watches, nothing is gained by processes of their own for drawing and for the network: a third of the start goes into them. */
const headlessFlags = [
  '--disable-gpu',
  '--in-process-gpu',
  '--screen-info={1920x1080}',
  // The first is Playwright's own, whose list this one replaces.
  '--enable-features=CDPScreenshotNewSurface,NetworkServiceInProcess2',
]

/** App mode takes an address of a scheme that it knows: for `about:blank` it would show tabs. */
const emptyPage = 'data:text/html,'

function executable(): string {
  const path = process.env['CHROMIUM_HOST_BROWSER']
  if (!path) throw new Error('CHROMIUM_HOST_BROWSER does not name an installed Chromium, Chrome or Edge.')
  return path
}

function asRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

export function isHeadless(): boolean {
  if (process.env['CHROMIUM_HOST_HEADLESS'] !== undefined) return process.env['CHROMIUM_HOST_HEADLESS'] !== '0'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY
}

/** The installed browser that shows the windows. Emits `dark` (the system's theme changed) and `gone` (it died). */
class HostBrowser extends EventEmitter {
  readonly facts: Facts = {
    locale: 'en-US',
    dark: false,
    scale: 1,
    screen: { x: 0, y: 0, width: 1280, height: 720 },
    workArea: { x: 0, y: 0, width: 1280, height: 720 },
  }
  context: BrowserContext | null = null
  onCall: (call: BindingCall) => Promise<string> | string = () => ''
  private free: Page[] = []
  private launching: Promise<BrowserContext> | null = null
  private closing = false
  private profile = ''
  private debugger: Promise<CDPSession> | null = null

  /** Starts the browser; does nothing when it runs. */
  launch(): Promise<BrowserContext> {
    this.launching ??= this.start()
    return this.launching
  }

  /** An empty window: the one that the browser started with, or a new one. */
  async takePage(): Promise<Page> {
    const context = await this.launch()
    const page = this.free.shift()
    if (page !== undefined && !page.isClosed()) return page
    const [opened] = await Promise.all([context.waitForEvent('page'), this.openWindow(context)])
    return opened
  }

  focus(): void {
    void this.context?.pages()[0]?.bringToFront()
  }

  isGone(): boolean {
    return this.context === null
  }

  async close(): Promise<void> {
    this.closing = true
    // A second start that hands over and goes must not wait for a browser that it never wanted.
    const context = this.context ?? (this.launching === null ? null : await this.launching.catch(() => null))
    await Promise.race([context?.close().catch(() => undefined), new Promise((done) => setTimeout(done, 5000).unref())])
  }

  private async openWindow(context: BrowserContext): Promise<void> {
    const session = await this.session(context)
    if (isHeadless()) await session.send('Target.createTarget', { url: emptyPage, newWindow: true })
    // Nothing in the protocol opens a window without tabs; the browser's own second start does, in the running one.
    else {
      const args = [...(asRoot() ? ['--no-sandbox'] : []), '--test-type', `--user-data-dir=${this.profile}`, `--app=${emptyPage}`]
      spawn(executable(), args, { stdio: 'ignore' }).unref()
    }
  }

  /** A debugger session of the whole browser, kept open: what it set ends with it. */
  private session(context: BrowserContext): Promise<CDPSession> {
    const own = context.browser()
    if (own === null) throw new Error('The browser has no debugger.')
    this.debugger ??= own.newBrowserCDPSession()
    return this.debugger
  }

  async setPermission(name: string, allowed: boolean): Promise<void> {
    const session = await this.session(await this.launch())
    const change = { permission: { name }, setting: allowed ? 'granted' : 'denied' } as const
    await session.send('Browser.setPermission', change).catch((error: unknown) => {
      // A browser that does not know a permission cannot grant it either.
      if (!/permission/i.test(String(error).replace('Browser.setPermission', ''))) throw error
    })
  }

  private async start(): Promise<BrowserContext> {
    const executablePath = executable()
    const headless = isHeadless()
    const profile = freshProfile()
    this.profile = profile
    const unset = { viewport: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null } as const
    const context = await chromium.launchPersistentContext(profile, {
      ...unset,
      executablePath,
      headless,
      chromiumSandbox: !asRoot(),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
      ignoreDefaultArgs: ['--hide-scrollbars', '--enable-automation'],
      args: [
        `--app=${emptyPage}`,
        ...quietFlags,
        ...(headless ? headlessFlags : ['--test-type']),
        ...commandLine.forChromium(),
      ],
    })
    process.once('exit', () => removeProfile(profile))
    this.context = context
    this.free = context.pages()
    context.on('close', () => {
      this.context = null
      this.launching = null
      this.debugger = null
      if (!this.closing) this.emit('gone')
    })
    await context.exposeBinding(bindingName, ({ page, frame }, kind: string, doc: string, text = '', extra = '') =>
      this.onCall({ page, frameUrl: schemes.toApp(frame.url()), kind, doc, text, extra }),
    )
    await context.route('**/*', (route) => this.onRoute(route))
    await this.learn()
    return context
  }

  onRoute: (route: Route) => Promise<void> = (route) => route.continue()

  private async learn(): Promise<void> {
    const found = await this.free[0]?.evaluate(() => ({
      locale: navigator.language,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      scale: devicePixelRatio,
      screen: { x: 0, y: 0, width: screen.width, height: screen.height },
      workArea: {
        x: Number(Reflect.get(screen, 'availLeft') ?? 0),
        y: Number(Reflect.get(screen, 'availTop') ?? 0),
        width: screen.availWidth,
        height: screen.availHeight,
      },
    }))
    if (found !== undefined) Object.assign(this.facts, found)
  }
}

export const browser = new HostBrowser()
