import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { originalSchema } from '../../../core/model/original.ts'
import { nodeDisk } from '../disk/disk.ts'
import { createExtractor, type ExtractorLimits } from '../extract/extractor.ts'
import { makeDocx, paragraph } from '../extract/testing/make-docx.ts'
import { makePdf } from '../extract/testing/make-pdf.ts'
import { sha256 } from '../hash.ts'
import { unwrap } from '../sets/testing.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { createArticleInfoStore } from './article-info.ts'
import { createArticleStore } from './article-store.ts'

const newFolder = temporaryFolders()
const script = new URL('../../workers/extract.ts', import.meta.url)
const extractor = createExtractor(script)
afterAll(() => extractor.close())

const PAGE = '<!doctype html><title>T</title><meta name="date" content="2031-05-04"><meta property="og:site_name" content="Courier"><h1>Port</h1><p>It reopens 👩‍👩‍👧‍👦.<img src=x>'

async function put(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

const filesOf = async (root: string) => (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.parentPath.includes('.concord')).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')).toSorted()

describe('adding documents', () => {
  it('makes their text articles, and keeps them as they are beside it', async () => {
    const [root, inbox] = [await newFolder(), await newFolder()]
    const docx = makeDocx(paragraph('Port talks') + paragraph('They go on.'))
    await put(inbox, { 'news/a.docx': docx, 'news/a.html': PAGE, 'news/a_files/frame.html': 'x', 'news/a_files/x.js': 'x', 'news/table.xlsx': 'x', 'news/scan.pdf': makePdf([[]]), 'news/plain.txt': 'Plain.' })
    const store = createArticleStore(nodeDisk, root, testEnvironment())
    const report = await store.add([join(inbox, 'news'), join(inbox, 'news/a.html')], { extractor })
    expect(report.refused).toEqual([
      { name: 'news/table.xlsx', reason: expect.stringMatching(/of another kind/) },
      { name: 'news/scan.pdf', reason: expect.stringMatching(/text recognition/) },
    ])
    expect(report.duplicates).toEqual([{ name: 'a.html', sameAs: 'news/a.html.txt' }])
    expect(report.added.map(({ path, extracted }) => [path, extracted])).toEqual([
      ['news/a.docx.txt', { kind: 'docx', remarks: [] }],
      ['news/a.html.txt', { kind: 'html', remarks: [{ what: 'pictures', count: 1 }] }],
      ['news/plain.txt', null],
    ])
    expect(await filesOf(root)).toEqual(['articles/news/a.docx.txt', 'articles/news/a.html.txt', 'articles/news/plain.txt', 'originals/news/a.docx', 'originals/news/a.docx.json', 'originals/news/a.html', 'originals/news/a.html.json'])
    expect(await readFile(join(root, 'articles/news/a.html.txt'), 'utf8')).toBe('Port\n\nIt reopens 👩‍👩‍👧‍👦.\n')
    expect(new Uint8Array(await readFile(join(root, 'originals/news/a.docx')))).toEqual(new Uint8Array(docx))

    const record = originalSchema.parse(JSON.parse(await readFile(join(root, 'originals/news/a.html.json'), 'utf8')))
    expect(record).toMatchObject({ kind: 'html', file: { name: 'a.html', bytes: Buffer.byteLength(PAGE), sha256: sha256(PAGE) }, text_sha256: sha256('Port\n\nIt reopens 👩‍👩‍👧‍👦.\n'), title: 'Port', date: '2031-05-04', outlet: 'Courier' })

    const info = createArticleInfoStore(nodeDisk, root, testEnvironment())
    expect(unwrap(await info.load()).problems).toEqual([])
    expect(info.fields('news/a.html.txt', 'ana')).toEqual({ title: 'Port', date: '2031-05-04', outlet: 'Courier', link: null, note: null })
    const mine = unwrap(await info.set({ key: 'ana', name: 'Ana' }, { path: 'news/a.html.txt', text_sha256: record.text_sha256 }, { date: '2031-05-05' }))
    expect(mine).toMatchObject({ title: 'Port', date: '2031-05-05' })
    expect(info.original('news/plain.txt')).toBeNull()
  })

  it('takes another name where one is taken, for the document and its text alike', async () => {
    const [root, one, two] = [await newFolder(), await newFolder(), await newFolder()]
    await put(one, { 'a.html': '<p>One' })
    await put(two, { 'A.html': '<p>Two' })
    const store = createArticleStore(nodeDisk, root, testEnvironment())
    await store.add([join(one, 'a.html'), join(two, 'A.html')], { extractor })
    expect(await filesOf(root)).toEqual(['articles/A (2).html.txt', 'articles/a.html.txt', 'originals/A (2).html', 'originals/A (2).html.json', 'originals/a.html', 'originals/a.html.json'])
  })

  it('gives up on a document that takes too long or too much, and goes on with the next', async () => {
    const [root, inbox] = [await newFolder(), await newFolder()]
    await put(inbox, { 'a.html': '<p>One' })
    const refusedWith = async (limits: ExtractorLimits, content: string) => {
      const own = createExtractor(script, limits)
      await put(inbox, { 'b.html': content })
      const report = await createArticleStore(nodeDisk, root, testEnvironment()).add([join(inbox, 'b.html')], { extractor: own })
      own.close()
      return report.refused
    }
    expect(await refusedWith({ seconds: 0.0001, megabytes: 512 }, '<p>slow')).toEqual([{ name: 'b.html', reason: expect.stringMatching(/took longer/) }])
    expect(await refusedWith({ seconds: 60, megabytes: 16 }, '<b><i>x'.repeat(300_000))).toEqual([{ name: 'b.html', reason: expect.stringMatching(/more memory/) }])
    expect(await filesOf(root)).toEqual([])
  })

  it('stops when it is cancelled, with nothing half done and nothing refused', async () => {
    const [root, inbox] = [await newFolder(), await newFolder()]
    await put(inbox, { 'a.html': '<p>One', 'b.html': '<p>Two' })
    const cancel = new AbortController()
    const adding = createArticleStore(nodeDisk, root, testEnvironment()).add([join(inbox, 'a.html'), join(inbox, 'b.html')], {
      signal: cancel.signal,
      extractor: {
        ...extractor,
        extract: (kind, name, bytes, signal) => {
          cancel.abort()
          return extractor.extract(kind, name, bytes, signal)
        },
      },
    })
    expect(await adding).toEqual({ added: [], duplicates: [], refused: [], cancelled: true })
    expect(await filesOf(root)).toEqual([])
  })
})
