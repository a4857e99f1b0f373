import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ADAPTERS } from '../src/core/formats/adapters.ts'

const root = join(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'docs/user-guide.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'concord-guide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

function run(command: string, ...args: string[]) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
}

describe('the user guide', () => {
  it('has Python that reads the exports of the sample project and finds every quote', () => {
    cpSync(join(root, 'samples/pledges'), join(folder, 'Port talks 2031'), { recursive: true })
    for (const format of ['jsonl', 'csv']) {
      const made = run(process.execPath, join(root, 'src/cli/index.ts'), 'export', 'Port talks 2031', '--format', format, '--out', format, '--json')
      expect(made.status, made.stderr).toBe(0)
      const receipt: { files: { name: string }[] } = JSON.parse(made.stdout)
      cpSync(join(folder, format, receipt.files[0]?.name ?? ''), join(folder, `Port-talks-2031-annotations.${format}`))
    }
    const snippets = [...guide.matchAll(/```python\n(.*?)```/gs)].map(([, code = '']) => run('python3', '-c', code))
    expect(snippets.map(({ status, stderr }) => ({ status, stderr }))).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ])
    const [lines, table] = snippets
    const count = Number(/^(\d+) annotations/.exec(lines?.stdout ?? '')?.[1])
    expect(count).toBeGreaterThan(100)
    expect(table?.stdout.trimEnd().split('\n').filter((line) => /(True|False)$/.test(line))).toHaveLength(count)
  }, 60_000)
})

describe('tables in the docs', () => {
  it('the guide has a row for every command, and one only', () => {
    const [, list = ''] = /Commands\n(.*?)\n\n/s.exec(run(process.execPath, join(root, 'src/cli/index.ts'), '--help').stdout) ?? []
    const commands = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name)
    expect(commands.length).toBeGreaterThan(5)
    const [, chapter = ''] = guide.split('\n## The command line\n')
    const [part = ''] = chapter.split('\n## ')
    const rows = [...part.matchAll(/^\| `(\w+) /gm)].map(([, name]) => name)
    expect(rows.toSorted()).toEqual(commands.toSorted())
  })

  it('docs/formats.md names every format', () => {
    const page = readFileSync(join(root, 'docs/formats.md'), 'utf8')
    expect(ADAPTERS.filter(({ name }) => !page.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([])
  })
})

describe('links in the docs', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/user-guide.md', 'docs/walk-through.md', 'docs/file-format.md', 'docs/architecture.md', 'docs/codebook.md', 'docs/formats.md', 'docs/agreement.md', 'docs/adr/README.md']
  it.each(pages)('%s leads only to files that are there', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].flatMap(([, target = '']) => (/^[a-z]+:/.test(target) ? [] : [target]))
    for (const target of links) expect(existsSync(join(root, page, '..', target)), `${page}: ${target}`).toBe(true)
  })
})
