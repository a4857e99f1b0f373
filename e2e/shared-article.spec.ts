import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findNode, root } from '../scripts/lib/runtime.mjs'
import { expect, test } from './fixtures/launch-app.ts'
import { RecordForm } from './screens/record.ts'
import { Workbench } from './screens/workbench.ts'

const run = promisify(execFile)

const FILE = join(root, '../shared/articles/000_dccddef7b495acfe.txt')

interface ExportedRecord {
  readonly quote: string
  readonly label: string
  readonly article: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Words to find the span by, from its first to its last, and the label's key; by the starter codebook's decision rules. */
const SPANS = [
  { from: 'upgraded ties', to: '"new level"', key: 'a', label: 'agreement' },
  { from: 'pledged to create', to: 'community', key: 'p', label: 'pledge' },
  { from: 'is helping fund', to: 'into the hinterland', key: 'e', label: 'evidence' },
  { from: 'signed 20 documents', to: '20 documents', key: 'a', label: 'agreement' },
  { from: 'promised that his', to: 'external debt', key: 'p', label: 'pledge' },
  { from: 'continue to uphold', to: 'basic principles', key: 'v', label: 'provision' },
  { from: 'would deepen peace', to: 'security exchanges', key: 'v', label: 'provision' },
  { from: 'can cooperate with', to: 'medical and health industry', key: 'v', label: 'provision' },
] as const

test.skip(!existsSync(FILE), 'The article of ../shared/articles is not beside this checkout, so it was not annotated in this run.')

test('a person annotates the wire article from Beijing and a program finds every quote', async ({ launchApp }) => {
  const text = await readFile(FILE, 'utf8')
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'concord-wire-')))
  const app = await launchApp()
  const bench = new Workbench(app)

  await test.step('reads its header as date and dateline', async () => {
    await bench.newProject({ name: 'Wire', folder, annotator: 'Ines Duarte' })
    await bench.addFiles([FILE])
    await bench.openArticle(/China and Kenya announced/)
    await expect(app.page.getByText('BEIJING', { exact: true })).toBeVisible()
    await expect(app.page.getByText('24 Apr 2025').first()).toBeVisible()
  })

  const quotes = SPANS.map(({ from, to, label }) => {
    const start = text.indexOf(from)
    const end = text.indexOf(to, start) + to.length
    expect(start).toBeGreaterThan(0)
    return { quote: text.slice(start, end), label }
  })
  await test.step('marks eight spans', async () => {
    for (const [index, { key }] of SPANS.entries()) {
      await bench.selectWithMouse(quotes[index]?.quote ?? '')
      await app.page.keyboard.press(key)
      await expect(app.page.locator('footer').getByText(`${index + 1} annotation`)).toBeVisible()
    }
  })

  await test.step('records who upgraded the ties and who pledged, at which stage and how firmly', async () => {
    const form = new RecordForm(app.page)
    await app.page.keyboard.press('Escape')
    await bench.clickOn('upgraded ties')
    for (const name of ['China', 'Kenya']) await form.choose('Actor', name, new RegExp(`^${name}`))
    await form.choose('Stage of the agreement', 'in force', /^In force/)
    await bench.clickOn('pledged to create')
    for (const name of ['China', 'Kenya']) await form.choose('Actor', name, new RegExp(`^${name}`))
    await form.value('Commitment strength', 'Firm').click()
  })

  await test.step('marks the article done, although values are missing', async () => {
    await app.page.keyboard.press('Control+Enter')
    await app.page.getByRole('dialog').getByRole('button', { name: 'Mark done anyway' }).click()
    await expect(bench.list.getByRole('button', { name: /^Done .*China and Kenya/ })).toBeVisible()
    await bench.saved()
  })

  await test.step('exports from the window and from the command line, the same', async () => {
    const [window, line] = [join(folder, 'window'), join(folder, 'line')]
    await mkdir(window)
    await mkdir(line)
    await app.page.keyboard.press('Control+e')
    const dialog = app.page.getByRole('dialog', { name: 'Export annotation sets' })
    await app.main.answerDialog({ open: [window] })
    await dialog.getByLabel('Into').click()
    await dialog.getByRole('button', { name: /^Export/ }).click()
    await expect(app.page.getByRole('dialog', { name: 'Export receipt' }).getByText('Read back from disk and compared: the same.')).toBeVisible()
    await app.close()

    const node = findNode()
    if (node === null) throw new Error('no Node')
    const project = join(folder, 'Wire')
    await run(node, [join(root, 'src/cli/index.ts'), 'export', project, '--format', 'jsonl', '--out', line])
    await run(node, [join(root, 'src/cli/index.ts'), 'validate', project])
    const read = async (where: string) => {
      const [file] = await readdir(where)
      return { path: join(where, file ?? ''), text: await readFile(join(where, file ?? ''), 'utf8') }
    }
    const exported = await read(window)
    expect((await read(line)).text).toBe(exported.text)
    const records = exported.text.trimEnd().split('\n').map((one): ExportedRecord => JSON.parse(one))
    expect(records.map(({ quote, label }) => ({ quote, label }))).toEqual(quotes)

    const both = [{ name: 'China', code: 'CHN' }, { name: 'Kenya', code: 'KEN' }]
    expect(records[0]?.attributes).toMatchObject({ actor: { value: both }, agreement_stage: { value: 'in_force' } })
    expect(records[1]?.attributes).toMatchObject({ actor: { value: both }, commitment_strength: { value: 'firm' } })
    expect(records.map(({ attributes }) => attributes['statement_date'])).toContainEqual({ state: 'default', value: { start: '2025-04-24', precision: 'day' } })

    const checker = join(import.meta.dirname, 'tools/check_offsets.py')
    const { stdout } = await run('python3', [checker, exported.path, join(project, 'articles')])
    expect(stdout.trim()).toBe(String(SPANS.length))
    expect(await readFile(join(project, 'articles', records[0]?.article ?? ''), 'utf8')).toBe(text)
  })
})
