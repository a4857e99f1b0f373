import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const ARTICLES = { 'talks.txt': 'date 2031-03-04 ESTALPORT: Norvia will deliver 40 ambulances to Estal by June.\n' }

async function leftOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.x ?? -1
}

test('a person works in German, and turns the interface around', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const root = page.locator('html')

  await test.step('the language changes at once, in the window and in the menu', async () => {
    await reading.press('Control+,')
    await page.getByLabel('Language').selectOption('Deutsch')
    await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible()
    await expect(root).toHaveAttribute('lang', 'de')
    await reading.press('Escape')
    await expect(page.getByRole('region', { name: 'Artikel' }).getByText('4. März 2031')).toBeVisible()
    const menus = await app.main.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => [menu.label, ...(menu.submenu?.items ?? []).map((item) => item.label)]))
    expect(menus).toEqual(expect.arrayContaining(['&Datei', 'Rückgängig', 'Projekt öffnen …']))
  })

  await test.step('plural forms are German too, and what was done is said in German', async () => {
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'In diesem Artikel suchen' }).fill('will deliver')
    await reading.press('Escape', 'p')
    await expect(page.locator('[aria-live="polite"].visually-hidden')).toHaveText('„will deliver“ als Pledge markiert')
    await expect(page.getByText('1 Annotation', { exact: true }).first()).toBeVisible()
    await expect.poll(() => project.marked('talks.txt')).toEqual(['pledge: will deliver'])
  })

  await test.step('turned around, the list is at the right, the inspector at the left, and nothing runs out of the window', async () => {
    const list = page.getByRole('region', { name: 'Artikel' })
    const inspector = page.getByRole('complementary', { name: 'Inspektor' })
    expect(await leftOf(list)).toBeLessThan(await leftOf(reading.surface))
    await reading.press('Control+,')
    await page.getByLabel('Richtung der Oberfläche').selectOption('Von rechts nach links')
    await reading.press('Escape')
    await expect(root).toHaveAttribute('dir', 'rtl')
    expect(await leftOf(list)).toBeGreaterThan(await leftOf(reading.surface))
    expect(await leftOf(inspector)).toBeLessThan(await leftOf(reading.surface))
    const width = await root.evaluate((element) => [element.scrollWidth, element.clientWidth])
    expect(width[0]).toBe(width[1])
    // The English article still runs from left to right.
    expect(await reading.surface.locator('p').first().evaluate((paragraph) => getComputedStyle(paragraph).direction)).toBe('ltr')
  })

  await app.close()
  const again = await launchApp({ args: [project.folder], userData: app.userData })
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(again.page.getByRole('region', { name: 'Artikel' })).toBeVisible()
  await again.close()
})
