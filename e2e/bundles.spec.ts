import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { annotationSetSchema } from '../src/core/model/annotation-set.ts'
import { root } from '../scripts/lib/runtime.mjs'
import { concord } from './fixtures/make-project.ts'
import { expect, test } from './fixtures/folders.ts'
import { Workbench } from './screens/workbench.ts'

const ARTICLE = 'statements/2031-03-12-port-kesh-communique'

test('a person sends a bundle, a colleague compares it with what is there, takes it and takes it back', async ({ launchApp, desk }) => {
  const mine = join(desk, 'mine')
  const theirs = join(desk, 'theirs')
  for (const folder of [mine, theirs]) await cp(join(root, 'samples', 'pledges'), folder, { recursive: true })
  // The sample says nobody's name: here it is Ines who opens it.
  const project = JSON.parse(await readFile(join(mine, 'concord.json'), 'utf8'))
  await writeFile(join(mine, 'concord.json'), JSON.stringify({ ...project, extra: { concord: { annotator: 'Ines Duarte' } } }))
  const file = join(desk, 'tomas.concord.zip')
  const setFile = (folder: string, annotator: string, article: string) => join(folder, 'annotations', annotator, `${article}.txt.json`)
  // Tomas went on after the copy was made: one annotation less, and an article that is not here.
  await writeFile(join(theirs, 'articles', 'ferry.txt'), 'The council will open a new ferry line.\n')
  const path = setFile(theirs, 'tomas%20berg', ARTICLE)
  const set = annotationSetSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, JSON.stringify({ ...set, revision: set.revision + 1, annotations: set.annotations.slice(1), relations: [] }))
  await concord('bundle', 'export', theirs, file, '--by', set.annotator.name, '--annotator', set.annotator.name)

  const app = await launchApp({ args: [mine] })
  const { page } = app
  const bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()

  await test.step('sends the own work', async () => {
    await page.keyboard.press('Control+Alt+p')
    const dialog = page.getByRole('dialog', { name: 'Export a bundle' })
    await dialog.getByRole('radio', { name: /^Only their hashes/ }).check()
    await app.main.answerDialog({ save: join(desk, 'ines.concord.zip') })
    await dialog.getByRole('button', { name: 'Export bundle…' }).click()
    const receipt = page.getByRole('dialog', { name: 'Bundle exported' })
    await expect(receipt.getByText('Read back from disk and compared: the same.')).toBeVisible()
    await receipt.getByRole('button', { name: 'Done' }).click()
  })

  const before = await readFile(setFile(mine, 'tomas%20berg', ARTICLE), 'utf8')
  await test.step('looks at a colleague’s, compares, and takes it', async () => {
    await app.main.answerDialog({ open: [file] })
    await page.keyboard.press('Control+Alt+Shift+p')
    const dialog = page.getByRole('dialog', { name: 'Import a bundle' })
    await expect(dialog.getByText(/differs\. Choose/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Compare' }).click()
    await expect(dialog.getByRole('cell', { name: 'only here' }).first()).toBeVisible()
    expect(await readFile(setFile(mine, 'tomas%20berg', ARTICLE), 'utf8')).toBe(before)
    await dialog.getByRole('radio', { name: 'Take from bundle' }).check()
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const report = page.getByRole('dialog', { name: 'Imported' })
    await expect(report.getByText('articles/ferry.txt')).toBeVisible()
    await expect(report.getByText(/^One file replaced/)).toBeVisible()
    expect(JSON.parse(await readFile(setFile(mine, 'tomas%20berg', ARTICLE), 'utf8')).annotations).toHaveLength(set.annotations.length - 1)
    await report.getByRole('button', { name: 'Done' }).click()
    await expect(bench.list.getByRole('button', { name: /new ferry line/ })).toBeVisible()
  })

  await test.step('takes the import back as one', async () => {
    await page.keyboard.press('Control+Alt+z')
    await page.getByRole('dialog', { name: 'Take back an import' }).getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByText('Taken back: 2 files are as they were.')).toBeVisible()
    expect(await readFile(setFile(mine, 'tomas%20berg', ARTICLE), 'utf8')).toBe(before)
    await expect(bench.list.getByRole('button', { name: /new ferry line/ })).toBeHidden()
  })
  await app.close()
})
