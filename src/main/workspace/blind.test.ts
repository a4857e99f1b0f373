import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotatorKey, articleId } from '../../core/model/folder-name.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import { makeStanding } from '../../core/review/standing.ts'
import { EMPTY_REVIEW_DIFF } from '../../core/review/diff.ts'
import type { Result } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { exportSets } from '../services/export/export-service.ts'
import { sha256 } from '../services/hash.ts'
import { usesInSight } from '../services/sets/codebook-uses.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { openReview } from './open-review.ts'
import { openWorkspace } from './open-workspace.ts'
import { reviewOverview } from './review-overview.ts'
import { rowOf, type Workspace } from './workspace.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')
const BOTH = 'wire/2031-03-04-ambulances-for-estal.txt'
const AMBULANCES = articleId(BOTH, sha256)
const TOMAS = annotatorKey('Tomas Berg')

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

async function copyOfSample(): Promise<string> {
  const folder = await temporaryFolder()
  await cp(SAMPLE, join(folder, 'project'), { recursive: true })
  return join(folder, 'project')
}

async function openAs(folder: string, name: string): Promise<Workspace> {
  return must(
    await openWorkspace({
      folder, annotator: () => ({ key: annotatorKey(name), name }), disk: nodeDisk, environment: nodeEnvironment, journalFolder: join(folder, '..', 'journal'), send: () => true,
    }),
  )
}

async function leave(workspace: Workspace): Promise<void> {
  must(await workspace.reviews.close())
  must(await workspace.annotations.close())
}

/** Marks the own set on an article done, or in progress again. */
async function setStatus(workspace: Workspace, status: 'done' | 'in_progress', path = BOTH): Promise<void> {
  const set = must(await workspace.annotations.open(path))
  const changed = timestamp(nodeEnvironment.now())
  const diff = { annotations: { added: [], updated: [], removed: [] }, relations: { added: [], updated: [], removed: [] }, state: { from: set.state, to: { status, changed } } }
  must(await workspace.annotations.apply({ id: newId(nodeEnvironment), at: changed, kind: 'set_status' }, [{ article: path, base: set.revision, diff }]))
  must(await workspace.annotations.flush())
}

const independent = (folder: string, person: string) => readFile(join(folder, 'independent', person, `${BOTH}.json`), 'utf8').catch(() => null)
const ownFile = (folder: string) => readFile(join(folder, 'annotations/ines%20duarte', `${BOTH}.json`), 'utf8')

describe('a blind project', () => {
  it('shows nothing of colleagues before the own set is done: not in the review, the matrix, the counts of the codebook or an export', async () => {
    const folder = await copyOfSample()
    const workspace = await openAs(folder, 'Ines Duarte')
    await setStatus(workspace, 'in_progress')
    const hidden = must(await openReview(workspace, nodeDisk, AMBULANCES, true))
    expect(hidden).toMatchObject({ visibility: { visible: false, why: 'code_first' }, hidden: [{ name: 'Tomas Berg' }] })
    expect(hidden.sets.map(({ set }) => set.annotator.name)).toEqual(['Ines Duarte'])
    expect(hidden.reviews).toHaveLength(1)
    const row = async () => (await reviewOverview(workspace)).rows.find(({ article }) => article === AMBULANCES)
    expect(await row()).toMatchObject({ counts: null, sets: [{ annotator: 'ines duarte', annotations: expect.any(Number) }, { annotator: TOMAS, annotations: null }] })

    const { codebook } = workspace.opened
    const uses = () => usesInSight(nodeDisk, folder, { key: TOMAS, name: 'Tomas Berg' }, codebook, null, workspace.sight)
    const before = await uses()
    expect(before.hidden).toBeGreaterThan(0)
    const exported = async () =>
      must(
        await exportSets({
          disk: nodeDisk, folder, project: 'x', codebook, text: (path) => workspace.articles.text(path), articles: [BOTH], annotators: null, format: 'jsonl',
          outFolder: join(folder, '../out'), sight: { own: workspace.annotator.key, visible: workspace.sight.visible },
        }),
      )
    expect(await exported()).toMatchObject({ annotators: 1, hidden: 1 })

    await setStatus(workspace, 'done')
    expect(await exported()).toMatchObject({ annotators: 2, hidden: 0 })
    expect((await uses()).hidden).toBe(before.hidden - 1)
    const shown = must(await openReview(workspace, nodeDisk, AMBULANCES, false))
    expect(shown).toMatchObject({ visibility: { visible: true }, hidden: [] })
    expect(shown.sets.map(({ set }) => set.annotator.name)).toEqual(['Ines Duarte', 'Tomas Berg'])
    expect(await row()).toMatchObject({ counts: { open: expect.any(Number), conflicts: 0 }, sets: [{ open: expect.any(Number) }, { open: expect.any(Number) }] })
    expect(shown.sets.every(({ set, hashes }) => hashes.annotations.length === set.annotations.length)).toBe(true)
    await leave(workspace)
  })

  it('lets somebody review who does not code, once they say so, and remembers that', async () => {
    const folder = await copyOfSample()
    const workspace = await openAs(folder, 'Noor Haddad')
    const open = async (reviewing: boolean) => must(await openReview(workspace, nodeDisk, AMBULANCES, reviewing))
    expect(await open(false)).toMatchObject({ visibility: { visible: false, why: 'say_so' }, sets: [] })
    expect((await open(true)).sets).toHaveLength(2)
    await leave(workspace)
    const again = await openAs(folder, 'Noor Haddad')
    expect(must(await openReview(again, nodeDisk, AMBULANCES, false))).toMatchObject({ visibility: { visible: true }, reviews: [{ seen: [{ annotator: 'ines duarte' }, { annotator: TOMAS }] }] })
    await leave(again)
  })
})

