import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { LaunchedApp } from '../fixtures/launch-app.ts'

/** What a person does in the open app, in a person's words. */
export class Workbench {
  readonly app: LaunchedApp
  readonly page: Page

  constructor(app: LaunchedApp) {
    this.app = app
    this.page = app.page
    this.page.setDefaultTimeout(30_000)
  }

  get surface(): Locator {
    return this.page.locator('.reading-text')
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'Articles' })
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  async newProject(options: { name: string; folder: string; annotator: string; codebook?: string; copyFrom?: string }): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^(New project|Project menu)/ })).toBeVisible()
    await this.page.keyboard.press('Control+n')
    const dialog = this.page.getByRole('dialog', { name: 'New project' })
    await dialog.getByLabel('Project name').fill(options.name)
    await this.app.main.answerDialog({ open: [options.folder] })
    await dialog.getByLabel('Where').click()
    await dialog.getByLabel('Your name').fill(options.annotator)
    if (options.codebook) await dialog.getByRole('radio', { name: options.codebook }).check()
    if (options.copyFrom) {
      await dialog.getByRole('radio', { name: 'Copy from another project' }).check()
      await this.app.main.answerDialog({ open: [options.copyFrom] })
      await dialog.getByRole('button', { name: 'Choose project…' }).click()
      await expect(dialog.getByText(/^From /)).toBeVisible()
    }
    await dialog.getByRole('button', { name: 'Create project' }).click()
    await expect(dialog).toBeHidden()
  }

  async addFiles(paths: readonly string[]): Promise<void> {
    await this.app.main.answerDialog({ open: paths })
    await this.page.keyboard.press('Control+Shift+A')
  }

  async openArticle(title: string | RegExp): Promise<void> {
    await this.list.getByRole('button', { name: title }).click()
    // The article before stays until this one is there.
    await expect(this.surface.and(this.page.getByLabel(title))).toBeVisible()
  }

  /** Drags over the words with the mouse, as a person does; from their first character to their last. */
  async selectWithMouse(words: string): Promise<void> {
    const { from, to } = await this.surface.evaluate(endsOf, words)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    await this.page.mouse.up()
  }

  /** Clicks in the middle of some words. */
  async clickOn(words: string): Promise<void> {
    const { from, to } = await this.surface.evaluate(endsOf, words)
    await this.page.mouse.click((from.x + to.x) / 2, from.y)
  }

  /** Selects words with the keyboard alone: the caret goes to their start, and Shift with the arrows extends to their end. */
  async selectWithKeyboard(words: string, text: string): Promise<void> {
    await this.surface.focus()
    await this.page.keyboard.press('Control+Home')
    const start = text.indexOf(words)
    for (const _ of graphemesOf(text.slice(0, start))) await this.page.keyboard.press('ArrowRight')
    for (const _ of graphemesOf(words)) await this.page.keyboard.press('Shift+ArrowRight')
  }

  /** Waits until the status says that everything is on disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Saved \d/)).toBeVisible({ timeout: 15_000 })
  }
}

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map((part) => part.segment)
}

/** Runs in the page: brings the words into view and answers the points at their two ends. */
function endsOf(surface: Element, words: string): { from: { x: number; y: number }; to: { x: number; y: number } } {
  const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words)
    if (at < 0) continue
    node.parentElement?.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    const boxes = [...range.getClientRects()]
    const first = boxes[0]
    const last = boxes.at(-1)
    if (!first || !last) break
    const middle = (box: DOMRect) => box.top + box.height / 2
    return { from: { x: first.left + 1, y: middle(first) }, to: { x: last.right - 1, y: middle(last) } }
  }
  throw new Error(`not in the text: ${words}`)
}
