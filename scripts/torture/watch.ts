import type { Page } from '@playwright/test'

/** What could be seen in the window at one moment: the marked words of the open article, and whether it says Saved. */
export interface Seen {
  readonly article: string
  readonly marked: readonly string[]
  readonly saved: boolean
}

const BINDING = 'tortureSees'

/** Tells, from outside the app, what a person with quick eyes would see, whenever it changes. */
export async function watchWindow(page: Page, tell: (seen: Seen) => void): Promise<void> {
  await page.exposeFunction(BINDING, tell)
  await page.addInitScript(look, BINDING)
  await page.evaluate(look, BINDING)
}

/** What is in the window now. */
export function seenNow(page: Page): Promise<Seen | null> {
  return page.evaluate(() => {
    const see: unknown = Reflect.get(window, 'tortureSee')
    return typeof see === 'function' ? (see() as Seen) : null
  })
}

/** Runs in the page. What stands for two frames has been shown: one frame alone no eye can read. */
function look(binding: string): void {
  if (Reflect.has(window, 'tortureSee')) return
  const see = (): Seen => {
    const marked: string[] = []
    for (const [name, highlight] of CSS.highlights) {
      if (!/^concord-[a-z]+-[a-z]+-\d+$/.test(name)) continue
      for (const range of highlight) {
        const words = document.createRange()
        words.setStart(range.startContainer, range.startOffset)
        words.setEnd(range.endContainer, range.endOffset)
        marked.push(words.toString())
      }
    }
    const status = document.querySelector('header [aria-live="polite"]')?.textContent ?? ''
    const article = document.querySelector('.reading-text')?.getAttribute('aria-label') ?? ''
    return { article, marked: [...new Set(marked)].sort(), saved: status.startsWith('Saved') }
  }
  Reflect.set(window, 'tortureSee', see)
  let before = ''
  let told = ''
  const frame = (): void => {
    const seen = see()
    const now = JSON.stringify(seen)
    if (now === before && now !== told) {
      told = now
      const tell: unknown = Reflect.get(window, binding)
      if (typeof tell === 'function') tell(seen)
    }
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
