import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolders } from '../main/services/testing/temporary-folder.ts'
import { concord, startConcord } from './testing.ts'

const newFolder = temporaryFolders()
let cwd = ''

beforeEach(async () => {
  cwd = await newFolder()
})

const make = (...more: string[]) =>
  concord(cwd, 'new', 'talks', '--name', 'Trade talks', '--annotator', 'Ana Sousa', ...more)

describe('concord', () => {
  it('explains itself', async () => {
    const help = await concord(cwd, '--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const name of ['new', 'add', 'validate', 'export']) expect(help.stdout).toContain(`\n  ${name} `)
    for (const name of ['new', 'add', 'validate', 'export']) {
      const one = await concord(cwd, name, '--help')
      expect(one).toMatchObject({ code: 0, stderr: '' })
      expect(one.stdout).toContain(`concord ${name} DIR`)
      expect(one.stdout).toContain('--json')
    }
    expect((await concord(cwd, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [[]],
    [['paint']],
    [['new']],
    [['validate', 'a', 'b']],
    [['add', 'talks']],
    [['add', 'talks', 'a.txt', '--force']],
  ])('says on stderr what it did not understand in %j', async (args) => {
    const ran = await concord(cwd, ...args)
    expect(ran.code).toBe(2)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(/concord/)
  })

  it('says so in JSON too', async () => {
    const ran = await concord(cwd, 'paint', '--json')
    expect(ran.code).toBe(2)
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining('paint') }] })
  })
})

describe('concord as a process of its own', () => {
  it('ends with the code, says the same on the same streams, and takes paths from where it was started', async () => {
    expect(startConcord(cwd, 'new', 'talks', '--name', 'Talks', '--annotator', 'Ana')).toMatchObject({ code: 0, stderr: '' })
    for (const args of [['validate', 'talks', '--json'], ['validate', 'nowhere'], ['paint']])
      expect(startConcord(cwd, ...args)).toEqual(await concord(cwd, ...args))
  })
})

describe('concord new', () => {
  it('makes a project with the starter codebook', async () => {
    const ran = await make('--codebook', 'pledges-and-agreements', '--json')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toMatchObject({
      ok: true,
      name: 'Trade talks',
      annotator: 'Ana Sousa',
      codebook: { name: 'Pledges and agreements' },
    })
    expect((await readdir(join(cwd, 'talks'))).toSorted()).toEqual([
      'articles',
      'codebook',
      'codebook.json',
      'concord.json',
    ])
    expect((await concord(cwd, 'validate', 'talks')).code).toBe(0)
  })

  it('takes an empty codebook, a codebook file, or that of another project under the same hash', async () => {
    expect((await make('--codebook', 'empty')).code).toBe(0)
    for (const [dir, source] of [
      ['b', 'talks/codebook.json'],
      ['c', 'talks'],
    ] as const) {
      expect((await concord(cwd, 'new', dir, '--name', dir, '--annotator', 'Ben', '--codebook', source)).code).toBe(0)
      expect(await readFile(join(cwd, dir, 'codebook.json'))).toEqual(await readFile(join(cwd, 'talks/codebook.json')))
      expect(await readdir(join(cwd, dir, 'codebook'))).toEqual(await readdir(join(cwd, 'talks/codebook')))
    }
  })

  it('refuses what cannot be, and makes nothing', async () => {
    await writeFile(join(cwd, 'broken.json'), '{\n  "format": nonsense\n}\n')
    const broken = await make('--codebook', 'broken.json')
    expect(broken.code).toBe(1)
    expect(broken.stderr).toContain(`${join(cwd, 'broken.json')}:2: `)
    expect((await make('--codebook', 'missing.json')).stderr).toContain('there is nothing at this place')
    expect((await concord(cwd, 'new', 'talks', '--annotator', 'Ana')).stderr).toContain('--name NAME is missing')
    expect((await concord(cwd, 'new', 'talks', '--name', 'Talks')).stderr).toContain('--annotator NAME is missing')
    expect(await readdir(cwd)).toEqual(['broken.json'])
    expect((await make()).code).toBe(0)
    const twice = await make()
    expect(twice.code).toBe(1)
    expect(twice.stderr).toContain('it is a project already')
  })
})

describe('concord add', () => {
  beforeEach(async () => {
    await make('--codebook', 'empty')
    await mkdir(join(cwd, 'corpus/2031'), { recursive: true })
    await writeFile(join(cwd, 'corpus/2031/a.txt'), '\ufeffFirst\r\ntext')
    await writeFile(join(cwd, 'corpus/b.md'), '# Second')
  })

  it('copies files and folders, byte by byte', async () => {
    await writeFile(join(cwd, 'c.txt'), Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))
    const ran = await concord(cwd, 'add', 'talks', 'corpus', 'c.txt', '--json')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const { added } = JSON.parse(ran.stdout) as { added: { path: string; notice: string | null }[] }
    expect(added.map(({ path }) => path)).toEqual(['corpus/2031/a.txt', 'corpus/b.md', 'c.txt'])
    expect(added[2]?.notice).toContain('Windows-1252')
    expect(await readFile(join(cwd, 'talks/articles/corpus/2031/a.txt'), 'utf8')).toBe('\ufeffFirst\r\ntext')
    expect((await concord(cwd, 'validate', 'talks')).code).toBe(0)
  })

  it('points out what is there already', async () => {
    await concord(cwd, 'add', 'talks', 'corpus')
    const ran = await concord(cwd, 'add', 'talks', 'corpus/b.md')
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('same text as corpus/b.md')
  })

  it('names each file that it refuses, adds the others, and fails', async () => {
    await writeFile(join(cwd, 'corpus/scan.pdf'), '%PDF-1.7')
    await writeFile(join(cwd, 'binary.txt'), Uint8Array.from([1, 0, 2, 0, 0]))
    const ran = await concord(cwd, 'add', 'talks', 'corpus', 'binary.txt', 'missing.txt')
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('2 added, 0 there already, 3 refused.')
    expect(ran.stderr).toMatch(/^corpus\/scan\.pdf: not added: .+\n {2}\S/m)
    expect(ran.stderr).toMatch(/^binary\.txt: not added: it holds binary data/m)
    expect(ran.stderr).toMatch(/^missing\.txt: not added/m)
  })

  it('refuses a folder that is no project', async () => {
    const ran = await concord(cwd, 'add', 'corpus', 'corpus/b.md')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('is not a Concord project')
  })
})
