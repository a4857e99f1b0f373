import { readFile, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { codebookSchema, type Codebook } from '../src/core/model/codebook.ts'
import { expect, test } from './fixtures/folders.ts'
import type { LaunchedApp } from './fixtures/launch-app.ts'
import { CodebookTab } from './screens/codebook-tab.ts'
import { Workbench } from './screens/workbench.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

async function openSample(app: LaunchedApp): Promise<{ bench: Workbench; codebook: CodebookTab }> {
  const bench = new Workbench(app)
  await app.page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(bench.surface).toContainText('will deliver 40 ambulances')
  return { bench, codebook: new CodebookTab(app.page) }
}

/** The sample's copy lies in the documents folder of this home. */
async function projectIn(home: string): Promise<string> {
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name === 'concord.json') return entry.parentPath
  }
  throw new Error(`no project in ${home}`)
}

const codebookIn = async (project: string): Promise<Codebook> => codebookSchema.parse(JSON.parse(await readFile(join(project, 'codebook.json'), 'utf8')))

async function axe(page: Page, screen: string): Promise<void> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
      const { axe: run } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      const { violations } = await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    })
    expect(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}

test('a person changes labels by keyboard, is told of a clash at once, and takes a version back after a restart', async ({ launchApp, desk }) => {
  const first = await launchApp({ env: { HOME: desk } })
  const { codebook } = await openSample(first)
  const { page } = first
  const project = await projectIn(desk)
  await codebook.open()

  await test.step('renames a label and gives it a key that is taken', async () => {
    await codebook.entry('Labels', 'Pledge').focus()
    await page.keyboard.press('Enter')
    const form = codebook.form('Label')
    await form.getByLabel('Name', { exact: true }).fill('Promise')
    await form.getByLabel('Key', { exact: true }).fill('a')
    await expect(form.getByText('Agreement has this key already.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Save as new version/ })).toBeDisabled()
    await axe(page, 'a label with a clash')
    await form.getByLabel('Key', { exact: true }).fill('w')
  })

  await test.step('moves it below the next one', async () => {
    await codebook.entry('Labels', 'Promise').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(codebook.entry('Labels', 'Promise')).toBeFocused()
  })

  await test.step('saves with the note that is there, in more words', async () => {
    const note = page.getByLabel('What changed, for the history')
    await expect(note).toHaveValue('Label Pledge renamed to Promise; Label Promise: key changed; Labels reordered')
    await note.fill('Promises, as the team calls them')
    await page.keyboard.press('Control+s')
    await expect(note).toBeHidden()
    const saved = await codebookIn(project)
    expect(saved.change).toBe('Promises, as the team calls them')
    expect(saved.labels.slice(0, 2).map(({ id, name, key }) => [id, name, key])).toEqual([['agreement', 'Agreement', 'A'], ['pledge', 'Promise', 'W']])
    await codebook.leave()
    await expect(page.getByText('Promise', { exact: true }).first()).toBeVisible()
  })
  await first.close()

  const again = await launchApp({ env: { HOME: desk }, userData: first.userData })
  await test.step('takes it back after a restart, and does it again', async () => {
    const tab = new CodebookTab(again.page)
    await expect(new Workbench(again).surface).toBeVisible()
    await tab.open()
    await tab.entry('Labels', 'Promise').focus()
    await again.page.keyboard.press('Control+z')
    await expect(tab.entry('Labels', 'Pledge')).toBeVisible()
    expect((await codebookIn(project)).labels[0]?.name).toBe('Pledge')
    await tab.entry('Labels', 'Pledge').focus()
    await again.page.keyboard.press('Control+Shift+z')
    await expect(tab.entry('Labels', 'Promise')).toBeVisible()
    await again.page.getByRole('button', { name: 'Versions' }).click()
    await expect(again.page.getByText(/^Back to/).first()).toBeVisible()
    await again.page.getByRole('button', { name: 'Compare' }).first().click()
    await expect(again.page.getByText('Label Pledge renamed to Promise')).toBeVisible()
  })
  await again.close()
})

test('a person merges two labels and retires a value, sees beforehand whom it concerns, and no colleague’s file changes', async ({ launchApp, desk }) => {
  const app = await launchApp({ env: { HOME: desk } })
  const { bench, codebook } = await openSample(app)
  const { page } = app
  const project = await projectIn(desk)
  const colleague = join(project, 'annotations', 'tomas%20berg', 'wire', '2031-03-04-ambulances-for-estal.txt.json')
  const before = await readFile(colleague, 'utf8')
  await codebook.open()
  await codebook.entry('Labels', 'Provision').click()
  await page.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge Provision' })
  await expect(dialog.getByRole('row', { name: /Tomas Berg/ })).toContainText(/\d/)
  await dialog.getByLabel('Into').selectOption('Pledge')
  await axe(page, 'the preview of a merge')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(codebook.entry('Labels', 'Provision')).toBeHidden()

  await codebook.entry('Attributes', 'Commitment strength').click()
  await page.getByRole('button', { name: 'Retire Exploratory…' }).click()
  await expect(page.getByRole('dialog').getByText(/annotations are concerned/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire', exact: true }).click()
  await codebook.save()
  await codebook.leave()
  await bench.clickOn('train 120 paramedics')
  await expect(bench.inspector.getByText('Pledge', { exact: true }).first()).toBeVisible()
  expect(await readFile(colleague, 'utf8')).toBe(before)
  const saved = await codebookIn(project)
  expect(saved.aliases).toEqual([{ kind: 'label', from: 'provision', to: 'pledge' }])
  await codebook.open()
  await codebook.entry('Labels', 'Pledge').focus()
  await page.keyboard.press('Control+z')
  await expect(codebook.entry('Labels', 'Provision')).toBeVisible()
  await app.close()
})

test('a person reads the codebook beside the text and adds the selected words as a counter-example', async ({ launchApp, desk }) => {
  const app = await launchApp({ env: { HOME: desk } })
  const { bench } = await openSample(app)
  const { page } = app
  await bench.clickOn('signed a memorandum')
  await page.keyboard.press('Shift+F4')
  await expect(page.getByLabel('Search the codebook')).toBeFocused()
  await expect(bench.inspector.getByRole('heading', { level: 3 }).first()).toHaveText('Agreement')
  await page.keyboard.type('ceasefire')
  await expect(bench.inspector.getByText('agreed on a ceasefire along the ridge').first()).toBeVisible()
  await axe(page, 'the codebook beside the text')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Search the codebook')).toBeHidden()

  await bench.selectWithMouse('handled no heavy cargo')
  await page.keyboard.press('Alt+e')
  const dialog = page.getByRole('dialog', { name: 'Add to the codebook' })
  await dialog.getByLabel('Label', { exact: true }).selectOption('Evidence')
  await dialog.getByRole('radio', { name: /counter-example/ }).check()
  await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue(/\[handled no heavy cargo\]/)
  await dialog.getByLabel('Why, if it is worth saying').fill('Background.')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  const evidence = (await codebookIn(await projectIn(desk))).labels.find(({ id }) => id === 'evidence')
  expect(evidence?.examples.at(-1)).toMatchObject({ counter: true, note: 'Background.' })
  await app.close()
})

test('a person takes the codebook into a spreadsheet and back, and keeps a register of entities', async ({ launchApp, desk }) => {
  const app = await launchApp({ env: { HOME: desk } })
  const { codebook } = await openSample(app)
  const { page } = app
  const project = await projectIn(desk)
  const table = join(desk, 'book.csv')

  await test.step('exports a table', async () => {
    await app.main.answerDialog({ save: table })
    await page.keyboard.press('Control+Alt+Shift+e')
    await expect(page.getByText('The codebook was written to book.csv.')).toBeVisible()
  })

  await test.step('is told which line is wrong', async () => {
    const text = await readFile(table, 'utf8')
    await writeFile(join(desk, 'wrong.csv'), text.replace(',blue,', ',bleu,'))
    await app.main.answerDialog({ open: [join(desk, 'wrong.csv')] })
    await page.keyboard.press('Control+Alt+i')
    await expect(page.getByText(/^wrong\.csv, line \d+: what stands in the column “colour” does not fit\.$/)).toBeVisible()
  })

  await test.step('sees what a changed table changes, and takes it', async () => {
    const text = await readFile(table, 'utf8')
    await writeFile(table, `${text.replace('label,pledge,,Pledge,', 'label,pledge,,Promise,')}entity,,,Norvia,,,,,,,,,,,,,,,,,,,,,,,,,,NOR,GOV,Norvian government\r\n`)
    await app.main.answerDialog({ open: [table] })
    await page.keyboard.press('Control+Alt+i')
    const dialog = page.getByRole('dialog', { name: 'Import book.csv' })
    await expect(dialog.getByText('Label Pledge renamed to Promise')).toBeVisible()
    await expect(dialog.getByText('Entity Norvia added')).toBeVisible()
    await axe(page, 'the preview of an import')
    await dialog.getByRole('button', { name: 'Save as new version' }).click()
    await expect(dialog).toBeHidden()
    expect((await codebookIn(project)).entities).toEqual([{ id: 'norvia', name: 'Norvia', code: 'NOR', sector: 'GOV', aliases: ['Norvian government'] }])
  })

  await test.step('renames the entity in her own annotations', async () => {
    await codebook.open()
    await codebook.entry('Entities', 'Norvia').click()
    await codebook.form('Entity').getByLabel('Name', { exact: true }).fill('Kingdom of Norvia')
    await codebook.save()
    await codebook.form('Entity').getByLabel('Other names, one a line').fill('Norvian government\nNorvia')
    await page.getByRole('button', { name: 'Rename in my annotations…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rename to Kingdom of Norvia in my annotations' })
    await expect(dialog.getByText(/^Norvia · /).first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Rename', exact: true }).click()
    await expect(page.getByText(/annotations have Kingdom of Norvia now/)).toBeVisible()
  })
  await app.close()
})
