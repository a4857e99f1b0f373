import type { Page } from '@playwright/test'
import { everyTypeCodebook } from './fixtures/every-type-codebook.ts'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const MARKS = ['sign a memorandum', 'open a ferry line', 'lend two pilots', 'share the dock', 'meet again in June'] as const
const FERRY = `date 2031-05-02 PORT KESH: The two will ${MARKS[0]} on Friday. They also ${MARKS[1]} and ${MARKS[2]}.\n\nThey ${MARKS[3]} 👩‍👩‍👧‍👦 until they ${MARKS[4]}.\n`
const WATER = 'date 2031-05-09 ESTAL: اتفقت Norvia said that it will pump water to Estal.\n'

/** The table as a person reads it: cells by the place of their row and the name of their column. */
class Grid {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get table() {
    return this.page.getByRole('grid', { name: 'Annotations' })
  }

  /** The texts of a column, from the first row on. */
  async column(name: string): Promise<string[]> {
    const index = await this.table.getByRole('columnheader', { name }).getAttribute('aria-colindex')
    return this.table.locator(`[role="gridcell"][aria-colindex="${index}"] > [dir="auto"]`).allTextContents()
  }

  async expectColumn(name: string, texts: readonly string[]): Promise<void> {
    await expect.poll(() => this.column(name)).toEqual(texts)
  }

  /** The cell that has the keys. */
  get focused() {
    return this.table.locator('[role="gridcell"]:focus')
  }

  /** Goes to a column by the keyboard, in the first row. */
  async goTo(name: string): Promise<void> {
    await this.page.keyboard.press('Control+Home')
    const index = Number(await this.table.getByRole('columnheader', { name }).getAttribute('aria-colindex'))
    for (let at = 1; at < index; at += 1) await this.page.keyboard.press('ArrowRight')
    await expect(this.focused).toHaveAttribute('aria-colindex', String(index))
  }

  /** What a spreadsheet has put on the clipboard, pasted where the keys are. */
  async pasteFromSpreadsheet(text: string): Promise<void> {
    await this.focused.evaluate((cell, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }
}

test('marked first and filled in later, by the keyboard alone', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'ferry.txt': FERRY }, codebook: everyTypeCodebook })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const grid = new Grid(app.page)
  const values = async (attribute: string) => ((await project.set('ferry.txt'))?.annotations ?? []).map(({ attributes }) => attributes[attribute])

  await test.step('the first pass marks five spans', async () => {
    for (const words of MARKS) {
      await reading.find(words)
      await reading.press('k')
    }
    await reading.press('Control+j')
    await grid.expectColumn('Quote', MARKS)
    await expect(grid.focused).toContainText('Deal')
    // On the one that is selected in the text, which is the one that was marked last.
    await expect(grid.table.getByRole('row').filter({ has: app.page.locator(':focus') })).toContainText(MARKS[4])
  })

  await test.step('types into a cell, which narrows the list, and fills the column down', async () => {
    await grid.goTo('Firmness')
    await expect(grid.focused).toContainText('Missing')
    await app.page.keyboard.type('cond')
    await reading.press('Enter')
    await grid.expectColumn('Firmness', ['Conditional', '', '', '', ''])
    await reading.press('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await grid.expectColumn('Firmness', MARKS.map(() => 'Conditional'))
    await grid.goTo('Summary')
    await app.page.keyboard.type('They sign')
    await reading.press('Tab')
    await app.page.keyboard.type('3')
    await reading.press('Enter')
    await grid.expectColumn('Summary', ['They sign', '', '', '', ''])
    await grid.expectColumn('Copies', ['3', '', '', '', ''])
    await expect(grid.focused).toHaveAttribute('aria-colindex', '6')
  })

  await test.step('the text follows the row, and the keys stay in the table', async () => {
    await expect(app.page.getByRole('complementary', { name: 'Inspector' }).getByText(MARKS[1])).toBeVisible()
    await expect(grid.focused).toBeVisible()
  })

  await test.step('pastes a block of a spreadsheet; what cannot be taken is listed, and one undo takes all of it back', async () => {
    await reading.press('ArrowLeft')
    await grid.pasteFromSpreadsheet('Ferry\t12\tYes\r\n"Two\tpilots"\t900\tNo\r\n')
    await grid.expectColumn('Summary', ['They sign', 'Ferry', 'Two\tpilots', '', ''])
    await grid.expectColumn('Copies', ['3', '12', '', '', ''])
    await grid.expectColumn('Public', ['', 'Yes', 'No', '', ''])
    await expect(app.page.getByRole('region', { name: '1 cell was left as it was' })).toContainText('Row 3, Copies“900”: above what is allowed')
    await reading.press('Control+z')
    await grid.expectColumn('Summary', ['They sign', '', '', '', ''])
    await grid.expectColumn('Public', ['', '', '', '', ''])
    await expect(grid.focused).toBeVisible()
    await reading.press('Control+Shift+z')
    await grid.expectColumn('Summary', ['They sign', 'Ferry', 'Two\tpilots', '', ''])
  })

  await test.step('copies a cell over a range', async () => {
    await grid.goTo('Copies')
    await reading.press('ArrowDown', 'Control+c', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    await grid.expectColumn('Copies', ['3', '12', '12', '12', '12'])
    await reading.press('Delete')
    await grid.expectColumn('Copies', ['3', '12', '', '', ''])
    await reading.press('ArrowUp', 'Alt+n')
    await expect.poll(() => grid.column('Copies')).toContain('Not stated')
  })

  await test.step('sorts by a column and shows only the rows that miss a value', async () => {
    await grid.goTo('Summary')
    await reading.press('Alt+ArrowDown')
    await app.page.getByRole('menuitem', { name: 'Sort downwards' }).press('Enter')
    await expect(grid.table.getByRole('columnheader', { name: 'Summary' })).toHaveAttribute('aria-sort', 'descending')
    await grid.expectColumn('Summary', ['Two\tpilots', 'They sign', 'Ferry', '', ''])
    await expect(grid.focused).toBeVisible()
    await reading.press('Alt+ArrowDown')
    await app.page.getByRole('menuitemradio', { name: 'Missing' }).press('Enter')
    await grid.expectColumn('Summary', ['', ''])
    await expect(app.page.getByText('2 of 5 rows')).toBeVisible()
    await test.step('and a row stays while it is filled in', async () => {
      await grid.goTo('Summary')
      await app.page.keyboard.type('Docks')
      await reading.press('Enter')
      await grid.expectColumn('Summary', ['Docks', ''])
      await reading.press('Alt+r')
      await grid.expectColumn('Summary', [''])
    })
    await app.page.getByRole('button', { name: /^Summary: Missing/ }).click()
    await expect(app.page.getByText(/^5 rows/)).toBeVisible()
    await reading.press('Control+j', 'Control+f')
    await app.page.keyboard.type('ferry')
    await grid.expectColumn('Quote', [MARKS[1]])
    await reading.press('Escape', 'Enter')
    await grid.expectColumn('Summary', ['Two\tpilots', 'They sign', 'Ferry', 'Docks', ''])
  })

  await test.step('confirms what was filled in by rule', async () => {
    await expect(app.page.getByText(/10 unconfirmed/)).toBeVisible()
    await reading.press('Control+a', 'Control+Shift+Enter')
    await expect(app.page.getByText(/unconfirmed/)).toBeHidden()
    await expect.poll(() => values('mode')).toEqual(MARKS.map(() => ({ state: 'decided', value: 'current' })))
    expect(await values('firmness')).toEqual(MARKS.map(() => ({ state: 'decided', value: 'conditional' })))
  })

  await reading.press('Escape', 'Escape')
  await expect(reading.surface).toBeFocused()
  await app.close()
})

