import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures/launch-app.ts'
import { Workbench } from './screens/workbench.ts'

const run = promisify(execFile)

const ARTICLE = [
  ' date 2031-05-02 PORT KESH: Norvia will deliver 40 ambulances 🚑 to Estal by June if the port reopens, its foreign minister said on Friday.',
  '',
  'The two sides signed a memorandum on transport 👩‍👩‍👧‍👦 and agreed to meet again.',
  '',
  'A clinic in Estalville said the cafe\u0301 next door would stay open.',
  '',
].join('\n')

test('a person annotates an article, is cut off, finds everything there and exports it', async ({ launchApp }) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'concord-journey-')))
  const source = join(folder, 'source')
  const out = join(folder, 'out')
  await mkdir(source)
  await mkdir(out)
  await writeFile(join(source, 'ambulances.txt'), ARTICLE)

  const first = await launchApp()
  const bench = new Workbench(first)
  await test.step('makes a project with the starter codebook and adds the article', async () => {
    await bench.newProject({ name: 'Journey', folder, annotator: 'Ines Duarte' })
    await bench.addFiles([join(source, 'ambulances.txt')])
    await expect(bench.list.getByRole('button', { name: /Norvia will deliver/ })).toBeVisible()
    const report = first.page.getByRole('dialog')
    if (await report.isVisible()) await first.page.keyboard.press('Escape')
    await bench.openArticle(/Norvia will deliver/)
  })

  await test.step('labels three spans, two of them overlapping, with mouse and keyboard', async () => {
    await bench.selectWithMouse('will deliver 40 ambulances 🚑 to Estal by June')
    await first.page.keyboard.press('p')
    await bench.selectWithMouse('by June if the port reopens')
    await first.page.keyboard.press('v')
    await bench.selectWithKeyboard('signed a memorandum on transport 👩‍👩‍👧‍👦', ARTICLE)
    await first.page.keyboard.press('a')
    await expect(first.page.locator('footer').getByText('3 annotations')).toBeVisible()
  })

  await test.step('records who, and how firmly', async () => {
    await first.page.keyboard.press('Escape')
    await bench.clickOn('deliver 40')
    const { inspector } = bench
    await inspector.getByRole('combobox', { name: 'Actor' }).fill('Norvia')
    await first.page.keyboard.press('Enter')
    await inspector.getByText('Conditional', { exact: true }).click()
    await bench.saved()
  })

  await first.main.kill('SIGKILL')
  const second = await launchApp({ userData: first.userData })
  const again = new Workbench(second)
  await test.step('finds the same article open with everything there', async () => {
    await expect(second.page.locator('footer').getByText('3 annotations')).toBeVisible()
    await again.clickOn('deliver 40')
    await expect(again.inspector.getByText('Norvia').first()).toBeVisible()
    await expect(again.inspector.getByRole('radio', { name: 'Conditional' })).toBeChecked()
  })

  await test.step('exports, and the receipt holds', async () => {
    await second.page.keyboard.press('Control+e')
    const dialog = second.page.getByRole('dialog', { name: 'Export annotation sets' })
    await second.main.answerDialog({ open: [out] })
    await dialog.getByLabel('Into').click()
    await dialog.getByRole('button', { name: /^Export/ }).click()
    const receipt = second.page.getByRole('dialog', { name: 'Export receipt' })
    await expect(receipt.getByText('Read back from disk and compared: the same.')).toBeVisible()
    await expect(receipt.getByText('3', { exact: true })).toBeVisible()
  })

  await test.step('python cuts the same quotes out of the article', async () => {
    const [file] = await readdir(out)
    if (file === undefined) throw new Error('nothing was exported')
    const records = (await readFile(join(out, file), 'utf8')).trimEnd().split('\n').map((line): { quote: string; annotator: string } => JSON.parse(line))
    expect(records.map(({ quote }) => quote)).toEqual([
      'will deliver 40 ambulances 🚑 to Estal by June',
      'by June if the port reopens',
      'signed a memorandum on transport 👩‍👩‍👧‍👦',
    ])
    const checker = join(import.meta.dirname, 'tools/check_offsets.py')
    const { stdout } = await run('python3', [checker, join(out, file), join(folder, 'Journey', 'articles')])
    expect(stdout.trim()).toBe('3')
    expect(await readFile(join(folder, 'Journey', 'articles', 'ambulances.txt'), 'utf8')).toBe(ARTICLE)
  })
})
