import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const TALKS = 'Norvia will deliver 40 ambulances to Estal by June if the port reopens. Its foreign minister said so on Friday.\n'

test('a person drags the end of a span, and a link from the margin to other words', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const marked = (...spans: readonly string[]) => expect.poll(() => project.marked('talks.txt')).toEqual(spans)
  const end = app.page.locator('.reading-handle[data-edge="end"]')
  await reading.find('will deliver')
  await reading.press('p')
  await marked('pledge: will deliver')

  await test.step('Escape leaves the span as it was; the drop is one step, and one undo', async () => {
    await reading.pull(end, '40 ambulances', 'bottom')
    await expect(app.page.locator('[data-dragging]')).toBeVisible()
    await reading.press('Escape')
    await app.page.mouse.up()
    await expect(app.page.locator('[data-dragging]')).toBeHidden()
    await reading.pull(end, '40 ambulances', 'bottom')
    await app.page.mouse.up()
    await marked('pledge: will deliver 40 ambulances')
    await reading.press('Control+z')
    await marked('pledge: will deliver')
  })

  await test.step('from the label in the margin to the words of another annotation', async () => {
    await reading.find('the port reopens')
    await reading.press('p')
    await marked('pledge: will deliver', 'pledge: the port reopens')
    await reading.pull(app.page.locator('.reading-margin-label').first(), 'port reopens')
    await app.page.mouse.up()
    const dialog = app.page.getByRole('dialog', { name: 'Link the annotation' })
    await expect(dialog.getByRole('list')).toContainText('the port reopens')
    await dialog.getByLabel('Relation').selectOption('Conditional on')
    await dialog.getByRole('button', { name: 'Link', exact: true }).click()
    await expect.poll(async () => (await project.set('talks.txt'))?.relations.map(({ type }) => type)).toEqual(['conditional_on'])
  })
  await app.close()
})
