import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationSetSchema } from '../../core/model/annotation-set.ts'
import { quoteOf } from '../../core/model/annotation.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import { annotatorKey, articleId } from '../../core/model/folder-name.ts'
import { decisionsDiff } from '../../core/review/changes.ts'
import { decide } from '../../core/review/decide.ts'
import { reviewArticle } from '../../core/review/review-article.ts'
import { foldedQuote } from '../../core/review/same-words.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { sha256 } from '../services/hash.ts'
import { unwrap } from '../services/sets/testing.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { alikeElsewhere, earlierElsewhere } from './elsewhere.ts'
import { openReview } from './open-review.ts'
import { openWorkspace } from './open-workspace.ts'
import type { Workspace } from './workspace.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')
const ONE = 'wire/2031-03-04-ambulances-for-estal.txt'
const TWIN = 'wire/again.txt'
const idOf = (path: string) => articleId(path, sha256)

/** The sample with one of its articles, and what was marked there, a second time. */
async function withTwin(): Promise<string> {
  const folder = join(await temporaryFolder(), 'project')
  await cp(SAMPLE, folder, { recursive: true })
  await cp(join(folder, 'articles', ONE), join(folder, 'articles', TWIN))
  for (const person of ['ines%20duarte', 'tomas%20berg']) {
    const set = annotationSetSchema.parse(JSON.parse(await readFile(join(folder, 'annotations', person, `${ONE}.json`), 'utf8')))
    const file = join(folder, 'annotations', person, `${TWIN}.json`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify({ ...set, article: { ...set.article, path: TWIN }, relations: [] }))
  }
  return folder
}

async function openAs(folder: string, name: string): Promise<Workspace> {
  const annotator = () => ({ key: annotatorKey(name), name })
  return unwrap(await openWorkspace({ folder, annotator, disk: nodeDisk, environment: nodeEnvironment, journalFolder: join(folder, '..', 'journal'), send: () => true }))
}

async function rejectFirst(workspace: Workspace, path: string): Promise<string> {
  const article = unwrap(await openReview(workspace, nodeDisk, idOf(path), true))
  const { codebook } = workspace.opened
  const item = reviewArticle(article.sets, article.reviews, codebook).flatMap((each) => (each.item?.kind === 'annotation' ? [each.item] : []))[0]
  const record = item?.members[0]?.record
  if (!item || !record) throw new Error('nothing to decide')
  const decision = unwrap(decide({ text: article.text, codebook, articleDate: null, environment: nodeEnvironment }, item, { kind: 'nothing' }))
  const gesture = { id: newId(nodeEnvironment), at: timestamp(nodeEnvironment.now()), kind: 'decide' as const }
  unwrap(await workspace.reviews.apply(gesture, [{ article: path, base: article.reviews[0]?.revision ?? 0, diff: decisionsDiff({ added: [decision], updated: [], removed: [] }) }]))
  return foldedQuote(quoteOf(record))
}

describe('the same words in other articles', () => {
  it('are found, with what was decided on them, in articles whose review was opened, and only there', async () => {
    const folder = await withTwin()
    const noor = await openAs(folder, 'Noor Haddad')
    const quote = await rejectFirst(noor, ONE)
    // She has not said yet that she reviews the twin: nothing of it is shown, and nothing is recorded as seen.
    const hidden = unwrap(await alikeElsewhere(noor, nodeDisk, idOf(ONE), [quote]))
    expect(hidden.articles).toEqual([])
    expect(hidden.hidden).toBeGreaterThan(0)
    expect(unwrap(await earlierElsewhere(noor, nodeDisk, idOf(TWIN)))).toEqual([])
    expect(unwrap(await noor.reviews.open(TWIN)).seen).toEqual([])

    unwrap(await openReview(noor, nodeDisk, idOf(TWIN), true))
    const found = unwrap(await alikeElsewhere(noor, nodeDisk, idOf(ONE), [quote]))
    expect(found.articles.map(({ id }) => id)).toEqual([idOf(TWIN)])
    expect(unwrap(await alikeElsewhere(noor, nodeDisk, idOf(ONE), ['not marked anywhere'])).articles).toEqual([])
    expect(unwrap(await earlierElsewhere(noor, nodeDisk, idOf(TWIN)))).toMatchObject([{ article: ONE, reviewer: { name: 'Noor Haddad' }, decision: { outcome: { kind: 'nothing' } } }])
    unwrap(await noor.reviews.close())
    unwrap(await noor.annotations.close())
  })
})
