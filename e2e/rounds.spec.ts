import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { roundSchema } from '../src/core/model/round.ts'
import { planRound } from '../src/core/rounds/assign.ts'
import { makeProject } from './fixtures/make-project.ts'
import { expect, test } from './fixtures/folders.ts'
import { Workbench } from './screens/workbench.ts'

test('a person gives out the articles in a round, finishes the first of theirs, and sees how far it is', async ({ launchApp }) => {
  const articles = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index + 1}.txt`, `Minister ${index + 1} will deliver ambulances.\n`]))
  const project = await makeProject({ articles })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()

  await test.step('plans and makes it', async () => {
    await page.keyboard.press('Control+Alt+r')
    await page.getByRole('dialog', { name: 'Rounds' }).getByRole('button', { name: 'New round…' }).click()
    const dialog = page.getByRole('dialog', { name: 'New round' })
    await dialog.getByLabel('Name').fill('First round')
    await dialog.getByLabel('Who has nothing here yet').fill('Tomas Berg, 李明')
    await dialog.getByLabel('Coded by several, in %').fill('33')
    await dialog.getByLabel('Seed of the lot').fill('2031')
    // 3 of 9 twice: 12 articles to code, 4 each.
    await expect(dialog.getByRole('row', { name: /^Ines Duarte 4 / })).toBeVisible()
    await expect(dialog.getByRole('row', { name: /^李明 4 / })).toBeVisible()
    await dialog.getByRole('button', { name: 'Make round' }).click()
  })

  const rounds = page.getByRole('dialog', { name: 'Rounds' })
  await expect(rounds.getByRole('heading', { name: 'First round' })).toBeVisible()
  const [file = ''] = await readdir(join(project.folder, 'rounds'))
  const round = roundSchema.parse(JSON.parse(await readFile(join(project.folder, 'rounds', file), 'utf8')))
  const { seed, share, coders } = round.overlap
  expect(round).toMatchObject({ name: 'First round', kind: 'main', overlap: { seed: 2031, coders: 2 } })
  expect(planRound({ articles: round.assignments.map(({ article }) => article), annotators: round.annotators.map(({ key }) => key), share, coders, seed }).assignments).toEqual(round.assignments)

  await test.step('lists the own articles and finishes one', async () => {
    await rounds.getByRole('button', { name: 'List mine' }).click()
    await expect(bench.list.getByText('4 of 9')).toBeVisible()
    await bench.list.getByRole('button', { name: /Minister \d/ }).first().click()
    await expect(bench.surface).toContainText('will deliver ambulances')
    await page.keyboard.press('Control+Enter')
    await bench.saved()
  })

  await test.step('sees the progress, and closes the round', async () => {
    await page.keyboard.press('Control+Alt+r')
    await expect(rounds.getByRole('row', { name: /^Ines Duarte 4 0 1/ })).toBeVisible()
    await rounds.getByRole('button', { name: 'Close round' }).click()
    await expect(rounds.getByText(/closed/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(bench.list.getByText('No article matches')).toBeVisible()
    await page.keyboard.press('Alt+Shift+r')
    await expect(bench.list.getByRole('button', { name: /Minister \d/ })).toHaveCount(9)
  })
  await app.close()
})
