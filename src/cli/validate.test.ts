import { copyFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../core/codebook/starter.ts'
import type { Annotation } from '../core/model/annotation.ts'
import type { AnnotationSet } from '../core/model/annotation-set.ts'
import { annotationSetSchema } from '../core/model/annotation-set.ts'
import { serialise, serialiseLine } from '../core/model/canonical.ts'
import { historyPath, infoPath, setPath } from '../core/model/folder-name.ts'
import type { HistoryLine } from '../core/model/gesture.ts'
import { historyLineSchema } from '../core/model/gesture.ts'
import { articleInfoSchema } from '../core/model/project.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { sha256 } from '../main/services/hash.ts'
import { createProjectAt } from '../main/services/project/create-project.ts'
import { readProject, saveCodebookVersion } from '../main/services/project/read-project.ts'
import { temporaryFolders, testEnvironment } from '../main/services/testing/temporary-folder.ts'
import type { CliError } from './command.ts'
import { concord } from './testing.ts'
import { checkProject } from './validation/check-project.ts'

const newFolder = temporaryFolders()
const AT = '2031-03-04T09:15:00.000Z'
const TEXT = '👩🏽‍🔬 BEIJING: Both sides promised to open the border by June.\nNothing else.\n'
const ana = { key: 'ana sousa', name: 'Ana Sousa' }
const SET = setPath(ana.key, 'news/a.txt')
const HISTORY = historyPath(ana.key, 'news/a.txt')
const INFO = infoPath(ana.key, 'news/a.txt')
let root = ''
let version = ''

function annotation(id: string, quote: string, more: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(quote)
  return {
    id,
    label: 'pledge',
    fragments: [{ start, end: start + quote.length, quote }],
    prefix: TEXT.slice(start - 5, start),
    suffix: TEXT.slice(start + quote.length, start + quote.length + 5),
    attributes: {},
    created: AT,
    modified: AT,
    ...more,
  }
}

function set(more: Partial<AnnotationSet> = {}): AnnotationSet {
  return {
    format: 'concord/annotation-set',
    version: 1,
    article: { path: 'news/a.txt', text_sha256: sha256(TEXT) },
    annotator: ana,
    codebook: version,
    revision: 1,
    state: { status: 'in_progress', changed: AT },
    annotations: [annotation('one', 'promised to open the border'), annotation('two', 'the border by June')],
    relations: [
      {
        id: 'r',
        type: 'conditional_on',
        from: { article: 'news/a.txt', annotation: 'one' },
        to: { article: 'news/a.txt', annotation: 'two' },
        created: AT,
        modified: AT,
      },
    ],
    ...more,
  }
}

async function put(path: string, content: string) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}
const putSet = (more: Partial<AnnotationSet> = {}, path = SET) => put(path, serialise(annotationSetSchema, set(more)))
const edit = async (path: string, from: string | RegExp, to: string) =>
  writeFile(join(root, path), (await readFile(join(root, path), 'utf8')).replace(from, to))

const historyLine = (revision: number): string => {
  const line: HistoryLine = {
    gesture: { id: `g${revision}`, at: AT, kind: 'annotate' },
    revision,
    diff: {
      annotations: { added: [], updated: [], removed: [] },
      relations: { added: [], updated: [], removed: [] },
      state: null,
    },
  }
  return serialiseLine(historyLineSchema, line)
}

async function problems(): Promise<readonly CliError[]> {
  return (await checkProject(nodeDisk, root, testEnvironment(), () => undefined)).findings.errors
}

beforeEach(async () => {
  root = join(await newFolder(), 'talks')
  const made = await createProjectAt(nodeDisk, root, {
    name: 'Talks',
    codebook: pledgesAndAgreements,
    environment: testEnvironment(),
  })
  if (!made.ok) throw new Error(made.error.message)
  version = made.value.project.codebook
  await put('articles/news/a.txt', TEXT)
  await putSet()
  await put(HISTORY, historyLine(1))
  await put(
    INFO,
    serialise(articleInfoSchema, {
      format: 'concord/article-info',
      version: 1,
      article: { path: 'news/a.txt', text_sha256: sha256(TEXT) },
      author: ana,
      title: 'Border',
      modified: AT,
    }),
  )
})

