import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk } from '../disk/disk.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { createArticleInfoStore } from './article-info.ts'

const newFolder = temporaryFolders()
const article = { path: 'news/a.txt', text_sha256: 'a'.repeat(64) }
const ana = { key: 'ana sousa', name: 'Ana Sousa' }
const ben = { key: 'ben', name: 'Ben' }
const open = (root: string) => createArticleInfoStore(nodeDisk, root, testEnvironment())
const NOTHING = { title: null, date: null, outlet: null, link: null, note: null }

describe('article info', () => {
  it('is kept by author, read again, and taken back', async () => {
    const root = await newFolder()
    const first = open(root)
    expect(await first.set(ana, article, { title: ' A title ', date: '2031-03-04' })).toEqual({
      ok: true,
      value: { ...NOTHING, title: 'A title', date: '2031-03-04' },
    })
    expect(await readFile(join(root, 'article-info/ana%20sousa/news/a.txt.json'), 'utf8')).toContain(
      '"title": "A title"',
    )
    const second = open(root)
    expect(await second.load()).toEqual({ ok: true, value: { problems: [] } })
    expect(second.fields('news/a.txt', ana.key)).toMatchObject({ title: 'A title' })
    await second.set(ana, article, { title: null })
    expect(second.fields('news/a.txt', ana.key)).toEqual({ ...NOTHING, date: '2031-03-04' })
  })

  it('shows the own fields before the others’', async () => {
    const store = open(await newFolder())
    await store.set(ana, article, { title: 'By Ana', outlet: 'Gazette' })
    await store.set(ben, article, { title: 'By Ben' })
    expect(store.fields(article.path, ben.key)).toMatchObject({ title: 'By Ben', outlet: 'Gazette' })
    expect(store.fields(article.path, ana.key)).toMatchObject({ title: 'By Ana' })
    expect(store.fields(article.path, 'someone else')).toMatchObject({ title: 'By Ana' })
    expect(store.fields('other.txt', ana.key)).toEqual(NOTHING)
  })

  it('refuses a date that is none', async () => {
    const store = open(await newFolder())
    expect(await store.set(ana, article, { date: '2031-02-30' })).toMatchObject({
      ok: false,
      error: { code: 'article.date' },
    })
  })

  it('leaves a damaged file alone, naming its line', async () => {
    const root = await newFolder()
    const file = join(root, 'article-info/ana%20sousa/news/a.txt.json')
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, '{\n  "format": "concord/article-info",\n  oops\n}\n')
    const store = open(root)
    const loaded = await store.load()
    expect(loaded.ok && loaded.value.problems).toMatchObject([
      { code: 'file.json', where: { file: 'article-info/ana%20sousa/news/a.txt.json', line: 3 } },
    ])
    expect(await store.set(ana, article, { title: 'x' })).toMatchObject({ ok: false, error: { code: 'file.json' } })
    expect(await readFile(file, 'utf8')).toContain('oops')
  })
})
