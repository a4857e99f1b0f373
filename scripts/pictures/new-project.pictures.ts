import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './desk.ts'

const ARTICLES = [
  'wire/2031-03-04-ambulances-for-estal.txt',
  'wire/2031-06-21-first-ambulances-arrive.txt',
  'wire/2031-10-08-estal-suspends-waiver.txt',
  'speeches/2031-04-02-ketrin-to-the-assembly.md',
]

const DETAILS = [
  'path,title,date,outlet,link',
  '2031-03-04-ambulances-for-estal.txt,Norvia offers Estal 40 ambulances if the port reopens,2031-03-04,Littoral Press Agency,https://lpa.example/2031/03/04',
  '2031-06-21-first-ambulances-arrive.txt,First 22 ambulances reach Estalport,21 June 2031,Littoral Press Agency,https://lpa.example/2031/06/21',
  '2031-10-08-estal-suspends-waiver.txt,Estal suspends its waiver of transit dues,08/10/2031,Littoral Press Agency,',
  'ketrin.md,The lamp at the end of the mole,2031-04-02,,',
]

test('a new project', async ({ desk }) => {
  const { page, app, inspector } = desk
  const source = await desk.sourceFolder('Downloads', ARTICLES)
  await copyFile(join(source, '2031-03-04-ambulances-for-estal.txt'), join(source, 'ambulances-copy.txt'))
  await writeFile(join(source, 'report.pdf.txt'), '%PDF-1.7')
  await writeFile(join(source, 'letter.txt'), Buffer.from('The caf\u00e9 next to the clinic in Estalville will stay open, its owner promised.\n', 'latin1'))
  const documents = join(desk.home, 'Documents')

  await test.step('made', async () => {
    await page.getByRole('button', { name: /^New project/ }).click()
    const dialog = page.getByRole('dialog', { name: 'New project' })
    await dialog.getByLabel('Project name').fill('Port talks 2031')
    await app.main.answerDialog({ open: [documents] })
    await dialog.getByLabel('Where').click()
    await dialog.getByLabel('Your name').fill('Ines Duarte')
    await desk.take('new-project', 'small')
    await dialog.getByRole('button', { name: 'Create project' }).click()
    await expect(dialog).toBeHidden()
    await desk.take('empty-project', 'small')
  })

  await test.step('articles added', async () => {
    const names = [...ARTICLES.map((path) => path.split('/').at(-1) ?? path), 'ambulances-copy.txt', 'report.pdf.txt', 'letter.txt']
    await desk.addFiles(names.map((name) => join(source, name)))
    await expect(page.getByRole('dialog', { name: 'Articles added' })).toBeVisible()
    await desk.take('added', 'small')
    await page.getByRole('button', { name: 'Continue' }).click()
  })

  await test.step('details from a table', async () => {
    const table = join(source, 'details.csv')
    await writeFile(table, `${DETAILS.join('\n')}\n`)
    await app.main.answerDialog({ open: [table] })
    await page.keyboard.press('Control+Shift+I')
    const dialog = page.getByRole('dialog', { name: /^Article details from/ })
    await expect(dialog).toBeVisible()
    await desk.take('details', 'small')
    await dialog.getByRole('button', { name: /^Change/ }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  await test.step('words selected, then labelled', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await desk.openArticle(/Norvia offers Estal/)
    await desk.selectWithMouse('will deliver 40 ambulances to Estal by the end of June if')
    for (let word = 0; word < 7; word += 1) await page.keyboard.press('Shift+Control+ArrowRight')
    await desk.take('selecting')
    await page.keyboard.press('p')
    await desk.selectWithMouse('signed a memorandum on medical transport')
    await page.keyboard.press('a')
    await desk.selectWithMouse('is to train 120 paramedics at its naval hospital in Brennvik')
    await page.keyboard.press('v')
    await desk.saved()
    await page.mouse.wheel(0, -5000)
    await expect.poll(() => desk.surface.evaluate((text) => text.getBoundingClientRect().top)).toBeGreaterThan(0)
    await desk.take('labelled')
  })

  await test.step('values recorded', async () => {
    await page.keyboard.press('Escape')
    await desk.clickOn('deliver 40')
    await inspector.getByRole('combobox', { name: 'Actor' }).fill('Norvia')
    await page.keyboard.press('Enter')
    await inspector.getByText('Conditional', { exact: true }).click()
    await desk.saved()
    await desk.take('recording')
  })

  await test.step('filled in in the grid', async () => {
    await page.keyboard.press('Control+j')
    await expect(page.getByRole('grid')).toBeVisible()
    await page.keyboard.press('Control+Home')
    for (let column = 0; column < 3; column += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await desk.take('grid')
    await page.keyboard.press('Control+j')
  })

  await test.step('marked done', async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: /^Mark as done/ })).toBeVisible()
    await desk.take('done', 'small')
    await page.keyboard.press('Escape')
  })

  await test.step('a word found', async () => {
    await page.keyboard.press('Control+f')
    await page.getByLabel('Find in this article').fill('port')
    await desk.take('find', 'small')
    await page.keyboard.press('Escape')
  })

})