describe('the independent copy', () => {
  it('is made when an article is marked done, again while nobody else was seen, and never after', async () => {
    const folder = await copyOfSample()
    await rm(join(folder, 'independent'), { recursive: true, force: true })
    const workspace = await openAs(folder, 'Ines Duarte')
    await setStatus(workspace, 'in_progress')
    expect(await independent(folder, 'ines%20duarte')).toBeNull()
    await setStatus(workspace, 'done')
    const first = await independent(folder, 'ines%20duarte')
    expect(first).toBe(await ownFile(folder))
    await setStatus(workspace, 'in_progress')
    expect(await independent(folder, 'ines%20duarte')).toBe(first)
    await setStatus(workspace, 'done')
    const second = await independent(folder, 'ines%20duarte')
    expect(second).toBe(await ownFile(folder))
    expect(second).not.toBe(first)
    expect(must(await openReview(workspace, nodeDisk, AMBULANCES, false)).independent).toEqual(['ines duarte'])
    await setStatus(workspace, 'in_progress')
    await setStatus(workspace, 'done')
    expect(await ownFile(folder)).not.toBe(second)
    expect(await independent(folder, 'ines%20duarte')).toBe(second)
    await leave(workspace)
  })

  it('is made before anybody else’s set is shown, where the app was stopped before it could be', async () => {
    const folder = await copyOfSample()
    await rm(join(folder, 'independent'), { recursive: true, force: true })
    const workspace = await openAs(folder, 'Ines Duarte')
    expect(must(await openReview(workspace, nodeDisk, AMBULANCES, false)).sets).toHaveLength(2)
    expect(await independent(folder, 'ines%20duarte')).toBe(await ownFile(folder))
    expect(await independent(folder, 'tomas%20berg')).toBeNull()
    await leave(workspace)
  })
})

describe('what a reviewer says of a set', () => {
  it('stands in the annotator’s list with who, when and why, until the set is changed', async () => {
    const folder = await copyOfSample()
    const reviewer = await openAs(folder, 'Noor Haddad')
    const { sets } = must(await openReview(reviewer, nodeDisk, AMBULANCES, true))
    const ines = sets.find(({ set }) => set.annotator.key === 'ines duarte')
    if (!ines) throw new Error('no set')
    const at = timestamp(nodeEnvironment.now())
    const diff = { ...EMPTY_REVIEW_DIFF, standings: { added: [makeStanding(ines.set, 'returned', at, 'Look at the dates.')], updated: [], removed: [] } }
    must(await reviewer.reviews.apply({ id: newId(nodeEnvironment), at, kind: 'return_set' }, [{ article: BOTH, base: 0, diff }]))
    await leave(reviewer)

    const workspace = await openAs(folder, 'Ines Duarte')
    const row = () => {
      const facts = workspace.articles.byId(AMBULANCES)
      return facts && rowOf(workspace, facts).review
    }
    await expect.poll(row).toEqual({ status: 'returned', by: 'Noor Haddad', at, note: 'Look at the dates.' })
    const before = await independent(folder, 'ines%20duarte')
    await setStatus(workspace, 'in_progress')
    expect(row()).toBeNull()
    // Others' sets are hidden again while it is reworked, and what the reviewer said of it is not.
    const reworked = must(await openReview(workspace, nodeDisk, AMBULANCES, false))
    expect(reworked).toMatchObject({ visibility: { visible: false }, reviews: [{}, { reviewer: { name: 'Noor Haddad' }, standings: [{ note: 'Look at the dates.' }] }] })
    await setStatus(workspace, 'done')
    expect(await independent(folder, 'ines%20duarte')).toBe(before)
    await leave(workspace)
  })
})
