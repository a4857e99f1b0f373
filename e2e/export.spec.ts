import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../scripts/lib/runtime.mjs'
import { expect, test } from './fixtures/folders.ts'
import { Articles } from './screens/articles.ts'
import { ExportDialog } from './screens/export-dialog.ts'
import type { ReadReceipt } from './screens/export-dialog.ts'
import { Workbench } from './screens/workbench.ts'

const run = promisify(execFile)

interface Line {
  readonly article: string
  readonly annotator: string
  readonly quote: string
}

const linesOf = async (path: string): Promise<Line[]> =>
  (await readFile(path, 'utf8')).trimEnd().split('\n').map((line): Line => JSON.parse(line))

/** The checksum as another program makes it. */
async function expectChecksum(folder: string, { file, sha256 }: ReadReceipt): Promise<void> {
  const script = 'import hashlib,sys; print(hashlib.sha256(open(sys.argv[1],"rb").read()).hexdigest())'
  const { stdout } = await run('python3', ['-c', script, join(folder, file)])
  expect(sha256).toBe(stdout.trim())
}

test('a person exports an article, a filtered list and the project, and every receipt holds', async ({ launchApp, desk }) => {
  const project = join(desk, 'sample')
  const out = join(desk, 'out')
  await cp(join(root, 'samples', 'pledges'), project, { recursive: true })
  await mkdir(out)
  await writeFile(join(out, 'own.txt'), 'mine')
  // Whoever exports here codes nothing: in a blind project they would get nobody's sets.
  const marker = join(project, 'concord.json')
  await writeFile(marker, JSON.stringify({ ...JSON.parse(await readFile(marker, 'utf8')), blind: false }))
  const app = await launchApp({ args: [project] })
  const bench = new Workbench(app)
  const articles = new Articles(app)
  const exporting = new ExportDialog(app)
  await expect(bench.surface).toBeVisible()

  const whole = await test.step('the whole project as JSON Lines', async () => {
    const receipt = await exporting.run({ articles: /^The whole project/, format: 'Concord JSON Lines', into: out })
    const lines = await linesOf(join(out, receipt.file))
    expect(lines.length).toBeGreaterThanOrEqual(100)
    const sets = (await readdir(join(project, 'annotations'), { recursive: true })).filter((name) => name.endsWith('.json'))
    expect(receipt.counts).toEqual({
      Annotations: lines.length,
      // One was read and has nothing to mark: a set without a line.
      Articles: new Set(sets.map((name) => name.slice(name.indexOf('/')))).size,
      Annotators: new Set(lines.map(({ annotator }) => annotator)).size,
    })
    expect(receipt.omitted).toContainEqual(expect.stringMatching(/^statuses of annotation sets \d+$/))
    await expectChecksum(out, receipt)
    const { stdout } = await run('python3', [join(root, 'e2e/tools/check_offsets.py'), join(out, receipt.file), join(project, 'articles')])
    expect(stdout.trim()).toBe(String(lines.length))
    return { receipt, lines }
  })

  await test.step('the same as CSV, with as many rows', async () => {
    const receipt = await exporting.run({ articles: /^The whole project/, format: 'CSV tables', into: out })
    expect(receipt.counts).toMatchObject(whole.receipt.counts)
    const tables = join(out, 'Sample-the-Kesh-Strait-pledges-csv')
    await expectChecksum(tables, receipt)
    const script = 'import csv,sys; rows=list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline=""))); print(len(rows)); print(*sorted(row["quote"] for row in rows), sep="\\x1f", end="")'
    const { stdout } = await run('python3', ['-c', script, join(tables, receipt.file)])
    const at = stdout.indexOf('\n')
    expect(Number(stdout.slice(0, at))).toBe(whole.lines.length)
    expect(stdout.slice(at + 1).split('\x1f').toSorted()).toEqual(whole.lines.map(({ quote }) => quote).toSorted())
  })

  await test.step('only the article that is open', async () => {
    await articles.filter.fill('estal-suspends-waiver')
    await expect(articles.rows).toHaveCount(1)
    const [title = ''] = await articles.titles()
    await app.page.keyboard.press('Enter')
    await expect(articles.header).toContainText(title)
    await articles.filter.fill('')
    const receipt = await exporting.run({ articles: /^This article/, format: 'Concord JSON Lines', into: out })
    const lines = await linesOf(join(out, receipt.file))
    expect(lines).toEqual(whole.lines.filter(({ article }) => article === 'wire/2031-10-08-estal-suspends-waiver.txt'))
    expect(lines.length).toBeGreaterThan(0)
    await expectChecksum(out, receipt)
  })

  await test.step('the articles of the filtered list', async () => {
    await articles.filter.fill('ambulances')
    const shown = await articles.rows.locator('button').evaluateAll((rows) => rows.map((row) => row.getAttribute('title') ?? ''))
    expect(shown.length).toBeGreaterThan(1)
    const receipt = await exporting.run({ articles: new RegExp(`^The ${shown.length} articles in the filtered list`), format: 'Concord JSON Lines', into: out })
    expect(await linesOf(join(out, receipt.file))).toEqual(whole.lines.filter(({ article }) => shown.includes(article)))
  })

  await test.step('nothing that was there is overwritten', async () => {
    expect(await linesOf(join(out, whole.receipt.file))).toEqual(whole.lines)
    await expectChecksum(out, whole.receipt)
    expect(await readFile(join(out, 'own.txt'), 'utf8')).toBe('mine')
    expect(await readdir(out)).toHaveLength(5)
  })
  await app.close()
})

