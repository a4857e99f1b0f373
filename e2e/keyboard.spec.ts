import { actionTable } from '../src/core/actions/table.ts'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { RecordForm } from './screens/record.ts'
import { Workbench } from './screens/workbench.ts'

const ARTICLES = {
  'ferry.txt': 'Estal opened a ferry line on Monday.\n',
  'talks.txt': 'Norvia will deliver 40 ambulances to Estal by June if the port reopens. The two sides signed a memorandum.\n',
}

test('a person does the whole task with the keyboard alone', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp()
  const { page } = app
  const bench = new Workbench(app)
  const form = new RecordForm(page)
  const { keyboard } = page
  const reading = new Reading(page)

  await test.step('opens the project and, by typing into the list, an article', async () => {
    await expect(page.getByRole('heading', { name: 'Concord' })).toBeVisible()
    await app.main.answerDialog({ open: [project.folder] })
    await reading.press('Control+o')
    await expect(reading.surface).toBeFocused()
    await reading.press('/')
    await keyboard.type('norvia')
    await reading.press('ArrowDown')
    await expect(bench.list.getByRole('button', { name: /Norvia will deliver/ })).toBeFocused()
    await reading.press('Enter')
    await expect(reading.surface).toContainText('Norvia will deliver')
    await expect(reading.surface).toBeFocused()
  })

  await test.step('marks two spans', async () => {
    await reading.press('Control+Home', 'Control+ArrowRight', ...Array<string>(4).fill('Control+Shift+ArrowRight'), 'p')
    await reading.press('Control+End', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft')
    await reading.press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'a')
    await expect.poll(() => project.marked('talks.txt')).toEqual(['pledge: will deliver 40 ambulances', 'agreement: signed a memorandum'])
  })

  await test.step('goes to the first one and records who, how firmly and about what', async () => {
    await reading.press('F8')
    await expect(form.inspector.getByRole('button', { name: 'Label: Pledge' })).toBeVisible()
    await reading.press('F6')
    await expect(form.list('Actor')).toBeFocused()
    await keyboard.type('Norvia')
    await reading.press('Enter', 'Tab')
    await keyboard.type('c')
    await expect(form.inspector.getByRole('radio', { name: 'Conditional' })).toBeChecked()
    await reading.press('Escape')
    await expect(reading.surface).toBeFocused()
    await reading.press('F6')
    await expect(form.list('Topic')).toBeFocused()
    await keyboard.type('health')
    await reading.press('Enter', 'Escape', 'Escape')
    await expect(reading.surface).toBeFocused()
    await expect.poll(async () => (await project.set('talks.txt'))?.annotations[0]?.attributes).toMatchObject({
      actor: { state: 'decided', value: [{ name: 'Norvia' }] },
      commitment_strength: { state: 'decided', value: 'conditional' },
      topic: { state: 'decided', value: ['health'] },
    })
  })

  await test.step('goes on to the next one', async () => {
    await reading.press('F8')
    await expect(form.inspector.getByRole('button', { name: 'Label: Agreement' })).toBeVisible()
    await reading.press('F6')
    await expect(form.list('Actor')).toBeFocused()
    await keyboard.type('norv')
    await expect(page.getByRole('option', { name: /Norvia/ })).toBeVisible()
    await reading.press('Enter')
    await expect(form.inspector.getByRole('button', { name: 'Remove Norvia' })).toBeVisible()
    await reading.press('Escape')
  })

  await test.step('marks the article done although values are missing', async () => {
    await reading.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Mark as done with values missing?' })
    const confirm = dialog.getByRole('button', { name: 'Mark done anyway' })
    await expect(dialog).toBeVisible()
    for (let presses = 0; presses < 30 && !(await confirm.evaluate((button) => button === document.activeElement)); presses += 1) {
      await reading.press('Tab')
    }
    await expect(confirm).toBeFocused()
    await reading.press('Enter')
    await expect.poll(async () => (await project.set('talks.txt'))?.state.status).toBe('done')
  })
  await app.close()
})

test('the palette finds articles, labels and commands by typing', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const ask = async (typed: string, option: RegExp) => {
    await reading.press('Control+k')
    await page.keyboard.type(typed)
    await expect(page.getByRole('option', { name: option }).first()).toHaveAttribute('aria-selected', 'true')
    await reading.press('Enter')
  }
  await ask('ambulances', /Norvia will deliver/)
  await expect(reading.surface).toContainText('Norvia will deliver')
  await expect(reading.surface).toBeFocused()
  await reading.press('Control+Home', 'Control+Shift+ArrowRight')
  await ask('refus', /Refusal/)
  await expect.poll(() => project.marked('talks.txt')).toEqual(['refusal: Norvia'])
  await expect(reading.surface).toBeFocused()
  await ask('sidebar', /Show or fold the article list/)
  await expect(new Workbench(app).list).toBeHidden()
  await app.close()
})

test('the help sheet names every command and every label with its key', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  await reading.press('?')
  const help = app.page.getByRole('dialog', { name: 'Keys and help' })
  await expect(help).toBeVisible()
  const named = await help.locator('dt').allTextContents()
  expect(named).toEqual(expect.arrayContaining(actionTable.map(({ title }) => title)))
  expect(named).toEqual(expect.arrayContaining(['Pledge', 'Agreement', 'Provision', 'Consultation', 'Demand', 'Refusal', 'Evidence']))
  expect(await help.locator('dt').count()).toBe(await help.locator('dd:has(kbd)').count())
  await reading.press('Escape')
  await expect(help).toBeHidden()
  await expect(reading.surface).toBeFocused()
  await app.close()
})
