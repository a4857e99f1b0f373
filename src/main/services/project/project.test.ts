import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../../core/codebook/empty.ts'
import { pledgesAndAgreements } from '../../../core/codebook/starter.ts'
import { createDisk, nodeDisk } from '../disk/disk.ts'
import { nodeOps } from '../disk/node-ops.ts'
import { sha256 } from '../hash.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { readCodebook } from './codebook-files.ts'
import { createProject } from './create-project.ts'
import { readCodebookFile } from './read-codebook-file.ts'
import { readProject, saveCodebookVersion } from './read-project.ts'

const newFolder = temporaryFolders()
const codebook = emptyCodebook('Mine', 'mine')
const make = async (name = 'Trade talks', parent?: string) =>
  createProject(nodeDisk, parent ?? (await newFolder()), { name, codebook, environment: testEnvironment() })

async function made(): Promise<string> {
  const result = await make()
  if (!result.ok) throw new Error(result.error.message)
  return result.value.folder
}

describe('createProject', () => {
  it('makes a folder that opens as a project', async () => {
    const folder = await made()
    expect(folder.endsWith('/Trade talks')).toBe(true)
    expect((await readdir(folder)).toSorted()).toEqual(['articles', 'codebook', 'codebook.json', 'concord.json'])
    const opened = await readProject(nodeDisk, folder)
    expect(opened).toMatchObject({
      ok: true,
      value: {
        codebook,
        readOnly: null,
        problems: [],
        project: { name: 'Trade talks', created: expect.stringMatching(/^2031-/) },
      },
    })
    const bytes = await readFile(join(folder, 'codebook.json'), 'utf8')
    expect(opened.ok && opened.value.project.codebook).toBe(sha256(bytes))
    expect(await readdir(join(folder, 'codebook'))).toEqual([`${sha256(bytes)}.json`])
  })

  it.each([
    ['a/b: c?', 'a_b_ c_'],
    ['con', '_con'],
    ['..', '_'],
    ['合意', '合意'],
    ['合'.repeat(100), '合'.repeat(60)],
  ])('makes a folder name of %j', async (name, folder) => {
    const result = await make(name)
    expect(result.ok && result.value.folder.endsWith(`/${folder}`)).toBe(true)
    expect(result.ok && result.value.project.name).toBe(name)
  })

  it('refuses a folder that holds something, and a name of nothing', async () => {
    const parent = await newFolder()
    await mkdir(join(parent, 'Taken'))
    await writeFile(join(parent, 'Taken', 'x'), '')
    expect(await make('Taken', parent)).toMatchObject({ ok: false, error: { code: 'project.taken' } })
    expect((await make('Twice', parent)).ok).toBe(true)
    expect(await make('Twice', parent)).toMatchObject({
      ok: false,
      error: { code: 'project.taken', message: expect.stringContaining('already') },
    })
    expect(await make(' ', parent)).toMatchObject({ ok: false, error: { code: 'project.name' } })
  })

  it('is there after a power cut', async () => {
    const { disk, powerCut } = createForgetfulDisk(testEnvironment())
    await createProject(disk, '/home', { name: 'P', codebook: pledgesAndAgreements, environment: testEnvironment() })
    powerCut()
    expect(await readProject(disk, '/home/P')).toMatchObject({
      ok: true,
      value: { codebook: { id: 'pledges-and-agreements' } },
    })
    expect(await disk.stat('/home/P/articles')).toMatchObject({ ok: true, value: { kind: 'folder' } })
  })
})

describe('readProject', () => {
  it('says what is no project, and the line of what is broken', async () => {
    expect(await readProject(nodeDisk, await newFolder())).toMatchObject({ ok: false, error: { code: 'project.none' } })
    const folder = await made()
    const file = join(folder, 'concord.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"name"', 'name'))
    expect(await readProject(nodeDisk, folder)).toMatchObject({
      ok: false,
      error: { code: 'file.json', where: { file: 'concord.json', line: 5 } },
    })
    await writeFile(file, text.replace('"Trade talks"', '7'))
    expect(await readProject(nodeDisk, folder)).toMatchObject({
      ok: false,
      error: { code: 'file.schema', where: { file: 'concord.json', line: 5 } },
    })
  })

  it('opens a newer format read-only, and changes nothing in it', async () => {
    const folder = await made()
    const file = join(folder, 'concord.json')
    const newer = (await readFile(file, 'utf8')).replace('"version": 1', '"version": 2,\n  "novelty": true')
    await writeFile(file, newer)
    const opened = await readProject(nodeDisk, folder)
    expect(opened).toMatchObject({ ok: true, value: { readOnly: expect.stringContaining('newer Concord') } })
    if (!opened.ok) return
    const saved = await saveCodebookVersion(nodeDisk, opened.value, {
      ...codebook,
      parent: opened.value.project.codebook,
    })
    expect(saved).toMatchObject({ ok: false, error: { code: 'project.readOnly' } })
    expect(await readFile(file, 'utf8')).toBe(newer)
  })

  it('opens read-only where the disk cannot be written to', async () => {
    const folder = await made()
    const disk = createDisk(
      failingOps(nodeOps, (call) => (call === 'create' || call === 'makeFolder' ? 'EROFS' : null)),
      testEnvironment(),
    )
    expect(await readProject(disk, folder)).toMatchObject({
      ok: true,
      value: { readOnly: expect.stringContaining('cannot be written to') },
    })
  })

  it('goes by the version, and says when codebook.json is another', async () => {
    const folder = await made()
    await writeFile(join(folder, 'codebook.json'), '{}')
    expect(await readProject(nodeDisk, folder)).toMatchObject({
      ok: true,
      value: { codebook, problems: [{ code: 'codebook.current' }] },
    })
  })
})

describe('codebook versions', () => {
  it('are kept, each under its hash, with the new one in force', async () => {
    const folder = await made()
    const opened = await readProject(nodeDisk, folder)
    if (!opened.ok) throw new Error(opened.error.message)
    const next = { ...codebook, parent: opened.value.project.codebook, change: 'Renamed', name: 'Ours' }
    const saved = await saveCodebookVersion(nodeDisk, opened.value, next)
    expect(saved.ok).toBe(true)
    const again = await readProject(nodeDisk, folder)
    expect(again).toMatchObject({ ok: true, value: { codebook: { name: 'Ours' }, problems: [] } })
    expect(await readCodebook(nodeDisk, folder, opened.value.project.codebook)).toEqual({ ok: true, value: codebook })
    expect(await readCodebookFile(nodeDisk, folder, testEnvironment())).toMatchObject({ ok: true, value: { name: 'Ours' } })
    expect(await saveCodebookVersion(nodeDisk, opened.value, next)).toMatchObject({
      ok: false,
      error: { code: 'file.changed' },
    })
    if (saved.ok)
      expect(await saveCodebookVersion(nodeDisk, saved.value, next)).toMatchObject({
        ok: false,
        error: { code: 'codebook.parent' },
      })
  })

  it('are refused when their content does not have their hash', async () => {
    const folder = await made()
    const [name = ''] = await readdir(join(folder, 'codebook'))
    const file = join(folder, 'codebook', name)
    await writeFile(file, (await readFile(file, 'utf8')).replace('Mine', 'Yours'))
    expect(await readProject(nodeDisk, folder)).toMatchObject({
      ok: false,
      error: { code: 'codebook.hash', where: { file: `codebook/${name}` } },
    })
  })
})
