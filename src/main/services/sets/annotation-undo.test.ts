import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createDisk } from '../disk/disk.ts'
import { nodeOps } from '../disk/node-ops.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { adding, anAnnotationAt, contentOf, countingEnvironment, startService, TEXTS, unwrap } from './testing.ts'

const A = TEXTS['a.txt'] ?? ''
const B = TEXTS['news/b.txt'] ?? ''
const gesture = (id: string, kind = 'annotate' as const) => ({ id, at: '2031-03-04T09:15:00.000Z', kind })
const first = anAnnotationAt(A, 'a1', 0, 6)
const third = anAnnotationAt(B, 'b1', 0, 5)
const SET_FILE = '/project/annotations/ines/a.txt.json'
const folders: string[] = []

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

describe('undo', () => {
  it('takes back one gesture over several articles at once, and again after a restart', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const one = await startService(disk, { environment })
    await one.service.apply(gesture('g1'), [
      { article: 'a.txt', base: 0, diff: adding(first) },
      { article: 'news/b.txt', base: 0, diff: adding(third) },
    ])
    unwrap(await one.service.close())
    const two = await startService(disk, { environment })
    expect(await two.service.undoState()).toEqual({ undo: 'annotate', redo: null })
    expect(unwrap(await two.service.undo())?.changes.map(({ article, revision }) => `${article} ${revision}`)).toEqual([
      'a.txt 2',
      'news/b.txt 2',
    ])
    expect(unwrap(await two.service.open('news/b.txt')).annotations).toEqual([])
    unwrap(await two.service.close())
    const three = await startService(disk, { environment })
    expect(await three.service.undoState()).toEqual({ undo: null, redo: 'annotate' })
    expect(unwrap(await three.service.redo())?.kind).toBe('annotate')
    expect(unwrap(await three.service.open('a.txt')).annotations).toEqual([first])
    expect(unwrap(await three.service.undo())).not.toBeNull()
    expect(unwrap(await three.service.undo())).toBeNull()
  })

  it('refuses with words when what it takes back is no longer so', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const one = await startService(disk, { environment })
    await one.service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    unwrap(await one.service.close())
    const theirs = unwrap(await disk.readText(SET_FILE)).replace('"pledge"', '"demand"')
    unwrap(await disk.writeAtomic(SET_FILE, theirs, { expected: undefined }))
    const two = await startService(disk, { environment })
    expect(await two.service.undo()).toMatchObject({ ok: false, error: { code: 'set.changed' } })
    expect(unwrap(await two.service.open('a.txt')).annotations).toHaveLength(1)
  })

  it('is bounded, and reads only the newest histories', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-'))
    folders.push(folder)
    const environment = { now: () => Date.now(), random: countingEnvironment().random }
    const texts = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`n/${index}.txt`, `article ${index} 🇰🇪\n`]),
    )
    const disk = createDisk(nodeOps, environment)
    const place = {
      folder: join(folder, 'project'),
      journalFolder: join(folder, 'journal'),
      environment,
      texts,
      undoLimit: 5,
    }
    const one = await startService(disk, place)
    for (const [article, text] of Object.entries(texts)) {
      const made = { ...gesture(`g ${article}`), at: new Date().toISOString() }
      unwrap(await one.service.apply(made, [{ article, base: 0, diff: adding(anAnnotationAt(text, article, 0, 7)) }]))
      unwrap(await one.service.flush())
    }
    unwrap(await one.service.close())
    const two = await startService(disk, place)
    const undone: string[] = []
    for (let outcome = unwrap(await two.service.undo()); outcome; outcome = unwrap(await two.service.undo())) {
      undone.push(...outcome.changes.map(({ article }) => article))
    }
    expect(undone).toEqual(['n/29.txt', 'n/28.txt', 'n/27.txt', 'n/26.txt', 'n/25.txt'])
    unwrap(await two.service.close())
  })
})

describe('on a real disk', () => {
  it('undoes the last gesture also when a checkout made older histories look newer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-'))
    folders.push(folder)
    const environment = { now: () => Date.now(), random: countingEnvironment().random }
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.txt`, `article ${index}\n`]))
    const disk = createDisk(nodeOps, environment)
    const place = {
      folder: join(folder, 'project'),
      journalFolder: join(folder, 'journal'),
      environment,
      texts,
      undoLimit: 5,
    }
    const one = await startService(disk, place)
    for (const [index, [article, text]] of Object.entries(texts).entries()) {
      const made = { ...gesture(`g${index}`), at: new Date(Date.now() - 60_000 + index).toISOString() }
      unwrap(await one.service.apply(made, [{ article, base: 0, diff: adding(anAnnotationAt(text, article, 0, 7)) }]))
    }
    unwrap(await one.service.close())
    const later = new Date(Date.now() + 60_000)
    for (let index = 0; index < 39; index += 1)
      await utimes(join(folder, `project/history/ines/${index}.txt.jsonl`), later, later)
    const two = await startService(disk, place)
    expect(unwrap(await two.service.undo())?.changes.map(({ article }) => article)).toEqual(['39.txt'])
    unwrap(await two.service.close())
  })

  it('writes, restarts without closing, and finds everything', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-'))
    folders.push(folder)
    const environment = countingEnvironment()
    const disk = createDisk(nodeOps, environment)
    const place = { folder: join(folder, 'project'), journalFolder: join(folder, 'journal'), environment }
    const one = await startService(disk, place)
    await one.service.apply(gesture('g1'), [{ article: 'news/b.txt', base: 0, diff: adding(third) }])
    const two = await startService(disk, place)
    expect(two.service.recovered).toBe(
      '1 change in 1 article had not been saved when Concord last stopped. They were put back.',
    )
    expect(JSON.parse(await readFile(join(folder, 'project/annotations/ines/news/b.txt.json'), 'utf8'))).toMatchObject({
      revision: 1,
      annotations: [third],
    })
    const three = await startService(disk, place)
    expect(three.service.recovered).toBeNull()
    expect(contentOf(unwrap(await three.service.open('news/b.txt'))).annotations).toEqual([third])
  })

  it('brings the journal along when the project was moved, and not into a copy', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-'))
    folders.push(folder)
    const environment = countingEnvironment()
    const disk = createDisk(nodeOps, environment)
    const at = (name: string) => ({ folder: join(folder, name), journalFolder: join(folder, 'journal'), environment })
    await mkdir(join(folder, 'original'))
    await writeFile(join(folder, 'original/concord.json'), '{}')
    const one = await startService(disk, at('original'))
    await one.service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    expect((await startService(disk, at('copy'))).service.recovered).toBeNull()
    await rm(join(folder, 'original'), { recursive: true })
    expect((await startService(disk, at('moved'))).service.recovered).toContain('1 change')
  })
})
