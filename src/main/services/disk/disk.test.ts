import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../hash.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import type { FailureRule } from '../testing/failing-ops.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { createDisk, nodeDisk } from './disk.ts'
import { nodeOps } from './node-ops.ts'

const newFolder = temporaryFolders()

function failing(rule: FailureRule) {
  return createDisk(failingOps(nodeOps, rule), testEnvironment())
}

describe('writeAtomic', () => {
  it('writes, replaces what it expects, and leaves nothing beside', async () => {
    const folder = await newFolder()
    const path = join(folder, 'a', 'b', 'x.json')
    const first = await nodeDisk.writeAtomic(path, 'one\n', { expected: null })
    expect(first).toEqual({ ok: true, value: { sha256: sha256('one\n') } })
    const second = await nodeDisk.writeAtomic(path, 'two\n', { expected: sha256('one\n') })
    expect(second.ok).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('two\n')
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['x.json'])
  })

  it.each([
    ['changed', 'theirs', sha256('mine'), 'was changed'],
    ['there although it should not be', 'theirs', null, 'is there already'],
    ['gone', null, sha256('mine'), 'was removed'],
  ])('leaves a file alone that is %s', async (_, content, expected, words) => {
    const folder = await newFolder()
    const path = join(folder, 'x.json')
    if (content !== null) await writeFile(path, content)
    const written = await nodeDisk.writeAtomic(path, 'mine', { expected })
    expect(written).toMatchObject({ ok: false, error: { code: 'file.changed', where: { file: path } } })
    expect(written.ok ? '' : written.error.message).toContain(words)
    expect(await readdir(folder)).toEqual(content === null ? [] : ['x.json'])
    if (content !== null) expect(await readFile(path, 'utf8')).toBe(content)
  })

  it('keeps the permissions of the file', async () => {
    const path = join(await newFolder(), 'x.json')
    await writeFile(path, 'one')
    await chmod(path, 0o640)
    await nodeDisk.writeAtomic(path, 'two', { expected: undefined })
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  it.each([
    ['write', 'ENOSPC', 'disk.full'],
    ['sync', 'EIO', 'disk.failing'],
    ['rename', 'EBUSY', 'file.busy'],
    ['create', 'EROFS', 'disk.readonly'],
    ['readFile', 'EACCES', 'file.permission'],
  ])('keeps the old content when %s fails with %s, and says why', async (call, code, expected) => {
    const folder = await newFolder()
    const path = join(folder, 'x.json')
    await writeFile(path, 'old')
    const disk = failing((at) => (at === call ? code : null))
    const written = await disk.writeAtomic(path, 'new content', { expected: sha256('old') })
    expect(written).toMatchObject({ ok: false, error: { code: expected } })
    expect(written.ok ? '' : written.error.message).toContain(path)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['x.json'])
  })

  it('gives up where a folder cannot be made although its parent is there', async () => {
    const folder = await newFolder()
    const disk = failing((call, at) => (call === 'makeFolder' && at.endsWith('new') ? 'ENOENT' : null))
    expect(await disk.writeAtomic(join(folder, 'new', 'x.json'), 'new', { expected: null })).toMatchObject({
      ok: false,
      error: { code: 'file.missing' },
    })
  })

  it('says so when the folder could not be flushed', async () => {
    const path = join(await newFolder(), 'x.json')
    const disk = failing((call) => (call === 'syncFolder' ? 'EIO' : null))
    expect(await disk.writeAtomic(path, 'new', { expected: null })).toMatchObject({
      ok: false,
      error: { code: 'disk.failing' },
    })
  })

  it('survives a power cut right after it answered, folders included', async () => {
    const { disk, powerCut } = createForgetfulDisk(testEnvironment())
    await disk.writeAtomic('/project/a/x.json', 'one', { expected: null })
    powerCut()
    expect(await disk.readText('/project/a/x.json')).toEqual({ ok: true, value: 'one' })
  })

  it.each(['sync', 'rename', 'syncFolder'])(
    'is old or new, never torn, when the power goes during %s',
    async (call) => {
      const forgetful = createForgetfulDisk(testEnvironment())
      await forgetful.disk.writeAtomic('/p/x.json', 'old', { expected: null })
      const disk = createDisk(
        failingOps(forgetful.ops, (at) => (at === call ? 'EIO' : null)),
        testEnvironment(),
      )
      await disk.writeAtomic('/p/x.json', 'new', { expected: undefined })
      forgetful.powerCut()
      expect(await disk.readText('/p/x.json')).toEqual({ ok: true, value: 'old' })
    },
  )
})

