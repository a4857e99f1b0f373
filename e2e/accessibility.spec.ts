import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/folders.ts'
import { Workbench } from './screens/workbench.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds, in short; animations are over by then. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
  })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}

test('axe finds nothing in the screens of the main task, light and dark', async ({ launchApp, desk }) => {
  test.setTimeout(120_000)
  const app = await launchApp({ env: { HOME: desk } })
  const { page } = app
  const bench = new Workbench(app)
  const source = await readFile(axePath, 'utf8')
  await page.evaluate(source)
  const check = async (screen: string) => {
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' })
      expect(await findings(page), `${screen}, ${theme}`).toEqual([])
    }
  }

  await expect(page.getByRole('heading', { name: 'Concord' })).toBeVisible()
  await check('welcome')
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(bench.surface).toBeVisible()
  await check('article')
  await bench.clickOn('train 120 paramedics')
  await expect(bench.inspector.getByText('Relations')).toBeVisible()
  await check('annotation')
  for (const [screen, key] of [
    ['palette', 'Control+k'],
    ['export', 'Control+e'],
    ['settings', 'Control+,'],
    ['help', 'F1'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await check(screen)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { name: 'Labels' })).toBeVisible()
  await check('codebook')
  await page.setViewportSize({ width: 900, height: 600 })
  await page.keyboard.press('Control+1')
  await expect(bench.surface).toBeVisible()
  await check('small window')
  await app.close()
})
