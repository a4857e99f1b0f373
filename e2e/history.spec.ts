import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Workbench } from './screens/workbench.ts'

const TALKS = 'Norvia will reopen the port.\n\nEstal refused to sign the protocol.\n\nBoth sides agreed to meet again.\n'

test('a person deletes everything, comes back the next day, looks at what was there, and has it again; and a backup besides', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  for (const [words, key] of [['will reopen the port', 'p'], ['refused to sign the protocol', 'r']] as const) {
    await bench.selectWithMouse(words)
    await app.page.keyboard.press(key)
  }
  await expect(app.page.locator('footer').getByText('2 annotations')).toBeVisible()
  await app.page.keyboard.press('Control+Shift+B')
  const backups = app.page.getByRole('dialog', { name: 'Backups' })
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups.getByText('Backed up, and read back.')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await bench.surface.focus()
  await app.page.keyboard.press('Alt+Shift+L')
  await app.page.keyboard.press('Delete')
  await expect(app.page.locator('footer').getByText('No annotations').or(app.page.locator('footer').getByText('0 annotations'))).toBeVisible()
  await bench.saved()
  await app.close()

  const again = await launchApp({ userData: app.userData })
  const next = new Workbench(again)
  await expect(next.surface).toContainText('reopen the port')
  await again.page.keyboard.press('Control+Shift+H')
  const history = again.page.getByRole('dialog', { name: 'Earlier states' })
  await history.getByRole('list', { name: 'Steps, the latest first' }).getByRole('button').first().click()
  await expect(history.getByRole('list', { name: 'What was otherwise' }).getByRole('listitem')).toHaveCount(2)
  await history.getByRole('checkbox', { name: /refused to sign/ }).check()
  await history.getByRole('button', { name: 'Restore 1 annotation' }).click()
  await expect.poll(() => project.marked('talks.txt')).toEqual(['refusal: refused to sign the protocol'])
  await again.page.keyboard.press('Control+z')
  await expect.poll(() => project.marked('talks.txt')).toEqual([])
  // The deletion itself is taken back too, although the app was closed since.
  await again.page.keyboard.press('Control+z')
  await expect.poll(async () => (await project.marked('talks.txt')).length).toBe(2)

  await again.page.keyboard.press('Control+Shift+B')
  await again.page.getByRole('button', { name: 'Restore…' }).click()
  await again.page.getByRole('button', { name: 'Open it' }).click()
  await expect(next.surface).toContainText('reopen the port')
  await expect(again.page.locator('footer').getByText('2 annotations')).toBeVisible()
  await again.close()
})
