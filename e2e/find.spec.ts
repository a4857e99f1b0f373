import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'

const ARTICLES = {
  'wire/a.txt': 'ESTALPORT, 4 March 2031 - The ferry line opens. A new ferry 🚢 sails to the port.\n',
  'wire/b.txt': 'KESTERA, 9 April 2031 - Another ferry leaves.\r\n\r\nThe old ferry stays.\r\n',
  'notes/c.txt': 'No ferry of ours was asked.\n',
}

test('a person finds words in all articles, sorts them, looks at one, annotates three at once, and takes it back', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const query = page.getByRole('combobox', { name: 'What to find in all articles and annotations' })
  const hits = page.getByRole('grid', { name: 'Hits' }).getByRole('row')

  await test.step('the tab teaches its language; a key that is not known is mended', async () => {
    await expect(page.getByRole('button', { name: 'Find', exact: true })).toBeVisible()
    await page.keyboard.press('Control+5')
    await expect(page.getByRole('button', { name: /label:Pledge/ })).toBeVisible()
    await query.fill('ferry artcile:wire/*')
    await page.getByRole('button', { name: 'Use article' }).click()
    await expect(page.getByText('4 hits in 2 articles')).toBeVisible()
    await expect(hits).toHaveCount(4)
  })

  await test.step('sorted by the words before, from the keyboard to a place and back to its line', async () => {
    await page.getByRole('combobox', { name: /^Sort by/ }).selectOption('words before')
    await expect(hits.first()).toContainText('Another ferry')
    await query.press('ArrowDown')
    await page.keyboard.press('j')
    await expect(hits.nth(1)).toBeFocused()
    await expect(hits.nth(1)).toContainText('new ferry')
    await page.keyboard.press('Enter')
    await expect(page.locator('.reading-text')).toContainText('A new ferry')
    await page.keyboard.press('Control+5')
    await expect(hits.nth(1)).toBeFocused()
  })

  await test.step('three are chosen and annotated by one key', async () => {
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.getByText('3 chosen')).toBeVisible()
    await page.keyboard.press('p')
    await expect(page.getByText('3 places annotated.')).toBeVisible()
    await expect.poll(() => project.marked('wire/a.txt')).toEqual(['pledge: ferry', 'pledge: ferry'])
    await expect.poll(() => project.marked('wire/b.txt')).toEqual(['pledge: ferry'])
    await expect(hits.filter({ hasText: 'Pledge' })).toHaveCount(3)
  })

  await test.step('one undo takes all of them back', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(() => project.marked('wire/a.txt')).toEqual([])
    await expect.poll(() => project.marked('wire/b.txt')).toEqual([])
    await expect(hits.filter({ hasText: 'Pledge' })).toHaveCount(0)
  })
  await app.close()
})
