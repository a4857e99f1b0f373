import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { annotationSetSchema } from '../src/core/model/annotation-set.ts'
import { serialise } from '../src/core/model/canonical.ts'
import { projectSchema } from '../src/core/model/project.ts'
import { expect, test } from './fixtures/folders.ts'

const SAMPLE = join(import.meta.dirname, '../samples/pledges')

/** The sample with a third annotator, who has what Ines has but for the last span of each article; nobody is blind. */
async function threeAnnotators(folder: string): Promise<void> {
  await cp(SAMPLE, folder, { recursive: true })
  const own = join(folder, 'annotations/ines%20duarte')
  for (const entry of await readdir(own, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const set = annotationSetSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const place = path.replace('ines%20duarte', 'lea%20kim')
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, serialise(annotationSetSchema, { ...set, annotator: { key: 'lea kim', name: 'Lea Kim' }, annotations: set.annotations.slice(0, -1), relations: [] }))
  }
  const file = join(folder, 'concord.json')
  const project = projectSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  await writeFile(file, serialise(projectSchema, { ...project, blind: false }))
}

test('three annotators: the numbers in plain words, and a pair looked into down to its spans', async ({ launchApp, desk }) => {
  const folder = join(desk, 'project')
  await threeAnnotators(folder)
  const app = await launchApp({ args: [folder] })
  const { page } = app
  await expect(page.getByRole('button', { name: /Norvia offers Estal/ })).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByTestId('f1_strict')).toHaveText(/^0\.\d\d$/, { timeout: 60_000 })
  await expect(page.getByText(/articles coded independently by 3 annotators/)).toBeVisible()
  await expect(page.getByText(/Of 100 spans that one annotator marks/)).toBeVisible()

  await test.step('from the pair to the spans', async () => {
    await page.getByRole('button', { name: 'Pairs', exact: true }).click()
    await page.getByRole('link', { name: 'Ines Duarte, Lea Kim: 0.' }).click()
    const explained = page.getByTestId('explained')
    await expect(explained.getByRole('heading', { name: 'When not to trust it' })).toBeVisible()
    await expect(explained.getByText('Lea Kim marked nothing there').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(explained).toHaveCount(0)
    await page.getByRole('link', { name: 'Ines Duarte, Lea Kim: 0.' }).click()
    await explained.getByRole('listitem').filter({ hasText: 'Lea Kim marked nothing there' }).first().getByRole('button').click()
    await expect(page.getByText(/^Behind the number: \d+ place/)).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Decision' }).getByText('did not mark this').first()).toBeVisible()
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect(page.getByLabel('Kind of difference')).toBeVisible()
  })
  await app.close()
})
