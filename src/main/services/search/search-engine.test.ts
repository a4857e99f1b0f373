import fc from 'fast-check'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serialise } from '../../../core/model/canonical.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import { normaliseText } from '../../../core/text/normalise.ts'
import type { Query } from '../../../core/search/query.ts'
import type { SearchedArticle } from '../../../core/search/scan.ts'
import { parseQuery } from '../../../core/search/parse.ts'
import { aCorpusText, aMark, anArticle, aQuery, codebook, setOf } from '../../../core/search/testing/corpus.ts'
import { nodeDisk } from '../disk/disk.ts'
import { nodeEnvironment } from '../environment.ts'
import { sha256 } from '../hash.ts'
import { createSearchEngine, type FoundLine, type SearchEngine, type SearchQuestion } from './search-engine.ts'

let folder = ''
let engine: SearchEngine

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-search-'))
  engine = begin()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const begin = () => createSearchEngine({ disk: nodeDisk, environment: nodeEnvironment, folder, keep: true })
const index = () => join(folder, '.concord', 'search', 'signatures.bin')

/** An old file, as if it had been there for long; a newer one than before where it is written again. */
let times = 1_800_000_000
async function put(name: string, content: string): Promise<void> {
  const path = join(folder, ...name.split('/'))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  times += 10
  await utimes(path, times, times)
}

async function putSet(set: AnnotationSet, text: string): Promise<void> {
  const content = serialise(annotationSetSchema, { ...set, article: { ...set.article, text_sha256: sha256(normaliseText(text)) } })
  await put(`annotations/${set.annotator.key}/${set.article.path}.json`, content)
}

async function search(query: Query | string, articles: readonly SearchedArticle[], more: Partial<SearchQuestion> = {}) {
  const parsed = typeof query === 'string' ? parseQuery(query, codebook) : null
  const asked = parsed ? (parsed.ok ? parsed.value : null) : (query as Query)
  if (!asked) throw new Error(String(query))
  const lines: FoundLine[] = []
  const outcome = await engine.search({ query: asked, codebook, articles, visible: null, own: 'ines-duarte', most: 1000, isCancelled: () => false, onLines: (some) => void lines.push(...some), ...more })
  return { lines, outcome, hits: lines.map(({ hit }) => hit).join('|') }
}

describe('the index', () => {
  it('finds what the plain scan finds, in any corpus', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCorpusText(), { minLength: 1, maxLength: 5 }), fc.array(aQuery(), { minLength: 1, maxLength: 6 }), async (texts, queries) => {
        const articles = texts.map((_, at) => anArticle(`a/${at}.txt`))
        for (const [at, text] of texts.entries()) await put(`articles/a/${at}.txt`, text.replaceAll('\n', '\r\n'))
        engine = begin()
        await engine.prepare(articles.map(({ path }) => path), () => undefined)
        for (const query of queries) {
          const { outcome, lines } = await search(query, articles)
          const plain = await search(query, articles, { index: false })
          expect(outcome).toEqual(plain.outcome)
          expect(lines).toEqual(plain.lines)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is read again at the next start, follows the files, and is made anew when it is damaged', async () => {
    const articles = [anArticle('a.txt'), anArticle('b.txt')]
    await put('articles/a.txt', 'The port burns.')
    await put('articles/b.txt', 'Nothing.')
    const paths = articles.map(({ path }) => path)
    await engine.prepare(paths, () => undefined)
    const written = await readFile(index())

    engine = begin()
    expect((await search('port', articles)).hits).toBe('port')
    await put('articles/b.txt', 'A port too.')
    expect((await search('port', articles)).hits).toBe('port')
    engine.doubt(['b.txt'])
    expect((await search('port', articles)).hits).toBe('port|port')

    for (const damage of [written.subarray(0, written.length - 1), Buffer.from('x'), Buffer.concat([written.subarray(0, written.length - 1), Buffer.from([written.at(-1) === 0 ? 1 : 0])])]) {
      await writeFile(index(), damage)
      engine = begin()
      expect((await search('port', articles)).hits).toBe('port|port')
      await engine.prepare(paths, () => undefined)
    }
    engine = begin()
    expect((await search('"port too"', articles)).hits).toBe('port too')
  })

  it('counts what cannot be read, and goes on', async () => {
    await put('articles/b.txt', 'A port.')
    const { outcome, hits } = await search('port', [anArticle('gone.txt'), anArticle('b.txt'), anArticle('../b.txt')])
    expect(hits).toBe('port')
    expect(outcome).toMatchObject({ value: { hits: 1, articles: 1, unread: 2 } })
  })
})

describe('annotations', () => {
  const text = 'Norvia will deliver 40 ambulances. The port reopens.'
  beforeEach(async () => {
    await put('articles/a.txt', text)
    await put('articles/b.txt', text)
    for (const path of ['a.txt', 'b.txt']) {
      await putSet(setOf(path, 'Ines Duarte', [aMark('1', 'pledge', text, 'will deliver 40 ambulances')]), text)
      await putSet(setOf(path, 'Noor Haddad', [aMark('2', 'pledge', text, 'The port reopens')]), text)
    }
  })
  const articles = [anArticle('a.txt'), anArticle('b.txt')]

  it('of colleagues are found only where they may be seen', async () => {
    expect((await search('label:Pledge', articles)).hits).toBe('will deliver 40 ambulances|The port reopens|will deliver 40 ambulances|The port reopens')
    const blind = await search('label:Pledge', articles, { visible: new Set(['b.txt']) })
    expect(blind.lines.map(({ article, annotation }) => `${article} ${annotation?.annotator}`)).toEqual(['a.txt Ines Duarte', 'b.txt Ines Duarte', 'b.txt Noor Haddad'])
    expect(blind.outcome).toMatchObject({ value: { hits: 3 } })
    expect((await search('annotator:Noor', articles, { visible: new Set() })).outcome).toMatchObject({ value: { hits: 0 } })
    expect((await search('-label:Agreement port', articles, { visible: new Set() })).hits).toBe('')
  })

  it('of one’s own are named beside words of the text, others’ never', async () => {
    const { lines } = await search('ambulances OR port OR "will deliver 40 ambulances"', [anArticle('a.txt')])
    expect(lines.map(({ hit, labels, exact }) => [hit, labels, exact])).toEqual([
      ['will deliver 40 ambulances', ['pledge'], ['pledge']],
      ['port', [], []],
    ])
  })

  it('are read again once they are in doubt', async () => {
    expect((await search('label:Agreement', articles)).hits).toBe('')
    await putSet(setOf('a.txt', 'Ines Duarte', [aMark('1', 'agreement', text, 'port')]), text)
    engine.doubt(['a.txt'])
    expect((await search('label:Agreement', articles)).hits).toBe('port')
  })
})

describe('a question', () => {
  it('makes so many lines at most and counts the others, and can be given up', async () => {
    const articles = Array.from({ length: 40 }, (_, at) => anArticle(`${at}.txt`))
    for (const { path } of articles) await put(`articles/${path}`, 'port port')
    const { lines, outcome } = await search('port', articles, { most: 5 })
    expect(lines).toHaveLength(5)
    expect(outcome).toMatchObject({ value: { hits: 80, articles: 40 } })
    expect((await search('port', articles, { isCancelled: () => true })).outcome).toMatchObject({ ok: false, error: { code: 'work.cancelled' } })
  })
})