test('the whole project is one table: what is filled in in a closed article is on the disk', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'ferry.txt': FERRY, 'water.txt': WATER }, codebook: everyTypeCodebook })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const grid = new Grid(app.page)
  const summaries = async (article: string) => ((await project.set(article))?.annotations ?? []).map(({ attributes }) => attributes['summary'])
  const article = (title: RegExp) => app.page.getByRole('region', { name: 'Articles' }).getByRole('button', { name: title })

  await article(/The two will/).click()
  await expect(reading.surface).toContainText(MARKS[0])
  await reading.find(MARKS[0])
  await reading.press('k')
  await article(/pump water/).click()
  await expect(reading.surface).toContainText('pump water')
  await reading.find('pump water')
  await reading.press('k')

  await reading.press('Control+Alt+j', 'Control+Alt+j')
  await grid.expectColumn('Quote', [MARKS[0], 'pump water'])
  await test.step('a value in the article that is not open', async () => {
    await grid.goTo('Summary')
    await app.page.keyboard.type('They sign')
    await reading.press('Enter')
    await grid.expectColumn('Summary', ['They sign', ''])
    await expect.poll(() => summaries('ferry.txt')).toEqual([{ state: 'decided', value: 'They sign' }])
  })
  await test.step('one gesture over two articles, and one undo', async () => {
    await reading.press('Control+d')
    await grid.expectColumn('Summary', ['They sign', 'They sign'])
    await reading.press('ArrowUp', 'Shift+ArrowDown', 'Alt+a')
    await grid.expectColumn('Summary', ['Not applicable', 'Not applicable'])
    await expect.poll(() => summaries('water.txt')).toEqual([{ state: 'not_applicable' }])
    await reading.press('Control+z')
    await grid.expectColumn('Summary', ['They sign', 'They sign'])
    await expect.poll(async () => [...(await summaries('ferry.txt')), ...(await summaries('water.txt'))]).toEqual([1, 2].map(() => ({ state: 'decided', value: 'They sign' })))
  })
  await test.step('the article of a row is opened where somebody stays, and the keys stay in the table', async () => {
    await reading.press('Control+Home')
    await expect(reading.surface).toContainText(MARKS[0])
    await expect(grid.focused).toBeVisible()
    await reading.press('ArrowDown')
    await expect(reading.surface).toContainText('pump water')
    await expect(grid.focused).toBeVisible()
  })
  await app.close()
})
