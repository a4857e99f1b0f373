import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from '../scripts/lib/runtime.mjs'
import { annotationSetSchema, type AnnotationSet } from '../src/core/model/annotation-set.ts'
import { expect, test } from './fixtures/folders.ts'

const ARTICLE = 'wire/2031-03-04-ambulances-for-estal.txt'

const read = async (file: string): Promise<AnnotationSet> => annotationSetSchema.parse(JSON.parse(await readFile(file, 'utf8')))

/** The sample project with a third colleague, who marks as Tomas does, but for the first label and without the last record. */
async function threeAnnotators(desk: string): Promise<string> {
  const folder = join(desk, 'pledges')
  await cp(join(root, 'samples/pledges'), folder, { recursive: true })
  const tomas = await read(join(folder, 'annotations/tomas%20berg', `${ARTICLE}.json`))
  const [first, ...rest] = tomas.annotations
  if (!first) throw new Error('The sample has lost its second annotator')
  const mina: AnnotationSet = { ...tomas, annotator: { key: 'mina okafor', name: 'Mina Okafor' }, annotations: [{ ...first, label: 'agreement', attributes: {} }, ...rest.slice(0, -1)], relations: [] }
  const file = join(folder, 'annotations/mina%20okafor', `${ARTICLE}.json`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(mina, null, 2)}\n`)
  return folder
}

test('three colleagues’ sets become one, with the keyboard alone', async ({ launchApp, desk }) => {
  const folder = await threeAnnotators(desk)
  const { page } = await launchApp({ args: [folder] })
  page.setDefaultTimeout(20_000)
  const adjudicated = (): Promise<AnnotationSet | null> => read(join(folder, 'adjudicated', `${ARTICLE}.json`)).catch(() => null)
  const list = page.getByRole('listbox', { name: 'Differences' })
  const dialog = page.getByRole('dialog')
  const toButton = async (name: string | RegExp) => {
    const button = dialog.getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
  }
  const panel = page.getByRole('complementary', { name: 'Decision' })

  await expect(page.getByRole('button', { name: /Norvia offers Estal/ })).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('table', { name: 'Review' }).getByRole('columnheader', { name: 'Mina Okafor' })).toBeVisible()
  await page.getByLabel('Filter by title').fill('40 ambulances')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^Norvia offers Estal/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Review it without coding it' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(list).toBeFocused()
  await expect(page.getByText('18 of 18 open')).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText('17 of 18 open')).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByText('16 of 18 open')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('17 of 18 open')).toBeVisible()
  await expect.poll(async () => (await adjudicated())?.annotations.map(({ label }) => label)).toEqual(['condition'])

  await page.keyboard.press('c')
  await page.keyboard.type('Is a visit a consultation?')
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByText('Is a visit a consultation?')).toBeVisible()

  await page.keyboard.press('m')
  await expect(dialog.getByText('2 decisions')).toBeVisible()
  await toButton('Decide 2')
  await expect(dialog).toBeHidden()
  await expect(list.getByText('Agreed', { exact: true })).toBeHidden()
  await expect.poll(async () => (await adjudicated())?.annotations.length).toBe(3)

  await page.keyboard.press('m')
  await dialog.getByRole('radio', { name: 'Everything from Ines Duarte; nothing else belongs here' }).focus()
  await page.keyboard.press('Space')
  await toButton(/^Decide \d+$/)
  await expect(page.getByText(/^0 of \d+ open$/)).toBeVisible()
  await expect.poll(async () => (await adjudicated())?.state.status).toBe('done')
  const made = await adjudicated()
  expect(made?.annotations.every(({ extra }) => extra?.['concord'] !== undefined)).toBe(true)
})