test('a person exports for another tool, sees beforehand what will be written, and goes to what could not be held', async ({ launchApp, desk }) => {
  const project = join(desk, 'sample')
  const out = join(desk, 'out')
  await cp(join(root, 'samples', 'pledges'), project, { recursive: true })
  await mkdir(out)
  const marker = join(project, 'concord.json')
  await writeFile(marker, JSON.stringify({ ...JSON.parse(await readFile(marker, 'utf8')), blind: false }))
  const app = await launchApp({ args: [project] })
  const exporting = new ExportDialog(app)
  const dialog = app.page.getByRole('dialog', { name: 'Export annotation sets' })
  await expect(new Workbench(app).surface).toBeVisible()

  await app.page.keyboard.press('Control+e')
  await dialog.getByLabel('As', { exact: true }).selectOption('doccano JSON Lines')
  await dialog.getByLabel('Shape').selectOption('Spans only')
  await dialog.getByRole('radio', { name: 'Only some' }).check()
  for (const name of ['Provision', 'Consultation', 'Demand']) await dialog.getByRole('checkbox', { name, exact: true }).uncheck()
  const preview = dialog.getByRole('region', { name: 'What will be written' })
  await expect(preview.locator('pre').first()).toContainText('"label":')
  await expect(preview).toHaveAttribute('aria-busy', 'false')
  const shown = await preview.locator('pre').first().innerText()
  await app.main.answerDialog({ open: [out] })
  await dialog.getByLabel('Into').click()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()

  await expect(exporting.receipt.getByText('Read back from disk and compared: the same.')).toBeVisible({ timeout: 15_000 })
  const [written = ''] = await readdir(out)
  const file = await exporting.receipt.getByRole('table').getByRole('cell').first().innerText()
  const text = await readFile(written === file ? join(out, file) : join(out, written, file), 'utf8')
  expect(text.startsWith(shown.slice(0, 200))).toBe(true)
  expect(text).not.toContain('"Demand"')
  await exporting.receipt.locator('summary', { hasText: 'values of attributes' }).click()
  const place = exporting.receipt.getByRole('button', { name: /, “/ }).first()
  const name = (await place.innerText()).split('“')[1]?.slice(0, 8) ?? '?'
  await place.click()
  await expect(exporting.receipt).toBeHidden()
  await expect(new Workbench(app).surface).toContainText(name)
  expect((await readdir(out)).filter((each) => each.startsWith('.'))).toEqual([])

  await app.page.keyboard.press('Control+e')
  await expect(dialog.getByLabel('As', { exact: true })).toHaveValue('doccano-jsonl')
  await app.page.keyboard.press('Escape')
  await app.close()
})
