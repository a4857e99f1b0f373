import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationSetSchema } from '../../core/model/annotation-set.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import { annotatorKey, articleId } from '../../core/model/folder-name.ts'
import { decisionsDiff } from '../../core/review/changes.ts'
import { decide } from '../../core/review/decide.ts'
import { reviewArticle } from '../../core/review/review-article.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { exportSets } from '../services/export/export-service.ts'
import { sha256 } from '../services/hash.ts'
import { unwrap } from '../services/sets/testing.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { openReview } from './open-review.ts'
import { openWorkspace } from './open-workspace.ts'
import { reviewOverview } from './review-overview.ts'
import type { Workspace } from './workspace.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')
const BOTH = 'wire/2031-03-04-ambulances-for-estal.txt'
const ID = articleId(BOTH, sha256)

async function openAs(folder: string, name: string): Promise<Workspace> {
  return unwrap(
    await openWorkspace({
      folder, annotator: () => ({ key: annotatorKey(name), name }), disk: nodeDisk, environment: nodeEnvironment, journalFolder: join(folder, '..', 'journal'), send: () => true,
    }),
  )
}

async function leave(workspace: Workspace): Promise<void> {
  unwrap(await workspace.reviews.close())
  unwrap(await workspace.annotations.close())
}

/** Takes Ines's record of the first difference that she has one of. */
async function decideFirst(workspace: Workspace): Promise<string> {
  const article = unwrap(await openReview(workspace, nodeDisk, ID, true))
  const { codebook } = workspace.opened
  const items = reviewArticle(article.sets, article.reviews, codebook)
  const open = items.flatMap(({ item, status }) => (status === 'open' && item?.kind === 'annotation' && item.members.some(({ annotator }) => annotator === 'ines duarte') ? [item] : []))
  const [item] = open
  if (!item) throw new Error('nothing to decide')
  const context = { text: article.text, codebook, articleDate: null, environment: nodeEnvironment }
  const decision = unwrap(decide(context, item, { kind: 'take', annotator: 'ines duarte' }))
  const gesture = { id: newId(nodeEnvironment), at: timestamp(nodeEnvironment.now()), kind: 'decide' as const }
  const base = article.reviews[0]?.revision ?? 0
  unwrap(await workspace.reviews.apply(gesture, [{ article: BOTH, base, diff: decisionsDiff({ added: [decision], updated: [], removed: [] }) }]))
  unwrap(await workspace.reviews.flush())
  return decision.id
}

describe('the adjudicated set', () => {
  it('follows decisions and their undo, says what came of what, and is the same whoever derives it', async () => {
    const folder = join(await temporaryFolder(), 'project')
    await cp(SAMPLE, folder, { recursive: true })
    const file = join(folder, 'adjudicated', `${BOTH}.json`)
    const outcome = async () => annotationSetSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const row = async (workspace: Workspace) => (await reviewOverview(workspace)).rows.find(({ article }) => article === ID)?.counts

    const noor = await openAs(folder, 'Noor Haddad')
    const id = await decideFirst(noor)
    expect(await outcome()).toMatchObject({ annotator: { name: 'Adjudicated' }, annotations: [{ id, extra: { concord: { decision: id, decided_by: { name: 'Noor Haddad' }, origin: 'taken' } } }] })
    expect(await row(noor)).toMatchObject({ decided: 1, stale: 0 })
    const bytes = await readFile(file, 'utf8')
    unwrap(await noor.reviews.undo())
    unwrap(await noor.reviews.flush())
    await expect(readFile(file)).rejects.toThrow('ENOENT')
    unwrap(await noor.reviews.redo())
    unwrap(await noor.reviews.flush())
    expect((await outcome()).annotations).toEqual(annotationSetSchema.parse(JSON.parse(bytes)).annotations)
    await leave(noor)

    // It is exported where it is asked for, and is nobody's among all.
    const exported = async (annotators: readonly string[] | null) => {
      const { codebook } = noor.opened
      const text = (article: string) => noor.articles.text(article)
      return unwrap(await exportSets({ disk: nodeDisk, folder, project: 'x', codebook, text, articles: [BOTH], annotators, format: 'csv', outFolder: join(folder, '../out') }))
    }
    expect(await exported(['adjudicated'])).toMatchObject({ annotators: 1, annotations: 1, verified: true, problems: [] })
    expect(await exported(null)).toMatchObject({ annotators: 2 })

    // What stopped between the decision and the outcome is brought in step at the next start.
    const whole = await readFile(file, 'utf8')
    await writeFile(file, bytes.replace('"Adjudicated"', '"Adjudicate"'))
    const again = await openAs(folder, 'Noor Haddad')
    again.reviews.deriveLater(BOTH)
    unwrap(await again.reviews.flush())
    expect(await readFile(file, 'utf8')).toBe(whole)

    // A colleague who changes the set after it was decided on makes exactly that decision stale.
    const path = join(folder, 'annotations/ines%20duarte', `${BOTH}.json`)
    const set = annotationSetSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const taken = (await outcome()).annotations[0]
    const changed = set.annotations.map((annotation) => (annotation.fragments[0]?.start === taken?.fragments[0]?.start && annotation.label === taken?.label ? { ...annotation, note: 'Changed my mind.' } : annotation))
    await writeFile(path, `${JSON.stringify({ ...set, revision: set.revision + 1, annotations: changed }, null, 2)}\n`)
    expect(await row(again)).toMatchObject({ stale: 1, decided: 0 })
    await leave(again)
  })
})
