import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The Codebook tab and the two forms that open from it. */
export class CodebookTab {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+2')
    await expect(this.page.getByRole('navigation', { name: 'In this codebook' })).toBeVisible()
  }

  async leave(): Promise<void> {
    await this.page.keyboard.press('Control+1')
  }

  label(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 3, exact: true })
  }

  attribute(name: string): Locator {
    return this.page.getByRole('rowheader', { name })
  }

  async addLabel(label: { name: string; key: string; definition: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Add label' }).click()
    const form = this.page.getByRole('dialog', { name: 'New label' })
    await form.getByLabel('Name', { exact: true }).fill(label.name)
    await form.getByLabel('Key', { exact: true }).fill(label.key)
    await form.getByLabel('Definition').fill(label.definition)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toBeHidden()
  }

  /** One of a list, on the labels that the form proposes. */
  async addChoice(attribute: { name: string; values: readonly string[] }): Promise<void> {
    await this.page.getByRole('button', { name: 'Add attribute' }).click()
    const form = this.page.getByRole('dialog', { name: 'New attribute' })
    await form.getByLabel('Name', { exact: true }).fill(attribute.name)
    await form.getByLabel('Type').selectOption('One of a list')
    await form.getByLabel('Values, one a line').fill(attribute.values.join('\n'))
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toBeHidden()
  }
}
