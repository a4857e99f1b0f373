import type { Locator, Page } from '@playwright/test'

/** The form of the selected annotation, in a person's words: fields go by their names. */
export class RecordForm {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  /** A field, with its name, state and editor. */
  field(name: string): Locator {
    return this.inspector.locator('[data-attribute]').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  text(name: string): Locator {
    return this.inspector.getByRole('textbox', { name, exact: true })
  }

  list(name: string): Locator {
    return this.inspector.getByRole('combobox', { name, exact: true })
  }

  /** One of several values that are all in sight. */
  value(name: string, value: string): Locator {
    return this.inspector.getByRole('radiogroup', { name, exact: true }).getByText(value, { exact: true })
  }

  /** Opens a field that is only filled where the text says so. */
  async add(name: string): Promise<void> {
    await this.inspector.getByRole('group', { name: 'Add if the text states it' }).getByRole('button', { name, exact: true }).click()
  }

  /** Types into a list and takes what it offers under that name. */
  async choose(name: string, typed: string, offered: string | RegExp): Promise<void> {
    await this.list(name).fill(typed)
    await this.page.getByRole('option', { name: offered }).click()
  }

  /** What stands beside a field's name when it was answered without a value. */
  answer(name: string, words: string): Locator {
    return this.field(name).getByText(words, { exact: true }).filter({ visible: true })
  }

  /** One of the things that can be said of any field, such as “Not stated”. */
  async say(name: string, answer: string): Promise<void> {
    await this.field(name).getByRole('button', { name: `More for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: answer }).click()
  }
}
