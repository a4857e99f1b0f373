import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { LaunchedApp } from '../fixtures/launch-app.ts'

export interface ReadReceipt {
  /** By its word on the receipt. */
  readonly counts: Readonly<Record<string, number>>
  readonly file: string
  readonly sha256: string
  /** What the format could not hold, with its count. */
  readonly omitted: readonly string[]
}

/** Exporting, from the keys to the receipt. */
export class ExportDialog {
  readonly app: LaunchedApp
  readonly page: Page

  constructor(app: LaunchedApp) {
    this.app = app
    this.page = app.page
  }

  get receipt(): Locator {
    return this.page.getByRole('dialog', { name: 'Export receipt' })
  }

  async run(choices: { articles: RegExp; format: string; into: string }): Promise<ReadReceipt> {
    await this.page.keyboard.press('Control+e')
    const dialog = this.page.getByRole('dialog', { name: 'Export annotation sets' })
    await dialog.getByRole('radio', { name: choices.articles }).check()
    await dialog.getByLabel('As', { exact: true }).selectOption(choices.format)
    await this.app.main.answerDialog({ open: [choices.into] })
    await dialog.getByLabel('Into').click()
    await dialog.getByRole('button', { name: /^Export/ }).click()
    await expect(this.receipt.getByText('Read back from disk and compared: the same.')).toBeVisible({ timeout: 15_000 })
    const read = await this.readReceipt()
    await this.receipt.getByRole('button', { name: 'Done' }).click()
    await expect(this.receipt).toBeHidden()
    return read
  }

  private async readReceipt(): Promise<ReadReceipt> {
    const [names, figures] = await Promise.all(['dt', 'dd'].map((tag) => this.receipt.locator(`dl ${tag}`).allInnerTexts()))
    const cells = await this.receipt.getByRole('table').getByRole('cell').allInnerTexts()
    return {
      counts: Object.fromEntries((names ?? []).map((name, index) => [name, Number(figures?.[index]?.replaceAll(',', ''))])),
      file: cells[0] ?? '',
      sha256: cells[2] ?? '',
      omitted: (await this.receipt.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' ').trim()),
    }
  }
}
