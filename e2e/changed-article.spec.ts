import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { annotationSetSchema } from '../src/core/model/annotation-set.ts'
import { expect, test } from './fixtures/folders.ts'
import { Workbench } from './screens/workbench.ts'

const ARTICLE = 'wire/2031-03-04-ambulances-for-estal.txt'

async function projectIn(home: string): Promise<string> {
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name === 'concord.json') return entry.parentPath
  }
  throw new Error(`no project in ${home}`)
}

test('an article is changed by another program: nothing is lost, and a person decides with a key each', async ({ launchApp, desk }) => {
  const app = await launchApp({ env: { HOME: desk } })
  const { page } = app
  const bench = new Workbench(app)
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(bench.surface).toContainText('will deliver 40 ambulances', { timeout: 20_000 })
  const project = await projectIn(desk)
  const file = join(project, 'articles', ARTICLE)
  const person = (await readdir(join(project, 'annotations'))).find((name) => name.startsWith('ines')) ?? ''
  const setFile = join(project, 'annotations', person, `${ARTICLE}.json`)
  const read = async () => annotationSetSchema.parse(JSON.parse(await readFile(setFile, 'utf8')))
  const before = await read()
  const count = before.annotations.length
  const kept = async () => {
    const { annotations, unplaced = [] } = await read()
    return new Set([...annotations.map(({ id }) => id), ...unplaced.map(({ annotation }) => annotation.id)]).size
  }

  await test.step('the window shows the new text and says what became of the annotations', async () => {
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('will deliver 40 ambulances', 'will now deliver forty ambulances'))
    await expect(bench.surface).toContainText('will now deliver forty ambulances', { timeout: 20_000 })
    await expect(page.getByText(/The article was changed/)).toBeVisible()
    await expect(page.getByRole('button', { name: /waits? for a place$/ })).toBeVisible()
    await expect.poll(kept).toBe(count)
  })

  const panel = page.getByRole('region', { name: 'Waiting for a place' })
  await test.step('a proposed place is taken with one key, and given back with one', async () => {
    await page.keyboard.press('Alt+P')
    await expect(panel.getByText('will now deliver forty ambulances').or(panel.getByText('The words were changed')).first()).toBeVisible()
    await expect.poll(async () => (await read()).unplaced?.length ?? 0).toBeGreaterThan(0)
    const waiting = (await read()).unplaced?.length ?? 0
    await page.keyboard.press('Alt+Enter')
    await expect.poll(async () => (await read()).unplaced?.length ?? 0).toBe(waiting - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await read()).unplaced?.length ?? 0).toBe(waiting)
    await page.keyboard.press('Alt+D')
    await expect.poll(async () => (await read()).unplaced?.filter(({ state }) => state === 'aside').length ?? 0).toBe(1)
    await expect.poll(kept).toBe(count)
  })

  await test.step('the article as it was gives everything back', async () => {
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('will now deliver forty ambulances', 'will deliver 40 ambulances'))
    await expect(bench.surface).toContainText('will deliver 40 ambulances', { timeout: 20_000 })
    await expect.poll(async () => (await read()).unplaced ?? []).toEqual([])
    await expect.poll(async () => (await read()).annotations.map(({ id }) => id).toSorted()).toEqual(before.annotations.map(({ id }) => id).toSorted())
  })
})
