import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const ARTICLES = { 'talks.txt': 'Norvia will deliver 40 ambulances to Estal by June.\n' }

test('a person gives commands other keys, sees conflicts, and finds the keys everywhere and after a restart', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const help = page.getByRole('dialog', { name: 'Keys and help' })
  const search = help.getByRole('textbox', { name: 'Find a command or a key' })
  const change = (action: string) => help.getByRole('button', { name: new RegExp(`^(${action}|.*“${action}”)`) }).last()
  const keysOf = (action: string) => help.locator('div', { has: page.locator('dt', { hasText: new RegExp(`^${action}$`) }) }).last().locator('dd')

  await test.step('the sheet is searched by word and by key', async () => {
    await reading.press('?')
    await expect(search).toBeFocused()
    await page.keyboard.type('mod')
    await search.fill('f8')
    await expect(help.locator('dt')).toHaveText(['Next annotation', 'Previous annotation'])
    await search.fill('zzz')
    await expect(help.getByText('Nothing matches.')).toBeVisible()
    await search.fill('Find in article')
    await expect(help.locator('dt')).toHaveText(['Find in article', 'Find in all articles'])
  })

  await test.step('keys that something needs for itself are refused, and say for what', async () => {
    await reading.press('Tab', 'Enter', 'Control+c')
    await expect(help.getByText('Ctrl+C belongs to the window or the system.')).toBeVisible()
    await reading.press('Control+ArrowRight')
    await expect(help.getByText('moves in the text (By word)')).toBeVisible()
    await reading.press('Escape')
    await expect(help).toBeVisible()
    await expect(keysOf('Find in article')).toContainText('CtrlF')
  })

  await test.step('those of another command are taken over', async () => {
    await expect(change('Find in article')).toBeFocused()
    await reading.press('Enter', 'Control+k')
    await expect(help.getByText('Ctrl+K already does “Search or command…”.')).toBeVisible()
    await expect(help.getByRole('button', { name: 'Take over' })).toBeFocused()
    await reading.press('Enter')
    await expect(keysOf('Find in article')).toContainText('CtrlK')
    await search.fill('search or command')
    await expect(keysOf('Search or command…')).toContainText('no key')
  })

  await test.step('free keys are simply pressed; a label’s key asks', async () => {
    await search.focus()
    await reading.press('Tab', 'Tab', 'Enter', 'Alt+y')
    await expect(keysOf('Search or command…')).toContainText('AltY')
    await search.fill('User guide')
    await reading.press('Tab', 'Enter', 'p')
    await expect(help.getByText('P labels with “Pledge”.')).toBeVisible()
    await reading.press('Escape', 'Escape')
    await expect(help).toBeHidden()
  })

  await test.step('they hold at once, in the text, in the bar and in the menu', async () => {
    await reading.press('Control+k')
    await expect(page.getByRole('textbox', { name: 'Find in this article' })).toBeFocused()
    await reading.press('Escape', 'Alt+y')
    await expect(page.getByRole('dialog', { name: 'Search or command' })).toBeVisible()
    await page.keyboard.type('find in article')
    await expect(page.getByRole('option', { name: /Find in article.*Ctrl.*K/ })).toBeVisible()
    await reading.press('Escape')
    await expect(page.getByRole('button', { name: /Search or command.*Alt.*Y/ })).toBeVisible()
    const shown = await app.main.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => (menu.submenu?.items ?? []).map((item) => `${item.label} ${item.accelerator ?? ''}`)),
    )
    expect(shown).toContain('Find in article CommandOrControl+K')
    expect(shown).toContain('Search or command… Alt+Y')
    await app.close()
  })

  const again = await launchApp({ args: [project.folder], userData: app.userData })
  await test.step('and after a restart, until all are reset', async () => {
    const later = await Reading.of(again.page)
    await later.press('Alt+y')
    await expect(again.page.getByRole('dialog', { name: 'Search or command' })).toBeVisible()
    await later.press('Escape', '?')
    await again.page.getByRole('button', { name: 'Reset all keys' }).click()
    await expect(again.page.getByRole('button', { name: 'Reset all keys' })).toBeHidden()
    await later.press('Escape', 'Control+k')
    await expect(again.page.getByRole('dialog', { name: 'Search or command' })).toBeVisible()
    await again.close()
  })
})
