import { expect, test, type LaunchedApp } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { Workbench } from './screens/workbench.ts'

const TALKS = 'Norvia will deliver 40 ambulances 👩‍👩‍👧‍👦 to Estal by June if the port reopens. Its foreign minister said so on Friday.\n'
const PORT = 'The port reopened on Monday, officials said.\n'

const label = (app: LaunchedApp, name: string) => new Workbench(app).inspector.getByRole('button', { name: `Label: ${name}` })
const count = (app: LaunchedApp, words: string) => expect(app.page.locator('footer').getByText(words)).toBeVisible()

test('a person changes the label of an annotation by its key, by the menu and by the bar', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  await reading.find('will deliver 40 ambulances')
  await reading.press('p', 'd')
  await expect(label(app, 'Demand')).toBeVisible()
  await label(app, 'Demand').click()
  await app.page.getByRole('menuitem', { name: 'Refusal' }).click()
  await expect(label(app, 'Refusal')).toBeVisible()
  await label(app, 'Refusal').click()
  await expect(app.page.getByRole('menuitem', { name: 'Refusal' })).toBeDisabled()
  await reading.press('v')
  await expect(label(app, 'Provision')).toBeVisible()
  await app.page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', { name: /Consultation/ }).click()
  await expect.poll(() => project.marked('talks.txt')).toEqual(['consultation: will deliver 40 ambulances'])
  await app.close()
})

test('a person moves either boundary by words and characters, and the span to selected words', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const becomes = (quote: string) => expect.poll(() => project.marked('talks.txt')).toEqual([`pledge: ${quote}`])
  await reading.find('deliver 40')
  await reading.press('p')
  await becomes('deliver 40')
  await reading.press('Alt+Period', 'Alt+Period')
  await becomes('deliver 40 ambulances 👩‍👩‍👧‍👦')
  await reading.press('Control+Alt+Comma')
  await becomes('deliver 40 ambulances')
  // A family is one character.
  await reading.press('Control+Alt+Period')
  await becomes('deliver 40 ambulances 👩‍👩‍👧‍👦')
  await reading.press('Alt+Shift+Comma')
  await becomes('will deliver 40 ambulances 👩‍👩‍👧‍👦')
  await reading.press('Control+Alt+Shift+Period')
  await becomes('ill deliver 40 ambulances 👩‍👩‍👧‍👦')
  await reading.press('Control+Alt+Shift+Comma', 'Alt+Comma', 'Alt+Shift+Period')
  await becomes('deliver 40 ambulances')

  // Selecting words leaves the annotation selected.
  await reading.drag('40 ambulances', 'to Estal by June')
  await expect(label(app, 'Pledge')).toBeVisible()
  await reading.press('Alt+m')
  await becomes('40 ambulances 👩‍👩‍👧‍👦 to Estal by June')
  await reading.find('will deliver')
  await reading.press('Alt+m')
  await becomes('will deliver')
  // The words are still selected: a label's key marks them anew.
  await reading.press('a')
  await expect.poll(() => project.marked('talks.txt').then((marked) => marked.toSorted())).toEqual(['agreement: will deliver', 'pledge: will deliver'])
  await app.close()
})

test('a person takes back every gesture and does it again, across articles and after a restart', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'a-talks.txt': TALKS, 'b-port.txt': PORT } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const bench = new Workbench(app)
  await bench.openArticle(/Norvia will deliver/)
  await expect(reading.surface).toContainText('Norvia')

  await reading.find('will deliver')
  await reading.press('p', 'Alt+Period', 'd')
  const actor = bench.inspector.getByRole('combobox', { name: 'Actor', exact: true })
  await actor.fill('Norvia')
  await reading.press('Enter', 'Escape')
  await reading.press('Control+Shift+Enter', 'Delete')
  await count(app, '0 annotations')
  await bench.openArticle(/The port reopened/)
  await expect(reading.surface).toContainText('The port reopened')
  await reading.find('reopened')
  await reading.press('e')
  await count(app, '1 annotation')
  const before = async () => ({ talks: await project.marked('a-talks.txt'), port: await project.marked('b-port.txt') })
  await expect.poll(before).toEqual({ talks: [], port: ['evidence: reopened'] })

  const steps: readonly (() => Promise<unknown>)[] = [
    () => count(app, '0 annotations'),
    // The deletion was made in the other article: that is where it goes.
    () => expect(reading.surface).toContainText('Norvia').then(() => expect(label(app, 'Demand')).toBeVisible()),
    () => expect(bench.inspector.getByText(/to confirm/)).toBeVisible(),
    () => expect(bench.inspector.getByRole('button', { name: 'Remove Norvia' })).toBeHidden(),
    () => expect(label(app, 'Pledge')).toBeVisible(),
    () => expect(bench.inspector.getByText('will deliver', { exact: true })).toBeVisible(),
    () => count(app, '0 annotations'),
  ]
  for (const look of steps) {
    await reading.press('Control+z')
    await look()
  }
  await bench.saved()
  expect(await before()).toEqual({ talks: [], port: [] })

  await app.close()
  const again = await launchApp({ userData: app.userData })
  const later = await Reading.of(again.page)
  const desk = new Workbench(again)
  // What can be done again is read from the history after the article is there.
  await later.press('Control+k')
  await again.page.keyboard.type('redo')
  await expect(again.page.getByRole('option', { name: /^Redo/ })).toBeVisible()
  await later.press('Escape')
  const forward: readonly (() => Promise<unknown>)[] = [
    () => expect(label(again, 'Pledge')).toBeVisible(),
    () => expect(desk.inspector.getByText('will deliver 40', { exact: true })).toBeVisible(),
    () => expect(label(again, 'Demand')).toBeVisible(),
    () => expect(desk.inspector.getByRole('button', { name: 'Remove Norvia' })).toBeVisible(),
    () => expect(desk.inspector.getByText(/to confirm/)).toBeHidden(),
    () => count(again, '0 annotations'),
    () => expect(later.surface).toContainText('The port reopened'),
  ]
  for (const look of forward) {
    await later.press('Control+Shift+z')
    await look()
  }
  await count(again, '1 annotation')
  await expect.poll(before).toEqual({ talks: [], port: ['evidence: reopened'] })
  await again.close()
})
