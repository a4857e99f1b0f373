import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { LaunchedApp } from '../fixtures/launch-app.ts'

/** The article list, what leads into it, and the details of one article. */
export class Articles {
  readonly app: LaunchedApp
  readonly page: Page

  constructor(app: LaunchedApp) {
    this.app = app
    this.page = app.page
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'Articles' })
  }

  get rows(): Locator {
    return this.list.getByRole('listitem')
  }

  get filter(): Locator {
    return this.list.getByRole('textbox', { name: 'Filter articles' })
  }

  /** What is said after adding, when there is something to say. */
  get report(): Locator {
    return this.page.getByRole('dialog', { name: /^(Articles|No articles were) added$/ })
  }

  /** Title, dateline, date and outlet above the text. */
  get header(): Locator {
    return this.page.locator('header').filter({ has: this.page.getByRole('heading', { level: 1 }) })
  }

  async addFolder(folder: string): Promise<void> {
    await this.app.main.answerDialog({ open: [folder] })
    await this.page.keyboard.press('Control+Shift+D')
  }

  /** Rows of the report under a heading such as “1 could not be added”. */
  async reported(heading: string): Promise<string[]> {
    return this.report.locator('section').filter({ has: this.page.getByRole('heading', { name: heading }) }).getByRole('listitem').allInnerTexts()
  }

  /** By their order in the list. */
  async titles(): Promise<string[]> {
    return this.rows.locator('bdi').allInnerTexts()
  }

  async sortBy(key: string, direction: 'Ascending' | 'Descending'): Promise<void> {
    for (const name of [key, direction]) {
      await this.list.getByRole('button', { name: 'Sort and show' }).click()
      await this.page.getByRole('menuitemradio', { name, exact: true }).click()
    }
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('menu')).toBeHidden()
  }

  /** As from the file manager. */
  async drop(paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const hint = this.page.getByText('Drop articles here to add them')
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data: { items: [], files: [...paths], dragOperationsMask: 1 } })
    await drag('dragEnter')
    await expect(async () => {
      await drag('dragOver')
      await expect(hint).toBeVisible({ timeout: 300 })
    }).toPass()
    // The browser drops nothing until it has heard that the page would take it.
    await expect(async () => {
      await drag('dragOver')
      await drag('drop')
      await expect(hint).toBeHidden({ timeout: 300 })
    }).toPass()
    await session.detach()
  }
}
