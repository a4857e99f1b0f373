import { cp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationSetSchema, type AnnotationSet } from '../../core/model/annotation-set.ts'
import { serialise } from '../../core/model/canonical.ts'
import { annotatorKey, articleId } from '../../core/model/folder-name.ts'
import { projectSchema } from '../../core/model/project.ts'
import type { EventName } from '../../ipc/contract.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { sha256 } from '../services/hash.ts'
import { unwrap } from '../services/sets/testing.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { watchOwnWrites } from '../services/watching/own-writes.ts'
import { followFiles } from './follow-files.ts'
import { openReview } from './open-review.ts'
import { openWorkspace } from './open-workspace.ts'
import { rowOf } from './workspace.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')
const BOTH = 'wire/2031-03-04-ambulances-for-estal.txt'
const ID = articleId(BOTH, sha256)

async function opened({ watch = false } = {}) {
  const root = await temporaryFolder()
  const folder = join(root, 'project')
  await cp(SAMPLE, folder, { recursive: true })
  const news: { name: EventName; payload: unknown }[] = []
  const send = (name: EventName, payload: unknown) => void news.push({ name, payload })
  const name = 'Ines Duarte'
  const { disk, isOwn } = watchOwnWrites(nodeDisk)
  const workspace = unwrap(
    await openWorkspace({ folder, annotator: () => ({ key: annotatorKey(name), name }), disk, environment: nodeEnvironment, journalFolder: join(root, 'journal'), send, ...(watch ? { isOwnWrite: isOwn } : {}) }),
  )
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  const told = (wanted: EventName) => news.filter(({ name: each }) => each === wanted).map(({ payload }) => payload)
  return { folder, workspace, news, send, put, read, told, options: { disk: nodeDisk, send } }
}

async function leave({ workspace }: Awaited<ReturnType<typeof opened>>) {
  await workspace.watch?.stop()
  unwrap(await workspace.reviews.close())
  unwrap(await workspace.annotations.close())
}

const setOf = (text: string): AnnotationSet => annotationSetSchema.parse(JSON.parse(text))

