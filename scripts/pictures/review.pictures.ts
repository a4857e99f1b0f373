import { expect, test } from './desk.ts'

test('several people', async ({ desk }) => {
  const { page } = desk
  await page.getByRole('button', { name: /^Try the sample project/ }).click()
  await expect(desk.surface).toBeVisible()

  await page.keyboard.press('Control+2')
  await expect(page.getByRole('columnheader', { name: 'Tomas Berg' })).toBeVisible()
  await desk.take('matrix', 'small')
  await page.getByRole('button', { name: /^Norvia offers Estal/ }).click()
  await expect(page.getByRole('listbox', { name: 'Differences' })).toBeFocused()
  await page.getByRole('option', { name: /^Label differs.*is to train 120 paramedics/ }).click()
  await desk.take('review')
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Accept it as it is' })).toBeVisible()
  await desk.take('one-set', 'small')

  await page.keyboard.press('Control+3')
  await expect(page.getByTestId('f1_strict')).toHaveText(/^\d\.\d\d$/)
  await desk.take('agreement')

  await page.keyboard.press('Control+Alt+r')
  await page.getByRole('dialog', { name: 'Rounds' }).getByRole('button', { name: 'New round…' }).click()
  const form = page.getByRole('dialog', { name: 'New round' })
  await form.getByLabel('Seed of the lot').fill('2031')
  for (const name of ['Ines Duarte', 'Tomas Berg']) await form.getByRole('checkbox', { name }).check()
  await form.getByLabel('Coded by several, in %').fill('100')
  await form.getByRole('button', { name: 'Make round' }).click()
  await expect(page.getByRole('button', { name: 'Open in Agreement' })).toBeVisible()
  await desk.take('rounds', 'small')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Alt+p')
  await expect(page.getByRole('dialog', { name: 'Export a bundle' })).toBeVisible()
  await desk.take('bundle', 'small')
})
