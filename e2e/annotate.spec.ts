import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { Workbench } from './screens/workbench.ts'

const TALKS = [
  'Norvia will deliver 40 ambulances to Estal by June if the port reopens. Its foreign minister said so on Friday.',
  '',
  'The two sides signed a memorandum on transport. They agreed to meet again in autumn.',
  '',
  'A clinic in Estalville said that it would stay open.',
  '',
].join('\n')

test('a person marks words, sentences, paragraphs and the rest with the keyboard', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)

  await reading.press('Control+Home', 'Control+ArrowRight')
  await reading.press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'p')
  await reading.press('Control+Home', 'Alt+ArrowRight', 'Alt+Shift+ArrowRight', 'd')
  await reading.press('Control+Home', 'Control+ArrowDown', 'Control+Shift+ArrowDown', 'a')
  await reading.press('Control+End', 'Control+ArrowUp', 'Control+Shift+End', 'e')
  // One grapheme at a time, and backwards.
  await reading.find('clinic')
  await reading.press('ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'r')
  // By line, to its end.
  await reading.find('Estalville')
  await reading.press('ArrowLeft', 'Shift+End', 'c')
  await expect.poll(() => project.marked('talks.txt')).toEqual([
    'pledge: will deliver 40',
    'demand: Its foreign minister said so on Friday.',
    'agreement: The two sides signed a memorandum on transport. They agreed to meet again in autumn.',
    'evidence: A clinic in Estalville said that it would stay open.',
    'refusal: nic',
    'consultation: Estalville said that it would stay open.',
  ])
  await app.close()
})

test('a person marks by dragging, double and triple clicks, and presses the labels with the mouse', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const label = (name: RegExp) => page.getByRole('toolbar', { name: 'Labels' }).getByRole('button', { name })

  await reading.drag('will deliver 40 ambulances to Estal')
  await label(/Pledge/).click()
  await reading.click('memorandum', 2)
  await label(/Agreement/).click()
  await reading.click('A clinic', 3)
  await label(/Evidence/).click()
  // Across paragraphs, upwards, and with blanks at both ends.
  await reading.drag('to meet again', ' clinic in ')
  await label(/Provision/).click()
  await expect.poll(() => project.marked('talks.txt')).toEqual([
    'pledge: will deliver 40 ambulances to Estal',
    'agreement: memorandum',
    'provision: to meet again in autumn.\n\nA clinic in',
    'evidence: A clinic in Estalville said that it would stay open.',
  ])
  await expect(page.locator('footer').getByText('4 annotations')).toBeVisible()

  // Without words and without an annotation, there is nothing to label.
  await reading.press('Escape', 'Escape')
  await expect(label(/Demand/)).toBeDisabled()
  await app.close()
})

test('spans overlap, nest and coincide, and a person goes through those at one place', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const { inspector } = new Workbench(app)
  const label = (name: string) => inspector.getByRole('button', { name: `Label: ${name}` })

  for (const [words, key] of [
    ['will deliver 40 ambulances to Estal by June', 'p'],
    ['40 ambulances to Estal by June if the port reopens', 'v'],
    ['ambulances', 'e'],
    ['ambulances', 'd'],
  ] as const) {
    await reading.find(words)
    await reading.press(key)
  }
  await expect(label('Demand')).toBeVisible()
  await reading.press('Escape')
  await expect(inspector.getByRole('list', { name: 'Annotations of this article' })).toBeVisible()

  await reading.click('bulances')
  await expect(inspector.getByText('1 of 4 here')).toBeVisible()
  const first = (await label('Demand').isVisible()) ? ['Demand', 'Evidence'] : ['Evidence', 'Demand']
  const order = [...first, 'Pledge', 'Provision']
  for (const name of [...order, order[0] ?? '']) {
    await expect(label(name)).toBeVisible()
    await reading.press('F7')
  }
  await reading.press('Shift+F7', 'Shift+F7')
  await expect(label('Provision')).toBeVisible()

  await inspector.getByRole('button', { name: '4 of 4 here' }).click()
  await page.getByRole('menuitemradio', { name: 'Pledge will deliver 40' }).click()
  await expect(label('Pledge')).toBeVisible()
  await expect(reading.surface).toBeFocused()

  // With the caret in the text and nothing selected, the same key starts at the innermost.
  await reading.press('Escape')
  await reading.putCaretBefore('if the port')
  await reading.press('F7')
  await expect(label('Provision')).toBeVisible()
  await app.close()
})