describe('a project in order', () => {
  it('is right, and everything in it is counted', async () => {
    const ran = await concord(dirname(root), 'validate', 'talks', '--json')
    expect(ran.stderr).toBe('')
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.stdout)).toEqual({
      ok: true,
      project: { id: expect.any(String), name: 'Talks' },
      files: 7,
      checked: {
        project: 1,
        codebooks: 2,
        articles: 1,
        annotation_sets: 1,
        article_info: 1,
        histories: 1,
        annotations: 2,
        relations: 1,
        quotes: 2,
      },
      errors: [],
    })
  })

  it('stays right with two annotators, and a span of several pieces', async () => {
    const pieces = annotation('p', 'promised')
    const second = TEXT.indexOf('June')
    await putSet(
      {
        annotator: { key: 'ben', name: 'Ben' },
        relations: [],
        annotations: [
          {
            ...pieces,
            fragments: [...pieces.fragments, { start: second, end: second + 4, quote: 'June' }],
            suffix: '.\nNot',
          },
        ],
      },
      setPath('ben', 'news/a.txt'),
    )
    expect(await problems()).toEqual([])
  })

  it('stays right when a set holds what came with a later codebook than it was begun under', async () => {
    const opened = await readProject(nodeDisk, root)
    const [label] = pledgesAndAgreements.labels
    if (!opened.ok || !label) throw new Error('no project')
    const labels = [...pledgesAndAgreements.labels, { ...label, id: 'rumour', name: 'Rumour', key: '9', active: false }]
    const saved = await saveCodebookVersion(nodeDisk, opened.value, {
      ...pledgesAndAgreements,
      labels,
      parent: version,
      change: 'Rumours',
    })
    expect(saved.ok).toBe(true)
    await putSet({ annotations: [annotation('one', 'promised', { label: 'rumour' })], relations: [] })
    expect(await problems()).toEqual([])
  })

  it('is not written to', async () => {
    await createArticleStore(nodeDisk, root, testEnvironment()).scan()
    await rm(join(root, '.concord'), { recursive: true })
    await problems()
    expect(await nodeDisk.exists(join(root, '.concord'))).toEqual({ ok: true, value: false })
  })
})

