import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const TALKS = `Norvia will open the ferry line.

The heavy guns are withdrawn first.

Estal will send ambulances 🚑 by June.
`

test('a person links annotations by key, to one and to several, and sees the arcs', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const dialog = page.getByRole('dialog', { name: 'Link the annotation' })
  const arcs = page.locator('.reading-arcs-drawing g')
  const links = async () => (await project.set('talks.txt'))?.relations.map(({ type }) => type)
  for (const words of ['heavy guns are withdrawn', 'send ambulances 🚑', 'open the ferry line']) {
    await reading.find(words)
    await reading.press('p')
  }

  await test.step('the relation first, then a few letters of the other annotation', async () => {
    await reading.press('Alt+k')
    await dialog.getByLabel('Relation').selectOption('Conditional on')
    await dialog.getByRole('combobox', { name: 'Annotations that' }).or(dialog.getByPlaceholder('Words or label')).first().fill('guns')
    await reading.press('Enter')
    await expect.poll(links).toEqual(['conditional_on'])
    await expect(arcs).toHaveCount(1)
    await expect(arcs.first()).toHaveAttribute('data-selected', 'true')
    await expect(arcs.first()).toContainText('Conditional on')
  })

  await test.step('one undo takes it back, with its arc', async () => {
    await reading.press('Control+z')
    await expect.poll(links).toEqual([])
    await expect(arcs).toHaveCount(0)
  })

  await test.step('the first of several is linked to all the others at once', async () => {
    await reading.click('open the ferry')
    for (const words of ['heavy guns', 'send ambulances']) {
      await page.keyboard.down('Control')
      await reading.click(words)
      await page.keyboard.up('Control')
    }
    await page.getByRole('button', { name: 'Link the first to the others' }).click()
    await dialog.getByLabel('Relation').selectOption('Conditional on')
    await dialog.getByRole('button', { name: 'Link', exact: true }).click()
    await expect.poll(links).toEqual(['conditional_on', 'conditional_on'])
    await expect(arcs).toHaveCount(2)
    await reading.press('Control+z')
    await expect.poll(links).toEqual([])
  })
  await app.close()
})