describe('files that come while a project is open', () => {
  it('a new colleague’s set is in the review at once, and the colleague among the annotators', async () => {
    const rig = await opened()
    const tomas = setOf(await rig.read(`annotations/tomas%20berg/${BOTH}.json`))
    await rig.put(`annotations/aino/${BOTH}.json`, serialise(annotationSetSchema, { ...tomas, annotator: { key: 'aino', name: 'Aino' } }))
    await followFiles(rig.workspace, [{ kind: 'set', folder: 'aino', article: BOTH }], rig.options)
    expect(rig.told('sets.changed')).toEqual([{ articles: [ID], own: [] }])
    expect(rig.told('project.changed')).toMatchObject([{ annotators: [{ name: 'Ines Duarte' }, { name: 'Aino' }, { name: 'Tomas Berg' }] }])
    expect(unwrap(await openReview(rig.workspace, nodeDisk, ID, false)).sets.map(({ set }) => set.annotator.name)).toEqual(['Aino', 'Ines Duarte', 'Tomas Berg'])
    await leave(rig)
  })

  it('articles appear, change and go', async () => {
    const rig = await opened()
    await rig.put('articles/new/Ünïque 新聞.txt', 'News of the day.')
    await followFiles(rig.workspace, [{ kind: 'article', article: 'new/Ünïque 新聞.txt' }], rig.options)
    expect(rig.told('rows.changed').at(-1)).toMatchObject({ rows: [{ path: 'new/Ünïque 新聞.txt', words: 4, problem: null }], removed: [] })
    await rm(join(rig.folder, 'articles/new/Ünïque 新聞.txt'))
    await followFiles(rig.workspace, [{ kind: 'article', article: 'new/Ünïque 新聞.txt' }], rig.options)
    expect(rig.told('rows.changed').at(-1)).toEqual({ rows: [], removed: [articleId('new/Ünïque 新聞.txt', sha256)] })
    await leave(rig)
  })

  it('an article that is changed and restored takes the own set along, and nothing is lost', async () => {
    const rig = await opened()
    const path = `articles/${BOTH}`
    const before = unwrap(await rig.workspace.annotations.open(BOTH))
    const text = await rig.read(path)
    const changed = text.replace('will deliver 40 ambulances', 'will now deliver forty ambulances')
    await rig.put(path, changed)
    await followFiles(rig.workspace, [{ kind: 'article', article: BOTH }], rig.options)
    const set = unwrap(await rig.workspace.annotations.open(BOTH))
    expect(set.article.text_sha256).not.toBe(before.article.text_sha256)
    expect(set.unplaced?.length).toBeGreaterThan(0)
    expect(set.annotations.length + (set.unplaced?.length ?? 0)).toBe(before.annotations.length)
    const facts = rig.workspace.articles.byPath(BOTH)
    expect(facts && rowOf(rig.workspace, facts)).toMatchObject({ unplaced: set.unplaced?.length })
    expect(rig.told('sets.changed').at(-1)).toEqual({ articles: [ID], own: [ID] })
    expect(rig.told('article.broughtOver').at(-1)).toMatchObject({ article: ID, open: set.unplaced?.length })
    unwrap(await rig.workspace.annotations.flush())
    await rig.put(path, text)
    await followFiles(rig.workspace, [{ kind: 'article', article: BOTH }], rig.options)
    const restored = unwrap(await rig.workspace.annotations.open(BOTH))
    expect(restored.unplaced).toBeUndefined()
    expect(restored.annotations).toEqual(before.annotations)
    expect(rig.told('sets.changed')).toHaveLength(2)
    await leave(rig)
  })

  it('the own set from another computer is taken over', async () => {
    const rig = await opened()
    const path = `annotations/ines%20duarte/${BOTH}.json`
    const mine = setOf(await rig.read(path))
    unwrap(await rig.workspace.annotations.open(BOTH))
    await rig.put(path, serialise(annotationSetSchema, { ...mine, revision: mine.revision + 1, annotations: mine.annotations.slice(0, 3), relations: [] }))
    await followFiles(rig.workspace, [{ kind: 'set', folder: 'ines%20duarte', article: BOTH }], rig.options)
    expect(rig.told('sets.changed').at(-1)).toEqual({ articles: [ID], own: [ID] })
    const facts = rig.workspace.articles.byPath(BOTH)
    expect(facts && rowOf(rig.workspace, facts)).toMatchObject({ annotations: 3 })
    await leave(rig)
  })

  it('what the project says is followed: the name, and whether colleagues’ sets are hidden', async () => {
    const rig = await opened()
    const project = projectSchema.parse(JSON.parse(await rig.read('concord.json')))
    await rig.put('concord.json', serialise(projectSchema, { ...project, name: 'Renamed', blind: false }))
    await followFiles(rig.workspace, [{ kind: 'project' }], rig.options)
    expect(rig.told('project.changed')).toMatchObject([{ name: 'Renamed', blind: false }])
    expect(rig.told('sets.changed')).toEqual([{ articles: null, own: [] }])
    await rig.put('concord.json', serialise(projectSchema, { ...project, codebook: 'f'.repeat(64) }))
    await followFiles(rig.workspace, [{ kind: 'project' }], rig.options)
    expect(rig.workspace.opened.project.name).toBe('Renamed')
    await leave(rig)
  })
})

describe('the watcher', () => {
  it('sees what is put into the folder, and nothing of what the app writes', async () => {
    const rig = await opened({ watch: true })
    await rig.workspace.watch?.ready
    const set = unwrap(await rig.workspace.annotations.open(BOTH))
    const diff = { annotations: { added: [], updated: [], removed: set.annotations.slice(0, 1) }, relations: { added: [], updated: [], removed: set.relations }, state: null }
    unwrap(await rig.workspace.annotations.apply({ id: 'g1', at: '2031-03-04T09:15:00.000Z', kind: 'delete' }, [{ article: BOTH, base: set.revision, diff }]))
    unwrap(await rig.workspace.annotations.flush())
    await rig.put('articles/late.txt', 'Late news.')
    await expect.poll(() => rig.told('rows.changed').at(-1), { timeout: 20_000 }).toMatchObject({ rows: [{ path: 'late.txt' }] })
    expect(rig.told('sets.changed')).toEqual([{ articles: [articleId('late.txt', sha256)], own: [] }])
    await leave(rig)
  }, 30_000)
})
