import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EMPTY_DIFF } from '../../core/annotating/diff.ts'
import { annotatorKey } from '../../core/model/folder-name.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import type { Result } from '../../core/result.ts'
import { putSampleProject } from '../sample.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { openWorkspace } from './open-workspace.ts'
import { saveCodebook } from './save-codebook.ts'
import { articleOf, openArticle, rowOf, type Workspace } from './workspace.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function sampleWorkspace(annotator = 'Ines Duarte') {
  const folder = await temporaryFolder()
  await cp(SAMPLE, join(folder, 'project'), { recursive: true })
  const sent: { name: string; payload: unknown }[] = []
  const open = async (name = annotator): Promise<Workspace> =>
    must(
      await openWorkspace({
        folder: join(folder, 'project'),
        annotator: () => ({ key: annotatorKey(name), name }),
        disk: nodeDisk,
        environment: nodeEnvironment,
        journalFolder: join(folder, 'journal'),
        send: (event, payload) => sent.push({ name: event, payload }),
      }),
    )
  return { folder: join(folder, 'project'), sent, open, workspace: await open() }
}

function onlyRow(workspace: Workspace, path: string) {
  const facts = workspace.articles.byPath(path)
  if (!facts) throw new Error(`no ${path}`)
  return rowOf(workspace, facts)
}

const AMBULANCES = 'wire/2031-03-04-ambulances-for-estal.txt'

describe('a workspace', () => {
  it('lists the sample’s articles with what its annotator did', async () => {
    const { workspace } = await sampleWorkspace()
    const row = onlyRow(workspace, AMBULANCES)
    expect(row).toMatchObject({ date: '2031-03-04', progress: 'done', problem: null })
    expect(row.annotations).toBeGreaterThan(5)
    expect(workspace.summaries.annotators().map(({ name }) => name)).toEqual(['Ines Duarte', 'Tomas Berg'])
    expect([...workspace.problems, ...workspace.summaries.problems(), ...workspace.annotations.problems]).toEqual([])
    await workspace.annotations.close()
  })

  it('shows somebody else nothing of another’s progress', async () => {
    const { workspace } = await sampleWorkspace('Somebody Else')
    expect(onlyRow(workspace, AMBULANCES)).toMatchObject({ annotations: 0, progress: 'not_started' })
    await workspace.annotations.close()
  })

  it('keeps the row of an article in step with its set, and both after a restart', async () => {
    const { workspace, sent, open } = await sampleWorkspace()
    const row = onlyRow(workspace, AMBULANCES)
    const { set } = must(await openArticle(workspace, row.id, 0))
    const [first] = set.annotations
    if (!first) throw new Error('no annotation')
    const gesture = { id: newId(nodeEnvironment), at: timestamp(nodeEnvironment.now()), kind: 'delete' as const }
    const diff = { ...EMPTY_DIFF, annotations: { added: [], updated: [], removed: [first] } }
    must(await workspace.annotations.apply(gesture, [{ article: AMBULANCES, base: set.revision, diff }]))
    expect(onlyRow(workspace, AMBULANCES).annotations).toBe(row.annotations - 1)
    expect(sent.filter(({ name }) => name === 'rows.changed')).not.toEqual([])
    await workspace.annotations.close()
    const again = await open()
    expect(onlyRow(again, AMBULANCES).annotations).toBe(row.annotations - 1)
    await again.annotations.close()
  })

  it('refuses an article that is not there', async () => {
    const { workspace } = await sampleWorkspace()
    expect(articleOf(workspace, 'no-such-id')).toMatchObject({ ok: false, error: { code: 'article.unknown' } })
    await workspace.annotations.close()
  })

  it('opens with a damaged set, says which, and leaves it as it is', async () => {
    const { folder, workspace, open } = await sampleWorkspace()
    await workspace.annotations.close()
    const file = join(folder, 'annotations', 'ines%20duarte', ...`${AMBULANCES}.json`.split('/'))
    const damaged = (await readFile(file, 'utf8')).slice(0, 500)
    await writeFile(file, damaged)
    const again = await open()
    const row = onlyRow(again, AMBULANCES)
    expect([...again.summaries.problems(), ...again.annotations.problems].map((problem) => problem.file).join()).toContain(AMBULANCES)
    expect(await openArticle(again, row.id, 0)).toMatchObject({ ok: false })
    expect(await readFile(file, 'utf8')).toBe(damaged)
    await again.annotations.close()
  })

  it('makes a new codebook version and refuses one that was made from an older', async () => {
    const { workspace } = await sampleWorkspace()
    const { codebook, project } = workspace.opened
    const next = { ...codebook, parent: project.codebook, name: 'Renamed', change: 'another name' }
    const saved = must(await saveCodebook(workspace, nodeDisk, next, () => undefined, nodeEnvironment))
    expect(saved.version).not.toBe(project.codebook)
    expect(await saveCodebook(workspace, nodeDisk, next, () => undefined, nodeEnvironment)).toMatchObject({ ok: false, error: { code: 'codebook.parent' } })
    await workspace.annotations.close()
  })
})

describe('putSampleProject', () => {
  it('copies the sample once and keeps what was done in the copy', async () => {
    const documents = await temporaryFolder()
    const folder = must(await putSampleProject(nodeDisk, SAMPLE, documents))
    expect(await readFile(join(folder, 'articles', ...AMBULANCES.split('/')))).toEqual(
      await readFile(join(SAMPLE, 'articles', ...AMBULANCES.split('/'))),
    )
    await writeFile(join(folder, 'mine.txt'), 'kept')
    expect(must(await putSampleProject(nodeDisk, SAMPLE, documents))).toBe(folder)
    expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('kept')
  })

  it('says so when there is no sample to copy', async () => {
    const empty = await temporaryFolder()
    expect(await putSampleProject(nodeDisk, empty, empty)).toMatchObject({ ok: false, error: { code: 'sample.missing' } })
  })
})
