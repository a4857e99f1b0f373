import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { LaunchedApp } from '../fixtures/launch-app.ts'

/** What is there before a project is open. */
export class StartScreen {
  readonly app: LaunchedApp
  readonly page: Page

  constructor(app: LaunchedApp) {
    this.app = app
    this.page = app.page
    this.page.setDefaultTimeout(30_000)
  }

  get recent(): Locator {
    return this.page.getByRole('region', { name: 'Recent projects' })
  }

  way(name: 'New project' | 'Open project' | 'Try the sample project'): Locator {
    return this.page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async openProject(folder: string): Promise<void> {
    await this.app.main.answerDialog({ open: [folder] })
    await this.page.keyboard.press('Control+o')
  }

  async closeProject(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+w')
    await expect(this.way('New project')).toBeVisible()
  }

  /** The sample goes into the person's documents: here into a folder of the test's. */
  async keepDocumentsIn(folder: string): Promise<void> {
    await this.app.main.evaluate(({ app }, path) => app.setPath('documents', path), folder)
  }
}
