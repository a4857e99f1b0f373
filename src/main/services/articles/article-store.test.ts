import { mkdir, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileOps } from '../disk/file-ops.ts'
import { createDisk, nodeDisk } from '../disk/disk.ts'
import { nodeOps } from '../disk/node-ops.ts'
import { sha256 } from '../hash.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { createArticleStore } from './article-store.ts'

const newFolder = temporaryFolders()
let root = ''
let outside = ''

beforeEach(async () => {
  root = await newFolder()
  outside = await newFolder()
  await mkdir(join(root, 'articles'))
})

async function put(base: string, path: string, content: string | Uint8Array, modified = Date.UTC(2031, 0, 1)) {
  await mkdir(join(base, path, '..'), { recursive: true })
  await writeFile(join(base, path), content)
  await utimes(join(base, path), modified / 1000, modified / 1000)
  return join(base, path)
}

const store = (disk = nodeDisk) => createArticleStore(disk, root, testEnvironment())

const WIRE = 'date 2031-03-04 BEIJING: The two sides agreed to build a bridge. More follows here.\r\n'

describe('scan', () => {
  it('reads every .txt and .md, in order, with header, title, words and hashes', async () => {
    await put(root, 'articles/b/wire.txt', `\ufeff${WIRE}`)
    await put(root, 'articles/A.MD', '# Harbour treaty\n\nText.')
    await put(root, 'articles/notes.pdf', 'no')
    const scanned = await store().scan()
    const [first, second, ...others] = scanned.ok ? scanned.value : []
    expect(others).toEqual([])
    expect(first).toMatchObject({
      path: 'A.MD',
      title: 'Harbour treaty',
      words: 3,
      encoding: 'utf-8',
      header: null,
      problem: null,
    })
    expect(second).toMatchObject({
      path: 'b/wire.txt',
      encoding: 'utf-8-bom',
      header: { date: '2031-03-04', dateline: 'BEIJING' },
      title: 'The two sides agreed to build a bridge.',
      textSha256: sha256(WIRE.replace('\r\n', '\n')),
      bytesSha256: sha256(`\ufeff${WIRE}`),
    })
  })

  it('says why an article cannot be used', async () => {
    await put(root, 'articles/image.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))
    await put(root, 'articles/con.txt', 'x')
    await symlink(await put(outside, 'secret.txt', 'secret'), join(root, 'articles', 'link.txt'))
    const articles = store()
    const scanned = await articles.scan()
    expect(
      scanned.ok && scanned.value.map(({ path, problem }) => [path, problem?.split('. ')[0]?.replace(/\.$/, '')]),
    ).toEqual([
      ['con.txt', '“con.txt” is a name that Windows keeps for a device'],
      ['image.txt', 'it is a PNG image, not plain text'],
      ['link.txt', 'it is a link'],
    ])
    expect(await articles.text('link.txt')).toMatchObject({ ok: false, error: { code: 'path.outside' } })
    expect(await articles.text('image.txt')).toMatchObject({ ok: false, error: { code: 'article.binary' } })
  })

  it('reads unchanged files from the cache, changed and damaged ones anew', async () => {
    const path = await put(root, 'articles/a.txt', 'First text.')
    await store().scan()
    const read: string[] = []
    const counting: FileOps = { ...nodeOps, readFile: (file) => (read.push(file), nodeOps.readFile(file)) }
    const again = () => createArticleStore(createDisk(counting, testEnvironment()), root, testEnvironment()).scan()
    const articleReads = () => read.splice(0).filter((file) => file.endsWith('a.txt')).length

    const cached = await again()
    expect(articleReads()).toBe(0)
    expect(cached.ok && cached.value[0]?.title).toBe('First text.')

    await put(root, 'articles/a.txt', 'Other text.', Date.UTC(2031, 0, 2))
    const changed = await again()
    expect(articleReads()).toBe(1)
    expect(changed.ok && changed.value[0]?.textSha256).toBe(sha256('Other text.'))

    await writeFile(join(root, '.concord', 'article-cache.json'), '{"format":')
    expect((await again()).ok).toBe(true)
    expect(articleReads()).toBe(1)
    expect(path).toContain('a.txt')
  })

  it('does not trust the cache for a file that was written just before it was read', async () => {
    const now = testEnvironment().now()
    await put(root, 'articles/a.txt', 'First.', now)
    await store().scan()
    await put(root, 'articles/a.txt', 'Other.', now)
    const scanned = await store().scan()
    expect(scanned.ok && scanned.value[0]?.title).toBe('Other.')
  })

  it('forgets articles that are gone', async () => {
    const path = await put(root, 'articles/a.txt', 'A text.')
    const articles = store()
    await articles.scan()
    await rm(path)
    await articles.scan()
    expect(articles.all()).toEqual([])
    expect(await readFile(join(root, '.concord', 'article-cache.json'), 'utf8')).not.toContain('a.txt')
  })
})

describe('text', () => {
  it('answers the normalised text and its hash, and notices another text', async () => {
    await put(root, 'articles/a.txt', WIRE)
    const articles = store()
    await articles.scan()
    const text = WIRE.replace('\r\n', '\n')
    expect(await articles.text('a.txt')).toMatchObject({
      ok: true,
      value: { text, textSha256: sha256(text), encoding: 'utf-8' },
    })
    await put(root, 'articles/a.txt', 'Another.')
    expect(await articles.text('a.txt')).toMatchObject({ ok: true, value: { text: 'Another.' } })
    expect(articles.byPath('a.txt')?.title).toBe('Another.')
  })

  it('reads a file once, and again when it changed or was too fresh to tell', async () => {
    let reads = 0
    const counting: FileOps = { ...nodeOps, readFile: (file) => ((reads += 1), nodeOps.readFile(file)) }
    const articles = createArticleStore(createDisk(counting, testEnvironment()), root, testEnvironment())
    const readsOf = async (path: string, text: string) => {
      const before = reads
      expect(await articles.text(path)).toMatchObject({ ok: true, value: { text, textSha256: sha256(text) } })
      return reads - before
    }
    await put(root, 'articles/a.txt', 'First.')
    expect([await readsOf('a.txt', 'First.'), await readsOf('a.txt', 'First.')]).toEqual([1, 0])
    await put(root, 'articles/a.txt', 'Other.', Date.UTC(2031, 0, 2))
    expect([await readsOf('a.txt', 'Other.'), await readsOf('a.txt', 'Other.')]).toEqual([1, 0])
    await put(root, 'articles/fresh.txt', 'Fresh.', testEnvironment().now())
    expect([await readsOf('fresh.txt', 'Fresh.'), await readsOf('fresh.txt', 'Fresh.')]).toEqual([1, 1])
    for (const name of ['1', '2', '3', '4']) {
      await put(root, `articles/${name}.txt`, name)
      await readsOf(`${name}.txt`, name)
    }
    expect([await readsOf('4.txt', '4'), await readsOf('a.txt', 'Other.')]).toEqual([0, 1])
    await rm(join(root, 'articles', '4.txt'))
    expect(await articles.text('4.txt')).toMatchObject({ ok: false, error: { code: 'file.missing' } })
  })

  it.each(['../concord.json', '/etc/hostname', 'x/../../y.txt'])('refuses %s', async (path) => {
    expect(await store().text(path)).toMatchObject({ ok: false, error: { code: 'path.outside' } })
  })
})

describe('add', () => {
  it('copies bytes unchanged; a folder keeps its name and what is below', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x62])
    await put(outside, 'corpus/2031/03/a.txt', bytes)
    await put(outside, 'corpus/b.md', 'B text')
    const single = await put(outside, 'single.txt', 'caf\u00e9 single')
    const articles = store()
    const report = await articles.add([join(outside, 'corpus'), single])
    expect(report.refused).toEqual([])
    expect(report.added.map((added) => added.path)).toEqual(['corpus/2031/03/a.txt', 'corpus/b.md', 'single.txt'])
    expect(new Uint8Array(await readFile(join(root, 'articles/corpus/2031/03/a.txt')))).toEqual(bytes)
    expect(articles.byId(report.added[1]?.id ?? '')?.title).toBe('B text')
    expect(articles.all()).toHaveLength(3)
  })

  it('spells accents in one way, so that version control and other disks find the same name', async () => {
    const spelt = [await put(outside, 'e\u0301lan.txt', 'One'), await put(outside, 'x/\u00e9lan.txt', 'Two')]
    const report = await store().add(spelt)
    expect(report.added.map((added) => added.path)).toEqual(['\u00e9lan.txt', '\u00e9lan (2).txt'])
  })

  it('points out a text that is there already, in whatever encoding and line ends', async () => {
    await put(root, 'articles/old.txt', 'Same\ntext')
    const articles = store()
    await articles.scan()
    const report = await articles.add([
      await put(outside, 'new.txt', '\ufeffSame\r\ntext'),
      await put(outside, 'x/1.txt', 'One'),
      await put(outside, 'x/2.txt', 'One'),
    ])
    expect(report.duplicates).toEqual([
      { name: 'new.txt', sameAs: 'old.txt' },
      { name: '2.txt', sameAs: '1.txt' },
    ])
    expect(await readdir(join(root, 'articles'))).toEqual(['1.txt', 'old.txt'])
  })

  it('gives another text at the same place a new name, without regard to case', async () => {
    await put(root, 'articles/a.txt', 'First')
    const articles = store()
    await articles.scan()
    const report = await articles.add([await put(outside, '1/a.txt', 'Second'), await put(outside, '2/A.txt', 'Third')])
    expect(report.added.map((added) => added.path)).toEqual(['a (2).txt', 'A (3).txt'])
    expect(await readFile(join(root, 'articles/a.txt'), 'utf8')).toBe('First')
  })

  it('makes names that every system can have', async () => {
    await put(outside, 'c/con.txt', 'one')
    await put(outside, 'c/dots. /what?: "x".txt', 'two')
    const report = await store().add([join(outside, 'c')])
    expect(report.added.map((added) => added.path)).toEqual(['c/_con.txt', 'c/dots__/what__ _x_.txt'])
  })

  it('refuses with the reason what is no article', async () => {
    await put(outside, 'c/doc.odt', 'x')
    await put(outside, 'c/fake.txt', '%PDF-1.7')
    await put(outside, 'c/empty.txt', ' \n')
    await put(outside, 'c/.DS_Store', 'x')
    await put(outside, `c/${'x'.repeat(201)}.txt`, 'long')
    await put(outside, 'c/large.txt', new Uint8Array(64 * 1024 * 1024 + 1))
    await symlink(join(outside, 'c'), join(outside, 'c', 'loop'))
    const report = await store().add([join(outside, 'c'), join(outside, 'gone.txt')])
    expect(report.added).toEqual([])
    const reasons = Object.fromEntries(report.refused.map(({ name, reason }) => [name.slice(0, 12), reason]))
    expect(reasons['c/doc.odt']).toContain('of another kind')
    expect(reasons['c/fake.txt']).toContain('PDF')
    expect(reasons['c/empty.txt']).toContain('empty')
    expect(reasons['c/xxxxxxxxxx']).toContain('longer than 200')
    expect(reasons['c/large.txt']).toContain('64 MB')
    expect(reasons['c/loop']).toContain('link')
    expect(reasons['gone.txt']).toContain('nothing at')
    expect(report.refused).toHaveLength(7)
  })

  it('keeps what was added whole when it is cancelled', async () => {
    for (let i = 0; i < 100; i += 1) await put(outside, `c/${String(i).padStart(3, '0')}.txt`, `Text ${i}`)
    const controller = new AbortController()
    const seen: number[] = []
    const report = await store().add([join(outside, 'c')], {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done)
        if (done >= 50) controller.abort()
      },
    })
    expect(report.cancelled).toBe(true)
    const files = await readdir(join(root, 'articles', 'c'))
    expect(files).toEqual(report.added.map((added) => added.path.slice(2)))
    expect(files.length).toBeLessThan(100)
    for (const file of files)
      expect(await readFile(join(root, 'articles/c', file), 'utf8')).toBe(`Text ${Number(file.slice(0, 3))}`)
  })

  it('says of each file that the disk is full, and adds none of it', async () => {
    const disk = createDisk(
      failingOps(nodeOps, (call) => (call === 'write' ? 'ENOSPC' : null)),
      testEnvironment(),
    )
    const report = await store(disk).add([await put(outside, 'a.txt', 'A text')])
    expect(report.refused[0]?.reason).toContain('the disk is full')
    expect(await readdir(join(root, 'articles'))).toEqual([])
  })
})
