import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The article as a person reads and marks it; what a hand does to the text, in words. */
export class Reading {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Once an article is open and has the focus. */
  static async of(page: Page): Promise<Reading> {
    page.setDefaultTimeout(30_000)
    const reading = new Reading(page)
    await expect(reading.surface).toBeFocused()
    return reading
  }

  get surface(): Locator {
    return this.page.locator('.reading-text')
  }

  /** Drags from the beginning of some words to the end of others, as a hand does. */
  async drag(from: string, to: string = from): Promise<void> {
    await this.surface.evaluate(bringIntoView, from)
    const [start] = await this.surface.evaluate(pointsAt, from)
    const [, end] = await this.surface.evaluate(pointsAt, to)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 })
    await this.page.mouse.move(end.x, end.y, { steps: 3 })
    await this.page.mouse.up()
  }

  /** Presses the mouse at a place and goes to the end of some words with it; it stays pressed. */
  async pull(from: Locator, to: string, at: 'middle' | 'bottom' = 'middle'): Promise<void> {
    const box = at === 'bottom' ? await from.boundingBox() : null
    await from.hover({ force: true, ...(box && { position: { x: 1, y: box.height - 2 } }) })
    await this.page.mouse.down()
    const [, end] = await this.surface.evaluate(pointsAt, to)
    await this.page.mouse.move(end.x + 1, end.y, { steps: 4 })
  }

  /** Clicks on the first character of some words, so many times. */
  async click(words: string, times = 1): Promise<void> {
    await this.surface.evaluate(bringIntoView, words)
    const [start] = await this.surface.evaluate(pointsAt, words)
    await this.page.mouse.click(start.x + 2, start.y, { clickCount: times })
  }

  /** Puts the caret before some words: finds them, and closes the search, which leaves them selected. */
  async putCaretBefore(words: string): Promise<void> {
    await this.find(words)
    await this.page.keyboard.press('ArrowLeft')
  }

  /** Selects words by searching for them, with the keyboard alone. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f')
    const field = this.page.getByRole('textbox', { name: 'Find in this article' })
    await field.fill(words)
    await expect(this.page.getByRole('search').getByText(/^1 of /)).toBeVisible()
    await this.page.keyboard.press('Escape')
    await expect(this.surface).toBeFocused()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Runs in the page. */
function bringIntoView(surface: Element, words: string): void {
  const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.includes(words)) return node.parentElement?.scrollIntoView({ block: 'center' })
  }
  throw new Error(`not in the text: ${words}`)
}

/** Runs in the page: the points at the two logical ends of some words, a pixel inside. */
function pointsAt(surface: Element, words: string): [Point, Point] {
  const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    const isRtl = getComputedStyle(node.parentElement ?? surface).direction === 'rtl'
    const boxOf = (from: number, to: number): DOMRect => {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      return [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
    }
    const first = boxOf(at, at + 1)
    const last = boxOf(at + words.length - 1, at + words.length)
    const side = (box: DOMRect, isEnd: boolean): Point => ({ x: isEnd === isRtl ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 })
    return [side(first, false), side(last, true)]
  }
  throw new Error(`not in the text: ${words}`)
}