describe('what is wrong is named with file, line and remedy', () => {
  const cases: [name: string, spoil: () => Promise<unknown>, file: () => string, message: RegExp][] = [
    [
      'a quote',
      () => edit(SET, '"quote": "the border by June"', '"quote": "the border by July"'),
      () => SET,
      /annotation two: .*“?the border by June/,
    ],
    ['an offset', () => edit(SET, /"start": \d+/, '"start": 3'), () => SET, /annotation one: /],
    [
      'half a character',
      () => edit(SET, /"start": \d+/, '"start": 1'),
      () => SET,
      /annotation one: .*cuts a character/,
    ],
    ['the text around', () => edit(SET, '"suffix": " by J"', '"suffix": " by X"'), () => SET, /suffix/],
    [
      'an article that was edited',
      () => put('articles/news/a.txt', TEXT.replace('else', 'more')),
      () => SET,
      /not the one that was coded/,
    ],
    ['a label', () => edit(SET, '"label": "pledge"', '"label": "promise"'), () => SET, /no label “promise”/],
    [
      'an attribute',
      () =>
        putSet({
          annotations: [annotation('one', 'promised', { attributes: { colour: { state: 'not_stated' } } })],
          relations: [],
        }),
      () => SET,
      /no attribute “colour”/,
    ],
    [
      'a value',
      () =>
        putSet({
          annotations: [annotation('one', 'promised', { attributes: { actor: { state: 'decided', value: true } } })],
          relations: [],
        }),
      () => SET,
      /takes a list/,
    ],
    [
      'a relation type',
      () => edit(SET, '"type": "conditional_on"', '"type": "because"'),
      () => SET,
      /no relation “because”/,
    ],
    [
      'a relation end',
      () => edit(SET, '"annotation": "two"', '"annotation": "three"'),
      () => SET,
      /no annotation three/,
    ],
    [
      'an id twice',
      () => putSet({ annotations: [annotation('one', 'promised'), annotation('one', 'June')], relations: [] }),
      () => SET,
      /the id one is there twice/,
    ],
    ['a schema', () => edit(SET, '"revision": 1', '"revision": -1'), () => SET, /revision/],
    ['JSON', () => edit(SET, '"revision": 1', '"revision": one'), () => SET, /not valid JSON/],
    ['a newer format', () => edit(SET, '"version": 1', '"version": 2'), () => SET, /newer Concord/],
    [
      'the codebook version of a set',
      () => putSet({ codebook: 'f'.repeat(64) }),
      () => SET,
      /codebook version f+… .*not in codebook/,
    ],
    ['a set of another annotator', () => edit(SET, '"Ana Sousa"', '"Ben"'), () => SET, /not that of the name/],
    ['the article info', () => edit(INFO, '"title": "Border"', '"titel": "Border"'), () => INFO, /titel/],
    [
      'the history',
      () => put(HISTORY, `${historyLine(1)}{"gesture"\n${historyLine(3)}`),
      () => HISTORY,
      /not valid JSON/,
    ],
    ['a torn history', () => put(HISTORY, historyLine(1) + historyLine(2).slice(0, 40)), () => HISTORY, /cut off/],
    [
      'a gap in the history',
      () => put(HISTORY, historyLine(1) + historyLine(3)),
      () => HISTORY,
      /revision 3 follows revision 1/,
    ],
    [
      'codebook.json',
      () => edit('codebook.json', '"name": "Pledges and agreements"', '"name": "Mine"'),
      () => 'codebook.json',
      /not the version that concord.json names/,
    ],
    [
      'a codebook version',
      () => edit(`codebook/${version}.json`, '"name": "Pledges and agreements"', '"name": "Mine"'),
      () => `codebook/${version}.json`,
      /has the hash [0-9a-f]{64}, which should be its name/,
    ],
    ['concord.json', () => edit('concord.json', '"name": "Talks",\n', ''), () => 'concord.json', /name/],
    ['the current version', () => edit('concord.json', version, 'e'.repeat(64)), () => 'concord.json', /is not there/],
  ]

  it.each(cases)('%s', async (_, spoil, file, message) => {
    await spoil()
    const found = await problems()
    const one = found.find((problem) => problem.file === file() && message.test(problem.message))
    expect(one, JSON.stringify(found)).toBeDefined()
    expect(one?.line).toBeGreaterThan(0)
    expect(one?.remedy).not.toBe('')
  })

  const more: [name: string, spoil: () => Promise<unknown>, file: string, message: RegExp][] = [
    [
      'a set at the wrong place',
      () => rename(join(root, SET), join(root, setPath(ana.key, 'news/b.txt'))),
      setPath(ana.key, 'news/b.txt'),
      /the set of news\/a.txt/,
    ],
    [
      'a conflict copy',
      () => copyFile(join(root, SET), join(root, dirname(SET), 'a (copy).txt.json')),
      `${dirname(SET)}/a (copy).txt.json`,
      /the set of news\/a.txt/,
    ],
    ['an article that is gone', () => rm(join(root, 'articles/news/a.txt')), SET, /no article news\/a.txt/],
    ['a binary article', () => put('articles/b.txt', '\0\x01\x02'), 'articles/b.txt', /binary/],
    [
      'a stray file',
      () => put('annotations/ana%20sousa/notes.docx', 'x'),
      'annotations/ana%20sousa/notes.docx',
      /not a file of Concord/,
    ],
    [
      'a link',
      () => symlink('/etc/hostname', join(root, 'articles/b.txt')),
      'articles/b.txt',
      /leads out of the project/,
    ],
    ['a file that is not UTF-8', async () => writeFile(join(root, SET), Uint8Array.from([0x7b, 0xff])), SET, /UTF-8/],
  ]

  it.each(more)('%s', async (_, spoil, file, message) => {
    await spoil()
    const found = await problems()
    expect(
      found.some((problem) => problem.file === file && message.test(problem.message) && problem.remedy !== ''),
      JSON.stringify(found),
    ).toBe(true)
  })

  it('points at the line of the record', async () => {
    await edit(SET, '"quote": "the border by June"', '"quote": "the border by July"')
    const [one] = await problems()
    const lines = (await readFile(join(root, SET), 'utf8')).split('\n')
    expect(lines.slice((one?.line ?? 0) - 1, (one?.line ?? 0) + 1).join('')).toContain('"id": "two"')
  })

  it('on stderr, with exit code 1', async () => {
    await edit(SET, '"label": "pledge"', '"label": "promise"')
    const ran = await concord(dirname(root), 'validate', 'talks')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(
      /^annotations\/ana%20sousa\/news\/a\.txt\.json:\d+: the codebook has no label “promise”\.\n {2}\S.*\n$/,
    )
    expect(ran.stdout).toContain('1 problem in one file.')
  })

  it('also when there is no project at all', async () => {
    const ran = await concord(dirname(root), 'validate', 'nowhere')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('is not a Concord project')
  })
})
