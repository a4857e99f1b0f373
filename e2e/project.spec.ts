import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codebookSchema, type Codebook } from '../src/core/model/codebook.ts'
import { expect, test } from './fixtures/folders.ts'
import { CodebookTab } from './screens/codebook-tab.ts'
import { Workbench } from './screens/workbench.ts'

const TEXT = 'Residents of the harbour district call for a new ferry.\n\nThe council has not answered.\n'

const codebookOf = async (project: string): Promise<Codebook> =>
  codebookSchema.parse(JSON.parse(await readFile(join(project, 'codebook.json'), 'utf8')))

test('a person makes a codebook from nothing, marks a span with it, and copies it for the next project', async ({ launchApp, desk }) => {
  await writeFile(join(desk, 'ferry.txt'), TEXT)
  const app = await launchApp()
  const { page } = app
  const bench = new Workbench(app)
  const codebook = new CodebookTab(page)
  await bench.newProject({ name: 'Ferries', folder: desk, annotator: 'Ines Duarte', codebook: 'Empty' })
  await bench.addFiles([join(desk, 'ferry.txt')])
  await expect(bench.surface).toContainText('harbour district')

  await test.step('adds a label and an attribute', async () => {
    await page.getByRole('button', { name: 'Open the codebook' }).click()
    await codebook.addLabel({ name: 'Call', key: 'c', definition: 'Somebody asks for something.' })
    await expect(codebook.label('Call')).toBeVisible()
    await codebook.addChoice({ name: 'Tone', values: ['Polite', 'Angry'] })
    await expect(codebook.attribute('Tone')).toBeVisible()
    await codebook.leave()
  })

  await test.step('marks a span with it and records the attribute', async () => {
    await bench.selectWithMouse('call for a new ferry')
    await page.keyboard.press('c')
    await page.keyboard.press('Escape')
    await bench.clickOn('for a new')
    await bench.inspector.getByText('Polite', { exact: true }).click()
    await bench.saved()
    const [set] = await readdir(join(desk, 'Ferries', 'annotations', 'ines%20duarte'))
    const written = await readFile(join(desk, 'Ferries', 'annotations', 'ines%20duarte', set ?? ''), 'utf8')
    expect(JSON.parse(written).annotations).toMatchObject([{ label: 'call', fragments: [{ quote: 'call for a new ferry' }], attributes: { tone: { value: 'polite' } } }])
  })

  await test.step('copies the codebook for another project, where it goes on alone', async () => {
    await bench.newProject({ name: 'Trams', folder: desk, annotator: 'Ines Duarte', copyFrom: join(desk, 'Ferries') })
    await codebook.open()
    await expect(codebook.label('Call')).toBeVisible()
    await codebook.addLabel({ name: 'Answer', key: 'a', definition: '' })
    expect((await codebookOf(join(desk, 'Trams'))).labels.map(({ name }) => name)).toEqual(['Call', 'Answer'])
    expect((await codebookOf(join(desk, 'Ferries'))).labels.map(({ name }) => name)).toEqual(['Call'])
  })
  await app.close()
})

test('a person starts with the codebook for pledges and agreements and reads its definitions and rules', async ({ launchApp, desk }) => {
  const app = await launchApp()
  const bench = new Workbench(app)
  const codebook = new CodebookTab(app.page)
  await bench.newProject({ name: 'Talks', folder: desk, annotator: 'Ines Duarte', codebook: 'Pledges and agreements' })
  await codebook.open()
  const { labels, attributes, rules } = await codebookOf(join(desk, 'Talks'))
  expect([labels.length, attributes.length, rules.length].every((count) => count >= 6)).toBe(true)
  for (const { name, definition } of labels) {
    await expect(codebook.label(name)).toBeVisible()
    await expect(app.page.getByText(definition, { exact: true }).first()).toBeVisible()
  }
  for (const { name } of attributes) await expect(codebook.attribute(name).first()).toBeVisible()
  for (const { text } of rules) await expect(app.page.getByRole('article').getByText(text, { exact: true })).toBeVisible()
  await app.close()
})

test('a person names a folder that is taken, is told so, and chooses another name', async ({ launchApp, desk }) => {
  await mkdir(join(desk, 'Talks'))
  await writeFile(join(desk, 'Talks', 'diary.txt'), 'mine')
  const app = await launchApp()
  await app.page.getByRole('button', { name: /^New project/ }).click()
  const dialog = app.page.getByRole('dialog', { name: 'New project' })
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(dialog.getByText('Needed to go on.')).toHaveCount(2)
  await expect(dialog.getByText('Choose the folder that the project’s folder goes into.')).toBeVisible()
  await dialog.getByLabel('Project name').fill('Talks')
  await dialog.getByLabel('Your name').fill('Ines Duarte')
  await app.main.answerDialog({ open: [desk] })
  await dialog.getByLabel('Where').click()
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(dialog.getByText(/Talks.*(exists|there|taken|not empty)/i)).toBeVisible()
  await dialog.getByLabel('Project name').fill('Talks 2031')
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(dialog).toBeHidden()
  expect(await readdir(join(desk, 'Talks'))).toEqual(['diary.txt'])
  await app.close()
})

test('a person changes the name that annotations are kept under, and finds it kept', async ({ launchApp, desk }) => {
  await writeFile(join(desk, 'ferry.txt'), TEXT)
  const app = await launchApp()
  const bench = new Workbench(app)
  await bench.newProject({ name: 'Ferries', folder: desk, annotator: 'Ines Duarte' })
  await bench.addFiles([join(desk, 'ferry.txt')])
  await bench.selectWithMouse('call for a new ferry')
  await app.page.keyboard.press('p')
  await app.page.keyboard.press('Control+,')
  const settings = app.page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByLabel('Your name')).toHaveValue('Ines Duarte')
  await settings.getByLabel('Your name').fill('Tomas Berg')
  await settings.getByRole('button', { name: 'Change name' }).click()
  await expect(settings).toBeHidden()
  await expect(app.page.locator('footer').getByText('0 annotations')).toBeVisible()
  await bench.selectWithMouse('has not answered')
  await app.page.keyboard.press('p')
  await bench.saved()
  await expect.poll(async () => (await readdir(join(desk, 'Ferries', 'annotations'))).toSorted()).toEqual(['ines%20duarte', 'tomas%20berg'])
  await app.close()

  const again = await launchApp({ userData: app.userData })
  await expect(again.page.locator('footer').getByText('1 annotation', { exact: true })).toBeVisible()
  await again.page.keyboard.press('Control+n')
  await expect(again.page.getByRole('dialog', { name: 'New project' }).getByLabel('Your name')).toHaveValue('Tomas Berg')
  await again.close()
})
