import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { annotationSetSchema } from '../src/core/model/annotation-set.ts'
import { serialise } from '../src/core/model/canonical.ts'
import { projectSchema } from '../src/core/model/project.ts'
import { reviewSchema } from '../src/core/model/review.ts'
import { makeStanding } from '../src/core/review/standing.ts'
import { expect, test } from './fixtures/folders.ts'
import { Workbench } from './screens/workbench.ts'

const ARTICLE = 'wire/2031-03-04-ambulances-for-estal.txt'
const AT = '2031-03-09T09:15:00.000Z'

/** The sample's copy lies in the documents folder of this home. */
async function projectIn(home: string): Promise<string> {
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name === 'concord.json') return entry.parentPath
  }
  throw new Error(`no project in ${home}`)
}

test('what colleagues put into a shared folder appears by itself, and what is being typed stays', async ({ launchApp, desk }) => {
  const app = await launchApp({ env: { HOME: desk } })
  const { page } = app
  const bench = new Workbench(app)
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(bench.surface).toContainText('will deliver 40 ambulances', { timeout: 20_000 })
  const project = await projectIn(desk)
  const read = (path: string) => readFile(join(project, path), 'utf8')
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await writeFile(join(project, path), text)
  }
  const setOf = async (person: string) => annotationSetSchema.parse(JSON.parse(await read(`annotations/${person}/${ARTICLE}.json`)))

  await test.step('half a filter is typed, and stays while files come', async () => {
    const filter = bench.list.getByRole('textbox', { name: 'Filter articles' })
    await filter.fill('am')
    const ines = await setOf('ines%20duarte')
    const standing = makeStanding(ines, 'returned', AT, 'Look at the dates again.')
    const review = {
      format: 'concord/review' as const, version: 1 as const, article: ines.article, reviewer: { key: 'noor haddad', name: 'Noor Haddad' }, codebook: ines.codebook,
      revision: 1, seen: [], standings: [standing], decisions: [], comments: [],
    }
    await put(`reviews/noor%20haddad/${ARTICLE}.json`, serialise(reviewSchema, review))
    await expect(bench.list.getByTitle(/^Returned: Noor Haddad, 9 Mar 2031\. “Look at the dates again\.”$/)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('heading', { level: 1 }).locator('..').getByText(/^Returned: Noor Haddad, 9 Mar 2031$/)).toBeVisible()
    await expect(filter).toBeFocused()
    await filter.pressSequentially('bul')
    await expect(filter).toHaveValue('ambul')
    await filter.fill('')
  })

  await test.step('an article comes, and goes', async () => {
    await put('articles/new/lamps.txt', 'Lamps for the harbour.\n')
    await expect(bench.list.getByRole('button', { name: /Lamps for the harbour/ })).toBeVisible({ timeout: 20_000 })
  })

  await test.step('others’ sets are hidden until a person says otherwise for the whole project', async () => {
    await page.keyboard.press('Control+Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Hide or show colleagues’ annotations' })
    await expect(dialog.getByText(/does not encrypt/)).toBeVisible()
    await expect(dialog.getByRole('radio', { name: /^Hidden until/ })).toBeChecked()
    await dialog.getByRole('radio', { name: /^Shown at any time/ }).check()
    await expect.poll(async () => projectSchema.parse(JSON.parse(await read('concord.json'))).blind).toBe(false)
    await page.keyboard.press('Escape')
  })

  await test.step('a colleague turns it back, and the window follows', async () => {
    const said = projectSchema.parse(JSON.parse(await read('concord.json')))
    await put('concord.json', serialise(projectSchema, { ...said, name: 'Shared talks', blind: true }))
    await expect(page.getByRole('button', { name: /Shared talks/ })).toBeVisible({ timeout: 20_000 })
    await page.keyboard.press('Control+Alt+b')
    await expect(page.getByRole('radio', { name: /^Hidden until/ })).toBeChecked()
    await page.keyboard.press('Escape')
  })

  await test.step('a synchroniser’s second version of the own set is kept beside it, to compare in the review', async () => {
    const own = await setOf('ines%20duarte')
    await put(`annotations/ines%20duarte/${ARTICLE} (conflicted copy 2031-03-09).json`, serialise(annotationSetSchema, { ...own, annotations: own.annotations.slice(1), relations: [] }))
    await page.keyboard.press('Control+Alt+k')
    await expect(page.getByText('Both versions of 1 article are kept.')).toBeVisible()
    expect(await setOf('ines%20duarte')).toEqual(own)
    expect((await setOf('ines%20duarte%20%28other%20version%29')).annotations).toHaveLength(own.annotations.length - 1)
    await page.getByRole('button', { name: 'Compare in the review' }).click()
    await expect(page.getByText('Ines Duarte (other version)').first()).toBeVisible()
  })
  await app.close()
})
