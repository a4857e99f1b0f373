import { test as base, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

/*
 * The reading surface alone in a real Chromium: what can only be true on a screen (selection, rectangles, keys) is
 * checked here, without the rest of the app. Offsets are UTF-16.
 */

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Span {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
}

export interface Show {
  readonly text?: string
  readonly spans?: readonly Span[]
  readonly selected?: readonly string[]
  readonly incomplete?: readonly string[]
  readonly found?: readonly { readonly start: number; readonly end: number }[]
  readonly foundCurrent?: number
  readonly header?: { readonly start: number; readonly end: number } | null
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Reading {
  readonly handle: {
    readonly current: {
      scrollTo(offset: number): void
      focus(): void
      rectsOf(range: { start: number; end: number }): Box[]
      offsetAtPoint(x: number, y: number): number | null
    }
  }
  readonly log: {
    readonly clicks: readonly (readonly string[])[]
    readonly hover: { readonly ids: readonly string[] } | null
    readonly visible: number
    readonly selection: { readonly anchor: number; readonly focus: number }
  }
  show(change: Show): void
  select(selection: { anchor: number; focus: number }): void
  add(span: Span): void
}

declare global {
  interface Window {
    harness: Reading
  }
}

/** The surface as a test drives it. */
export class SurfacePage {
  readonly page: Page
  text = ''

  constructor(page: Page) {
    this.page = page
  }

  async show(change: Show): Promise<void> {
    if (change.text !== undefined) this.text = change.text
    await this.page.evaluate((given) => window.harness.show(given), change)
    await this.settle()
  }

  async add(span: Span): Promise<void> {
    await this.page.evaluate((given) => window.harness.add(given), span)
    await this.settle()
  }

  /** Two frames: what was asked for is on the screen. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    )
  }

  async focus(): Promise<void> {
    await this.page.evaluate(() => window.harness.handle.current.focus())
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    await this.settle()
  }

  async selection(): Promise<{ anchor: number; focus: number }> {
    return this.page.evaluate(() => window.harness.log.selection)
  }

  /** What the surface says is selected. */
  async selectedText(): Promise<string> {
    const { anchor, focus } = await this.selection()
    return this.text.slice(Math.min(anchor, focus), Math.max(anchor, focus))
  }

  async clicks(): Promise<readonly (readonly string[])[]> {
    return this.page.evaluate(() => window.harness.log.clicks)
  }

  async rects(start: number, end: number): Promise<Box[]> {
    return this.page.evaluate(
      (range) =>
        window.harness.handle.current.rectsOf(range).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
      { start, end },
    )
  }

  /** Offsets of the n-th place (from 0) where `words` stand. */
  find(words: string, n = 0): { start: number; end: number } {
    let start = -1
    for (let round = 0; round <= n; round += 1) start = this.text.indexOf(words, start + 1)
    if (start === -1) throw new Error(`the text does not hold ${words}`)
    return { start, end: start + words.length }
  }

  /** The middle of the n-th place where `words` stand. */
  async middleOf(words: string, n = 0): Promise<{ x: number; y: number }> {
    const { start, end } = this.find(words, n)
    const [box] = await this.rects(start, end)
    if (!box) throw new Error(`${words} is not on the screen`)
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
  }
}

/** The browser that `CONCORD_BROWSER` names, else the system's where there is one, else Playwright's own. */
const executablePath = [process.env['CONCORD_BROWSER'], '/usr/bin/chromium'].find((path) => path !== undefined && existsSync(path))

export const test = base.extend<{ surface: SurfacePage }, { address: string }>({
  launchOptions: [{ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) }, { scope: 'worker' }],
  viewport: { width: 1000, height: 700 },
  // Built once: what is served module by module is asked for, and compiled by the browser, again for every test.
  address: [
    async ({ browserName }, provide) => {
      const outDir = await mkdtemp(join(tmpdir(), `concord-surface-${browserName}-`))
      const config = { configFile: false, root: `${root}src/renderer/editor/testing`, logLevel: 'error' } as const
      await build({ ...config, build: { outDir } })
      const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
      await provide(server.resolvedUrls?.local[0] ?? '')
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  surface: async ({ page, address }, provide) => {
    await page.goto(address)
    await page.waitForSelector('body[data-ready=true]')
    await provide(new SurfacePage(page))
  },
})

export { expect } from '@playwright/test'
