import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const ARTICLES = {
  'a.txt': 'The ferry line opens. A ferry 🚢 sails; ferrymen wait.\n\nThe Ferry stays.\n',
  'b.txt': 'Another ferry leaves.\r\nNo other ferry comes.\r\n',
}

test('a person annotates every occurrence of some words, in the article and the project, and takes it back', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const dialog = page.getByRole('dialog', { name: 'Annotate every occurrence' })
  const places = dialog.getByRole('group', { name: 'Occurrences' }).getByRole('checkbox')

  await test.step('the word under the caret takes a label by its key', async () => {
    await reading.putCaretBefore('ferry line')
    await reading.press('p')
    await expect.poll(() => project.marked('a.txt')).toEqual(['pledge: ferry'])
  })

  await test.step('the places are listed before anything is done; what has the label already is left out', async () => {
    await reading.press('Alt+Shift+o')
    await expect(places).toHaveCount(2)
    await expect(places.first()).toBeDisabled()
    await dialog.getByRole('checkbox', { name: 'Ignore upper and lower case' }).check()
    await expect(places).toHaveCount(3)
    await dialog.getByRole('radio', { name: 'Every article of the project' }).check()
    await expect(places).toHaveCount(5)
    await expect(dialog.getByText('4 of 4 chosen. 1 has this label already and is left out')).toBeVisible()
  })

  await test.step('what is not meant is unticked, and the others are done at once', async () => {
    await places.nth(2).uncheck()
    await dialog.getByRole('button', { name: 'Annotate 3 places' }).click()
    await expect.poll(() => project.marked('b.txt')).toEqual(['pledge: ferry', 'pledge: ferry'])
    await expect.poll(() => project.marked('a.txt')).toEqual(['pledge: ferry', 'pledge: ferry'])
    await expect(page.locator('.reading-margin-label')).toHaveCount(2)
  })

  await test.step('one undo takes all of it back, and only that', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => project.marked('b.txt')).toEqual([])
    await expect.poll(() => project.marked('a.txt')).toEqual(['pledge: ferry'])
  })
  await app.close()
})
