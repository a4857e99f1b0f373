import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '../../e2e/fixtures/launch-app.ts'
import type { LaunchedApp } from '../../e2e/fixtures/launch-app.ts'
import { Workbench } from '../../e2e/screens/workbench.ts'
import { shrinkPng } from './shrink-png.ts'

export { expect } from '@playwright/test'

export const sizes = { wide: { width: 1440, height: 900 }, small: { width: 1100, height: 700 } } as const

/** Every picture shows the same time of day. */
const NOW = Date.UTC(2031, 11, 1, 14, 3)
/** What stands in a picture where the temporary folder is. */
const HOME = '/home/ines'
const LARGEST_BYTES = 250_000
const PICTURES = join(import.meta.dirname, '../../docs/pictures')

/** The running app with a person's folders, and a camera. */
export class Desk extends Workbench {
  readonly home: string

  constructor(app: LaunchedApp, home: string) {
    super(app)
    this.home = home
  }

  /** Writes `docs/pictures/<name>.png`. */
  async take(name: string, size: keyof typeof sizes = 'wide'): Promise<void> {
    await this.page.setViewportSize(sizes[size])
    await expect(this.page.getByText('Saving…')).toBeHidden()
    await this.page.evaluate(showAs, { from: this.home, to: HOME })
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined))
    // Two frames for what is laid out after the resize.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const raw = await this.page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' })
    const picture = shrinkPng(raw)
    if (picture.length > LARGEST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`)
    await mkdir(PICTURES, { recursive: true })
    await writeFile(join(PICTURES, `${name}.png`), picture)
  }

  async theme(scheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  }

  /** A folder of the person's with some articles of the sample project in it, as they might come from anywhere. */
  async sourceFolder(name: string, articles: readonly string[]): Promise<string> {
    const folder = join(this.home, name)
    await mkdir(folder, { recursive: true })
    for (const path of articles) {
      const bytes = await readFile(join(import.meta.dirname, '../../samples/pledges/articles', path))
      await writeFile(join(folder, path.split('/').at(-1) ?? path), bytes)
    }
    return folder
  }
}

/** The app started for a picture: the same clock and time zone, light, and a home of its own. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ launchApp }, provide) => {
    const home = await realpath(await mkdtemp(join(tmpdir(), 'concord-pictures-')))
    await mkdir(join(home, 'Documents'))
    const app = await launchApp({ env: { TZ: 'UTC', LANG: 'en_GB.UTF-8' } })
    await app.main.evaluate(
      ({ app: electron }, { now, documents }) => {
        electron.setPath('documents', documents)
        Date.now = () => now
      },
      { now: NOW, documents: join(home, 'Documents') },
    )
    const desk = new Desk(app, home)
    await desk.theme('light')
    await app.page.setViewportSize(sizes.wide)
    await provide(desk)
    await app.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Runs in the page: no picture says where it was taken. */
function showAs({ from, to }: { from: string; to: string }): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    if (text.includes(from)) node.textContent = text.replaceAll(from, to)
  }
}
