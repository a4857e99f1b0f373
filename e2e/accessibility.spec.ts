import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { CodebookTab } from './screens/codebook-tab.ts'
import { Reading } from './screens/reading.ts'
import { Workbench } from './screens/workbench.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules that a change of colours alone can break. */
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds, in short; animations are over by then. */
async function findings(page: Page, runOnly: readonly string[] | typeof OF_COLOURS): Promise<string[]> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
  })
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run({ runOnly: only, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }, runOnly)
}

/** A text and its annotations, one of which stands elsewhere than its line says. */
async function openBrat(bench: Workbench, desk: string): Promise<void> {
  await writeFile(join(desk, 'kesh.txt'), 'Kesh met Norvia.\n')
  await writeFile(join(desk, 'kesh.ann'), 'T1\tPlace 0 4\tKesh\nT2\tPlace 10 16\tNorvia\nA1\tSure T1 yes\n')
  await bench.app.main.answerDialog({ open: [join(desk, 'kesh.txt'), join(desk, 'kesh.ann')] })
  await bench.page.getByRole('button', { name: 'Choose files…' }).click()
  await expect(bench.page.getByRole('dialog').getByRole('heading', { name: 'One record is not taken' })).toBeVisible()
}

/** Every screen in one run; each is looked at by axe in light, and in dark for what the colours decide. */
test('axe finds nothing in any screen, light and dark', async ({ launchApp, desk }) => {
  // Some fifty looks: longer than any other may take.
  test.setTimeout(400_000)
  const app = await launchApp({ env: { HOME: desk } })
  const { page } = app
  const bench = new Workbench(app)
  const codebook = new CodebookTab(page)
  await page.evaluate(await readFile(axePath, 'utf8'))
  const check = async (screen: string) => {
    for (const [colorScheme, rules] of [['light', ALL], ['dark', OF_COLOURS]] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await findings(page, rules), `${screen}, ${colorScheme}`).toEqual([])
    }
  }
  const dialog = page.getByRole('dialog')
  const inDialog = async (screen: string, keys: string, go?: () => Promise<void>) => {
    await page.keyboard.press(keys)
    await expect(dialog).toBeVisible()
    await go?.()
    await check(screen)
    await page.keyboard.press('Escape')
    if (await dialog.isVisible()) await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }

  await expect(page.getByRole('heading', { name: 'Concord' })).toBeVisible()
  await check('start')
  await inDialog('new project', 'Control+n')
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(bench.surface).toBeVisible()
  await check('article')
  await bench.clickOn('train 120 paramedics')
  await expect(bench.inspector.getByText('Relations')).toBeVisible()
  await page.keyboard.press('F4')
  await check('annotation')
  await page.keyboard.press('F4')
  await page.keyboard.press('Control+j')
  await expect(page.getByRole('grid')).toBeVisible()
  await check('grid')
  await page.keyboard.press('Control+j')
  await inDialog('palette', 'Control+k', () => page.keyboard.type('a'))
  await inDialog('settings', 'Control+,')
  await inDialog('help', 'F1')
  await inDialog('taking keys', 'F1', async () => {
    await page.keyboard.type('find in')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('button', { name: 'Take over' })).toBeFocused()
  })
  await inDialog('article details', 'F2')
  await inDialog('export', 'Control+e')
  await inDialog('receipt', 'Control+e', async () => {
    await app.main.answerDialog({ open: [desk] })
    await dialog.getByLabel('Into').click()
    await dialog.getByRole('button', { name: /^Export/ }).click()
    await expect(page.getByRole('dialog', { name: 'Export receipt' }).getByText('Read back from disk')).toBeVisible()
  })
  await inDialog('import, nothing chosen', 'Control+Alt+Shift+i')
  await inDialog('import, what the files hold', 'Control+Alt+Shift+i', () => openBrat(bench, desk))
  await inDialog('import, what becomes of it', 'Control+Alt+Shift+i', async () => {
    await openBrat(bench, desk)
    await dialog.getByRole('button', { name: 'Next' }).click()
    await expect(dialog.getByText('The label Place')).toBeVisible()
  })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('the')
  await check('find')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+Shift+L')
  await check('several selected')
  await page.getByRole('button', { name: 'Project menu' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await check('project menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('table', { name: 'Review' })).toBeVisible()
  await check('review')
  await page.getByLabel('Filter by title').fill('40 ambulances')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const say = page.getByRole('button', { name: 'Review it without coding it' })
  const differences = page.getByRole('listbox', { name: 'Differences' })
  await expect(say.or(differences)).toBeVisible()
  if (await say.isVisible()) {
    await check('colleagues’ work is hidden')
    await say.click()
  }
  await expect(differences).toBeFocused()
  await check('differences')
  await page.keyboard.press('e')
  await check('editing a decision')
  await page.keyboard.press('Escape')
  await inDialog('merging', 'm')
  await codebook.open()
  await check('codebook')
  for (const [kind, name] of [['Labels', 'Pledge'], ['Attributes', 'Topic'], ['Decision rules', ''], ['Entities', '']] as const) {
    const entry = page.getByRole('region', { name: kind, exact: true }).getByRole('button', { name }).first()
    if (!(await entry.isVisible())) continue
    await entry.click()
    await check(`codebook, ${kind}`)
  }
  await page.setViewportSize({ width: 720, height: 450 })
  await page.keyboard.press('Control+1')
  await expect(bench.surface).toBeVisible()
  await check('at 200 % zoom')
  await page.keyboard.press('Control+i')
  await expect(bench.inspector).toBeVisible()
  await check('the inspector over the text, at 200 % zoom')
  await app.close()
})

test('what an action did and where the caret is are said, and walking is quiet', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': 'Norvia will deliver 40 ambulances to Estal by June. It said no more.\n' } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const said = page.locator('[aria-live="polite"].visually-hidden')
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const region = document.querySelector('[aria-live="polite"].visually-hidden')
    if (region) new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.map((text) => text.trim()))

  await reading.find('will deliver 40 ambulances')
  await expect(said).toHaveText('Selected: “will deliver 40 ambulances”')
  await reading.press('p')
  await expect(said).toHaveText('Labelled “will deliver 40 ambulances” as Pledge')
  await reading.press('Control+End')
  await reading.press('Control+Home')
  await reading.press(...Array<string>(12).fill('ArrowRight'))
  await expect(said).toHaveText('Pledge: “will deliver 40 ambulances”')
  await reading.press('Control+End')
  await expect(said).toHaveText('No annotation')
  await reading.press('F8')
  await expect(said).toHaveText('Pledge: “will deliver 40 ambulances”')
  await reading.press('a')
  await expect(said).toHaveText('“will deliver 40 ambulances” is now Agreement')
  await reading.press('Delete')
  await expect(said).toHaveText('Deleted the annotation “will deliver 40 ambulances”')
  await reading.press('Control+z')
  await expect(said).toHaveText('Undone: deleting')
  // Twelve steps of the caret were one announcement, and nothing was said of places that were only passed.
  expect((await heard()).filter((text) => text.startsWith('Pledge:')).length).toBeLessThanOrEqual(3)
  await app.close()
})
