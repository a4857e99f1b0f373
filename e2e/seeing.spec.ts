import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'

const TALKS = `Norvia will deliver 40 ambulances to Estal by June. The two sides signed a memorandum.\n${'\nThe ferry line opened on Monday, and the port stayed shut.\n'.repeat(60)}`

test('a person sees what they want to see, and sets the text for their eyes', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const inMargin = page.locator('.reading-margin-label')
  await reading.find('will deliver 40 ambulances')
  await reading.press('p')
  await reading.find('signed a memorandum')
  await reading.press('a')
  await expect(inMargin).toHaveCount(2)

  await test.step('one label alone, none, and all again, by key', async () => {
    await reading.press('Alt+o')
    await expect(page.getByRole('button', { name: /Only Agreement \(1\)/ })).toBeVisible()
    await expect(inMargin).toHaveText([/Agreement/])
    await reading.press('Alt+4')
    await expect(inMargin).toHaveCount(0)
    await page.getByRole('button', { name: 'Show all again' }).click()
    await expect(inMargin).toHaveCount(2)
  })

  await test.step('what is recorded at the caret, by key and by resting the pointer', async () => {
    await reading.click('will deliver')
    await reading.press('Alt+i')
    const said = page.getByRole('status', { name: 'What is recorded here' })
    await expect(said).toContainText('Pledge')
    await expect(said).toContainText('Missing: ')
    await reading.press('Escape')
    await expect(said).toBeHidden()
    await expect(reading.surface).toBeFocused()
    await inMargin.filter({ hasText: 'Agreement' }).hover()
    const card = page.getByRole('tooltip', { name: 'What is recorded here' })
    await expect(card).toContainText('Agreement')
    await page.mouse.move(4, 4)
    await expect(card).toBeHidden()
  })

  await test.step('larger text in another font; it is so at the next start', async () => {
    await reading.surface.focus()
    await reading.press('Alt+t', 'Alt+t')
    await expect(reading.surface).toHaveCSS('font-size', '20px')
    await page.getByRole('button', { name: 'Text of articles' }).click()
    await page.getByRole('combobox', { name: 'Font' }).selectOption('accessible')
    await expect(reading.surface).toHaveCSS('font-family', /Atkinson/)
    await page.getByRole('button', { name: 'Wider column' }).click()
    await reading.press('Escape')
    await app.close()
    const again = await launchApp({ args: [project.folder], userData: app.userData })
    await expect(again.page.locator('.reading-text')).toHaveCSS('font-size', '20px')
  })
})
