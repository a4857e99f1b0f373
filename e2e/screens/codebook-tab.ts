import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The Codebook tab: the outline, the form of what is chosen, and the bar that makes a version. */
export class CodebookTab {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+4')
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

  /** One in the outline, by its kind and name. */
  entry(kind: string, name: string): Locator {
    return this.page.getByRole('region', { name: kind, exact: true }).getByRole('button', { name })
  }

  /** The form of what is chosen in the outline. */
  form(kind: string): Locator {
    return this.page.getByRole('form', { name: kind, exact: true })
  }

  /** Adds one by its name, as a change that is no version yet. */
  async add(kind: string, name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Add ${kind.toLowerCase()}`, exact: true }).first().click()
    await this.page.getByPlaceholder(/then Enter$/).fill(name)
    await this.page.keyboard.press('Enter')
    const form = this.form(kind)
    await expect(form).toBeVisible()
    return form
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save as new version' }).click()
    await expect(this.page.getByRole('form', { name: 'Changes that are no version yet' })).toBeHidden()
  }

  /** Back to the whole codebook as a text. */
  async read(): Promise<void> {
    await this.page.getByRole('button', { name: 'The whole codebook' }).click()
  }

  async addLabel(label: { name: string; key: string; definition: string }): Promise<void> {
    const form = await this.add('Label', label.name)
    await form.getByLabel('Key', { exact: true }).fill(label.key)
    await form.getByLabel('Definition').fill(label.definition)
    await this.save()
    await this.read()
  }

  /** One of a list, on the labels that the form proposes. */
  async addChoice(attribute: { name: string; values: readonly string[] }): Promise<void> {
    const form = await this.add('Attribute', attribute.name)
    await form.getByLabel('Type').selectOption('One of a list')
    for (const value of attribute.values) {
      await form.getByLabel('New values').fill(value)
      await form.getByLabel('New values').press('Enter')
    }
    await this.save()
    await this.read()
  }
}
