import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCodebook } from '../../../core/formats/testing.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { createArticleStore } from '../articles/article-store.ts'
import { createDisk, nodeDisk } from '../disk/disk.ts'
import { nodeOps } from '../disk/node-ops.ts'
import { temporaryFolders, testEnvironment } from '../testing/temporary-folder.ts'
import { anAnnotationAt } from '../sets/testing.ts'
import { exportSets, type ExportOptions } from './export-service.ts'

const newFolder = temporaryFolders()
const A = 'Norvia 🇰🇪👩‍👩‍👧‍👦 will deliver\n=40 ambulances, “soon”.\n'
const B = 'اتفقت e\u0301lan\t签署了协议\n'
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function setOf(path: string, text: string, key: string, ids: readonly [string, number, number][]): AnnotationSet {
  return {
    format: 'concord/annotation-set',
    version: 1,
    article: { path, text_sha256: hash(text) },
    annotator: { key, name: key.toUpperCase() },
    codebook: '0'.repeat(64),
    revision: 1,
    state: { status: 'done', changed: '2031-03-04T09:15:00.000Z' },
    annotations: ids.map(([id, start, end]) => anAnnotationAt(text, id, start, end)),
    relations: [],
  }
}

/** A project on the real disk: one article has CRLF and a BOM, as received. */
async function aProject(): Promise<{ folder: string; options: ExportOptions }> {
  const folder = await newFolder()
  await mkdir(join(folder, 'articles/news'), { recursive: true })
  await writeFile(join(folder, 'articles/a.txt'), `\ufeff${A.replaceAll('\n', '\r\n')}`)
  await writeFile(join(folder, 'articles/news/b.txt'), B)
  const sets = [
    setOf('a.txt', A, 'zoe', [['z1', 0, 6]]),
    setOf('a.txt', A, 'ines', [
      ['a1', 23, 35],
      ['a2', 36, 51],
    ]),
    setOf('news/b.txt', B, 'ines', [
      ['b1', 0, 5],
      ['b2', 12, 17],
    ]),
  ]
  for (const set of sets) {
    const file = join(folder, 'annotations', set.annotator.key, `${set.article.path}.json`)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, serialise(annotationSetSchema, set))
  }
  const articles = createArticleStore(nodeDisk, folder, testEnvironment())
  const options: ExportOptions = {
    disk: nodeDisk,
    folder,
    project: 'Trade talks: 2/3',
    codebook: aCodebook(),
    text: articles.text,
    articles: null,
    annotators: null,
    format: 'jsonl',
    outFolder: join(folder, 'exports'),
  }
  return { folder, options }
}

async function run(options: ExportOptions) {
  const receipt = await exportSets(options)
  if (!receipt.ok) throw new Error(receipt.error.message)
  const name = receipt.value.files[0]?.name ?? ''
  return { receipt: receipt.value, name, text: await readFile(join(options.outFolder, name), 'utf8') }
}

describe('exportSets', () => {
  it('writes every annotation in order, with offsets that cut the quotes out of the file as received', async () => {
    const { folder, options } = await aProject()
    const { receipt, name, text } = await run(options)
    expect(name).toBe('Trade-talks-2-3-annotations.jsonl')
    expect(receipt).toMatchObject({
      location: options.outFolder,
      articles: 2,
      annotators: 2,
      annotations: 5,
      verified: true,
      problems: [],
      omitted: [{ what: 'statuses of annotation sets', count: 3 }],
      files: [{ bytes: Buffer.byteLength(text), sha256: hash(text) }],
    })
    const records = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ id, annotator }) => `${annotator} ${id}`)).toEqual([
      'INES a1',
      'INES a2',
      'ZOE z1',
      'INES b1',
      'INES b2',
    ])
    for (const { article, start, end, quote } of records) {
      const received = await readFile(join(folder, 'articles', article), 'utf8')
      const points = [...received.replace('\ufeff', '').replaceAll('\r\n', '\n')]
      expect(points.slice(start, end).join('')).toBe(quote)
    }
    expect((await run({ ...options, format: 'csv' })).receipt).toMatchObject({
      annotations: 5,
      verified: true,
      problems: [],
    })
  })

  it('gives the same bytes again, under another name', async () => {
    const { options } = await aProject()
    const [one, two] = [await run(options), await run(options)]
    expect(two.name).toBe('Trade-talks-2-3-annotations (2).jsonl')
    expect(two.text).toBe(one.text)
  })

  it('takes only the articles and annotators that were asked for, and an empty export is one too', async () => {
    const { options } = await aProject()
    expect((await run({ ...options, annotators: ['ines'], articles: ['a.txt'] })).receipt).toMatchObject({
      annotations: 2,
      articles: 1,
      annotators: 1,
    })
    const nothing = await run({ ...options, annotators: ['nobody'] })
    expect(nothing.receipt).toMatchObject({ annotations: 0, verified: true, files: [{ bytes: 0 }] })
    expect((await run({ ...options, articles: [], format: 'csv' })).text.split('\r\n')).toHaveLength(2)
  })

  it('leaves out a set that is damaged, in the wrong folder, or of another text, names it, and exports the others', async () => {
    const { folder, options } = await aProject()
    const file = join(folder, 'annotations/ines/a.txt.json')
    const lines = (await readFile(file, 'utf8')).split('\n')
    const line = lines.findIndex((text) => text.includes('"end": 35'))
    lines[line] = lines[line]?.replace('35', '"35"') ?? ''
    await writeFile(file, lines.join('\n'))
    await mkdir(join(folder, 'annotations/tom'), { recursive: true })
    await writeFile(join(folder, 'annotations/tom/news.json'), '{}')
    await writeFile(
      join(folder, 'annotations/tom/a.txt.json'),
      await readFile(join(folder, 'annotations/zoe/a.txt.json')),
    )
    await writeFile(join(folder, 'articles/news/b.txt'), `${B}!`)
    const { receipt } = await run(options)
    expect(receipt).toMatchObject({ annotations: 1, articles: 1, annotators: 1, verified: true })
    expect(receipt.problems).toMatchObject([
      { file: 'annotations/ines/a.txt.json', line: line + 1 },
      { file: 'annotations/tom/a.txt.json', message: expect.stringContaining('another annotator') },
      { file: 'annotations/tom/news.json' },
      { file: 'annotations/ines/news/b.txt.json', message: expect.stringContaining('not the one that was coded') },
    ])
  })

  it('does not say verified when the file on disk is not what was written', async () => {
    const { options } = await aProject()
    const lying = createDisk(
      {
        ...nodeOps,
        readFile: async (path) => {
          const bytes = await nodeOps.readFile(path)
          return path.endsWith('.jsonl')
            ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"start":0', '"start":1'))
            : bytes
        },
      },
      testEnvironment(),
    )
    const { receipt } = await run({ ...options, disk: lying })
    expect(receipt.verified).toBe(false)
    expect(receipt.problems.at(-1)?.message).toContain('start should be 0 and reads 1')
  })

  it('writes nothing when it is cancelled or the disk refuses', async () => {
    const { folder, options } = await aProject()
    const working = new AbortController()
    const cancelled = await exportSets({
      ...options,
      signal: working.signal,
      onProgress: (done) => done === 2 && working.abort(),
    })
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'export.cancelled' } })
    const refusing = createDisk(
      { ...nodeOps, create: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })) },
      testEnvironment(),
    )
    expect(await exportSets({ ...options, disk: refusing })).toMatchObject({ ok: false, error: { code: 'disk.full' } })
    expect(await readdir(join(folder, 'exports')).catch(() => [])).toEqual([])
  })
})