describe('append', () => {
  it('makes the file, then adds to it', async () => {
    const path = join(await newFolder(), 'h', 'x.jsonl')
    await nodeDisk.append(path, '{"a":1}\n')
    await nodeDisk.append(path, '{"b":"é"}\n')
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"b":"é"}\n')
  })

  it('cuts half a line off again when the disk is full', async () => {
    const path = join(await newFolder(), 'x.jsonl')
    await writeFile(path, 'first\n')
    const disk = failing((call) => (call === 'write' ? 'ENOSPC' : null))
    expect(await disk.append(path, 'second\n')).toMatchObject({ ok: false, error: { code: 'disk.full', retry: true } })
    expect(await readFile(path, 'utf8')).toBe('first\n')
  })

  it('is on the medium when it answers', async () => {
    const { disk, powerCut } = createForgetfulDisk(testEnvironment())
    await disk.append('/p/journal.jsonl', 'one\n')
    powerCut()
    await disk.append('/p/journal.jsonl', 'two\n')
    powerCut()
    expect(await disk.readText('/p/journal.jsonl')).toEqual({ ok: true, value: 'one\ntwo\n' })
  })
})

describe('reading', () => {
  it('names what is missing, and what is not UTF-8', async () => {
    const folder = await newFolder()
    const missing = await nodeDisk.readText(join(folder, 'nothing.json'))
    expect(missing).toMatchObject({ ok: false, error: { code: 'file.missing' } })
    await writeFile(join(folder, 'x'), Uint8Array.from([0x61, 0xff]))
    expect(await nodeDisk.readText(join(folder, 'x'))).toMatchObject({ ok: false, error: { code: 'file.encoding' } })
    expect(await nodeDisk.readBytes(folder)).toMatchObject({ ok: false, error: { code: 'file.kind' } })
  })

  it('walks in order, without hidden names, reporting links but not following them', async () => {
    const folder = await newFolder()
    for (const path of ['b/y.txt', 'a.txt', 'b/c/z.txt', '.hidden/x', 'b/.x']) {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), '')
    }
    await symlink(folder, join(folder, 'loop'))
    const walked = await nodeDisk.walk(folder)
    expect(walked.ok && walked.value.map((file) => `${file.kind} ${file.path}`)).toEqual([
      'file a.txt',
      'file b/c/z.txt',
      'file b/y.txt',
      'link loop',
    ])
    expect(await nodeDisk.walk(join(folder, 'none'))).toEqual({ ok: true, value: [] })
  })

  it('removes, also what is not there', async () => {
    const path = join(await newFolder(), 'x')
    await writeFile(path, '')
    expect(await nodeDisk.remove(path)).toEqual({ ok: true, value: undefined })
    expect(await nodeDisk.remove(path)).toEqual({ ok: true, value: undefined })
    expect(await nodeDisk.exists(path)).toEqual({ ok: true, value: false })
  })

  it('copies bytes unchanged and never over another file', async () => {
    const folder = await newFolder()
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff])
    await writeFile(join(folder, 'from'), bytes)
    expect((await nodeDisk.copyIn(join(folder, 'from'), join(folder, 'to'))).ok).toBe(true)
    expect(new Uint8Array(await readFile(join(folder, 'to')))).toEqual(bytes)
    expect(await nodeDisk.copyIn(join(folder, 'from'), join(folder, 'to'))).toMatchObject({
      ok: false,
      error: { code: 'file.changed' },
    })
  })
})

describe('a folder that this user may not write to', () => {
  it('is refused in words', async () => {
    const folder = await newFolder()
    await chmod(folder, 0o555)
    const disk = fileURLToPath(new URL('disk.ts', import.meta.url))
    // Permissions do not bind the super-user, so the attempt is made by a process that gave that up.
    const script = `
      const { nodeDisk } = await import(${JSON.stringify(disk)})
      if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534) }
      const written = await nodeDisk.writeAtomic(process.argv[1] + '/x.json', 'x', { expected: null })
      const appended = await nodeDisk.append(process.argv[1] + '/x.jsonl', 'x')
      console.log(JSON.stringify([written, appended].map((result) => result.error.code)))`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, folder], { encoding: 'utf8' })
    expect(JSON.parse(out)).toEqual(['file.permission', 'file.permission'])
    expect(await readdir(folder)).toEqual([])
  })
})
