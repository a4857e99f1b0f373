import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Workbench } from './screens/workbench.ts'

const TALKS = 'Norvia will reopen the port.\n\nEstal refused to sign the protocol.\n\nBoth sides agreed to meet again.\n'

/** What the status says from now on, each thing once. */
async function noteStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const status = document.querySelector('header [aria-live="polite"]')
    const said: string[] = []
    Reflect.set(window, 'said', said)
    if (!status) throw new Error('no status')
    const note = () => said.at(-1) === status.textContent || said.push(status.textContent)
    new MutationObserver(note).observe(status, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => Reflect.get(window, 'said') as string[])
}

/** The paragraph at the top edge of the text. */
const topParagraph = (page: Page): Promise<string> =>
  page.locator('.reading-text').evaluate((surface) => {
    let scroller: Element = surface
    while (scroller.parentElement && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement
    const { top } = scroller.getBoundingClientRect()
    return [...surface.querySelectorAll('p')].find((paragraph) => paragraph.getBoundingClientRect().bottom > top + 1)?.textContent ?? ''
  })

test('a person annotates, reads that it is saved, and it is on the disk', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()
  const said = await noteStatus(app.page)
  await bench.selectWithMouse('will reopen the port')
  await app.page.keyboard.press('p')
  await bench.saved()
  expect(await project.marked('talks.txt')).toEqual(['pledge: will reopen the port'])
  const words = await said()
  expect(words[0]).toBe('Saving…')
  expect(words.at(-1)).toMatch(/^Saved \d{1,2}:\d\d/)
  await app.close()
})

test('a person quits in the middle of a note and comes back to it, at the same place', async ({ launchApp }) => {
  const long = Array.from({ length: 200 }, (_, index) => `Paragraph ${index + 1}. ${'The ferry leaves in the morning and comes back at night. '.repeat(6)}`).join('\n\n')
  const project = await makeProject({ articles: { 'a.txt': TALKS, 'long.txt': long } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await bench.openArticle(/Paragraph 1\./)
  await bench.selectWithMouse('Paragraph 120')
  await app.page.keyboard.press('p')
  await bench.inspector.getByRole('textbox', { name: 'Note' }).fill('ask the harbour mast')
  const before = await topParagraph(app.page)
  expect(before).toMatch(/^Paragraph 1[01]\d\./)
  await app.close()

  const again = await launchApp({ userData: app.userData })
  const after = new Workbench(again)
  await expect.poll(() => topParagraph(again.page)).toBe(before)
  await after.clickOn('Paragraph 120')
  await expect(after.inspector.getByRole('textbox', { name: 'Note' })).toHaveValue('ask the harbour mast')
  await again.close()
})

test('a person goes on while nothing can be saved, and it is saved when the cause is gone', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()
  const annotations = join(project.folder, 'annotations')
  await rm(annotations, { recursive: true, force: true })
  await writeFile(annotations, 'not a folder')
  await bench.selectWithMouse('will reopen the port')
  await app.page.keyboard.press('p')
  await expect(app.page.getByRole('button', { name: /^Not saved\..*annotations.*a file is where a folder should be/ })).toBeVisible()
  await bench.selectWithMouse('refused to sign the protocol')
  await app.page.keyboard.press('r')
  await expect(app.page.locator('footer').getByText('2 annotations')).toBeVisible()

  await app.main.answerDialog({ open: [project.beside] })
  await app.page.keyboard.press('Control+Shift+S')
  await expect(app.page.getByText('A copy was saved at')).toContainText('Talks (copy)')
  const copied = JSON.parse(await readFile(join(project.beside, 'Talks (copy)', 'annotations', 'ines%20duarte', 'talks.txt.json'), 'utf8'))
  expect(copied.annotations.map(({ label }: { label: string }) => label)).toEqual(['pledge', 'refusal'])

  await rm(annotations)
  await bench.saved()
  expect(await project.marked('talks.txt')).toEqual(['pledge: will reopen the port', 'refusal: refused to sign the protocol'])
  await app.close()
})

test('a person whose project folder is moved away and back loses nothing', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()
  await rename(project.folder, `${project.folder} elsewhere`)
  await bench.selectWithMouse('will reopen the port')
  await app.page.keyboard.press('p')
  await expect(app.page.getByRole('button', { name: /^Not saved\..*Talks could not be/ })).toBeVisible()
  await expect(app.page.locator('footer').getByText('1 annotation', { exact: true })).toBeVisible()
  expect(await readdir(join(project.folder, '..'))).not.toContain('Talks')
  await rename(`${project.folder} elsewhere`, project.folder)
  await app.page.getByRole('button', { name: 'Retry' }).click()
  await bench.saved()
  expect(await project.marked('talks.txt')).toEqual(['pledge: will reopen the port'])
  await app.close()
})

test('a person is cut off before a gesture is in its file, and finds it put back', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()
  const annotations = join(project.folder, 'annotations')
  await rm(annotations, { recursive: true, force: true })
  await writeFile(annotations, 'not a folder')
  await bench.selectWithMouse('agreed to meet again')
  await app.page.keyboard.press('a')
  const journal = async (): Promise<string> => {
    const folder = join(app.userData, 'journal')
    const [file] = await readdir(folder).catch(() => [])
    return file === undefined ? '' : readFile(join(folder, file), 'utf8')
  }
  await expect.poll(journal).toContain('agreed to meet again')
  await app.main.kill('SIGKILL')
  await rm(annotations)
  await mkdir(annotations)

  const again = await launchApp({ userData: app.userData })
  await expect(again.page.getByText('1 change in 1 article had not been saved when Concord last stopped. They were put back.')).toBeVisible()
  await expect(again.page.locator('footer').getByText('1 annotation', { exact: true })).toBeVisible()
  expect(await project.marked('talks.txt')).toEqual(['agreement: agreed to meet again'])
  await again.close()
})
