import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './desk.ts'

test('the sample project', async ({ desk }) => {
  const { page, app } = desk
  await desk.take('welcome', 'small')
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(desk.surface).toBeVisible()
  await desk.take('annotate')

  await desk.clickOn('deliver 40')
  await desk.take('inspector')

  await page.keyboard.press('F4')
  await desk.take('definition')
  await page.keyboard.press('F4')

  await desk.clickOn('reopens to freight')
  await desk.take('overlap')

  await desk.openArticle(/سهرانة/)
  await expect(desk.surface).toContainText('سترسل')
  await desk.clickOn('سترسل')
  await desk.take('arabic')
  await desk.openArticle(/Norvia offers Estal/)
  await expect(desk.surface).toContainText('deliver 40')
  await desk.clickOn('deliver 40')

  await desk.theme('dark')
  await desk.take('dark')
  await desk.theme('light')

  await page.keyboard.press('Control+k')
  await desk.take('palette', 'small')
  await page.keyboard.press('Escape')

  await page.keyboard.press('F1')
  await desk.take('keys', 'small')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+4')
  await desk.take('codebook')
  await page.getByRole('region', { name: 'Attributes' }).getByRole('button', { name: 'Commitment strength' }).click()
  await page.getByRole('button', { name: 'Merge Intention…' }).click()
  await expect(page.getByText(/annotations are concerned/)).toBeVisible()
  await desk.take('merge', 'small')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'The whole codebook' }).click()
  await page.keyboard.press('Control+1')

  const out = join(desk.home, 'Documents', 'Exports')
  await mkdir(out)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export annotation sets' })
  await app.main.answerDialog({ open: [out] })
  await dialog.getByLabel('Into').click()
  await dialog.getByLabel('As', { exact: true }).selectOption('csv')
  await expect(dialog.locator('figcaption').first()).toContainText('.csv')
  await desk.take('export', 'small')
  await dialog.getByRole('button', { name: /^Export/ }).click()
  await expect(page.getByRole('dialog', { name: 'Export receipt' })).toBeVisible()
  await desk.take('receipt', 'small')
})
