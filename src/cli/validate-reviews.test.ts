import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { importSchema, type ImportRecord } from '../core/model/bundle.ts'
import { annotationSetSchema, type AnnotationSet } from '../core/model/annotation-set.ts'
import { serialise, serialiseLine } from '../core/model/canonical.ts'
import { pledgesAndAgreements } from '../core/codebook/starter.ts'
import { reviewHistoryLineSchema, reviewSchema, type Review, type ReviewHistoryLine } from '../core/model/review.ts'
import { roundSchema, type Round } from '../core/model/round.ts'
import { EMPTY_REVIEW_DIFF } from '../core/review/diff.ts'
import { ok } from '../core/result.ts'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { sha256 } from '../main/services/hash.ts'
import { deriveAdjudicated } from '../main/services/review/derive-adjudicated.ts'
import { createProjectAt } from '../main/services/project/create-project.ts'
import { anAnnotationAt } from '../main/services/sets/testing.ts'
import { temporaryFolders, testEnvironment } from '../main/services/testing/temporary-folder.ts'
import { checkProject } from './validation/check-project.ts'

const newFolder = temporaryFolders()
const TEXT = 'Norvia 🚑 promised to open the border by June.\n'
const AT = '2031-03-04T09:15:00.000Z'
const REVIEW = 'reviews/noor/news/a.txt.json'
const HISTORY = 'reviews/noor/news/a.txt.history.jsonl'
const FROZEN = 'independent/ana/news/a.txt.json'
const OUTCOME = 'adjudicated/news/a.txt.json'
const ROUND = 'rounds/r1.json'

let root = ''
let version = ''

async function put(path: string, content: string) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}
const edit = async (path: string, from: string | RegExp, to: string) => writeFile(join(root, path), (await readFile(join(root, path), 'utf8')).replace(from, to))

const words = (id: string, quote: string) => {
  const at = TEXT.indexOf(quote)
  return anAnnotationAt(TEXT, id, at, at + quote.length)
}

function set(key: string, name: string, more: Partial<AnnotationSet> = {}): string {
  return serialise(annotationSetSchema, {
    format: 'concord/annotation-set', version: 1, article: { path: 'news/a.txt', text_sha256: sha256(TEXT) }, annotator: { key, name }, codebook: version, revision: 1,
    state: { status: 'done', changed: AT }, annotations: [words('one', 'promised')], relations: [], ...more,
  })
}

const review = (): Review => ({
  format: 'concord/review', version: 1, article: { path: 'news/a.txt', text_sha256: sha256(TEXT) }, reviewer: { key: 'noor', name: 'Noor' }, codebook: version, revision: 1,
  seen: [{ annotator: 'ana', at: AT }], standings: [], comments: [],
  decisions: [{ id: 'd1', sources: [{ annotator: 'ana', id: 'one', sha256: 'd'.repeat(64) }], outcome: { kind: 'annotation', origin: 'taken', annotation: words('d1', 'promised') }, created: AT, modified: AT }],
})

const round: Round = {
  format: 'concord/round', version: 1, id: 'r1', name: 'First', kind: 'main', created: AT, by: { key: 'noor', name: 'Noor' }, annotators: [{ key: 'ana', name: 'Ana' }],
  overlap: { share: 0, coders: 1, seed: 1 }, assignments: [{ article: 'news/a.txt', annotators: ['ana'] }],
}

const historyLine = (revision: number): string => {
  const line: ReviewHistoryLine = { gesture: { id: `g${revision}`, at: AT, kind: 'decide' }, revision, diff: EMPTY_REVIEW_DIFF }
  return serialiseLine(reviewHistoryLineSchema, line)
}

const IMPORT = 'imports/noor/i1.json'
const imported = (more: Partial<ImportRecord> = {}): string =>
  serialise(importSchema, {
    format: 'concord/import', version: 1, id: 'i1', at: AT, by: { key: 'noor', name: 'Noor' }, bundle: { name: 'ana.concord.zip', created: AT, by: { key: 'ana', name: 'Ana' } },
    files: [{ path: FROZEN, before: sha256('before'), after: sha256('after') }, { path: REVIEW, before: null, after: sha256('after') }], ...more,
  })

const check = () => checkProject(nodeDisk, root, testEnvironment(), () => undefined)

beforeEach(async () => {
  root = join(await newFolder(), 'talks')
  const made = await createProjectAt(nodeDisk, root, { name: 'Talks', codebook: pledgesAndAgreements, environment: testEnvironment() })
  if (!made.ok) throw new Error(made.error.message)
  version = made.value.project.codebook
  await put('articles/news/a.txt', TEXT)
  await put('annotations/ana/news/a.txt.json', set('ana', 'Ana'))
  await put(FROZEN, set('ana', 'Ana'))
  await put(REVIEW, serialise(reviewSchema, review()))
  const text = { text: TEXT, textSha256: sha256(TEXT) }
  const derive = { disk: nodeDisk, folder: root, article: 'news/a.txt', text: async () => ok(text), codebook: pledgesAndAgreements, codebookVersion: version }
  if (!(await deriveAdjudicated(derive)).ok) throw new Error('no outcome')
  await put(HISTORY, historyLine(1))
  await put(ROUND, serialise(roundSchema, round))
})

describe('a project that was reviewed', () => {
  it('is right, and everything in it is counted', async () => {
    const { findings } = await check()
    expect(findings.errors).toEqual([])
    expect(Object.fromEntries(findings.files)).toMatchObject({ 'independent copies': 1, reviews: 1, 'review histories': 1, 'adjudicated sets': 1, rounds: 1 })
    expect(findings.annotations).toBe(1)
  })

  it('keeps what imports replaced, until they are taken back', async () => {
    await put(IMPORT, imported())
    await put(`imports/noor/i1/${FROZEN}`, 'before')
    const { findings } = await check()
    expect(findings.errors).toEqual([])
    expect(findings.files.get('imports')).toBe(1)
    await rm(join(root, `imports/noor/i1/${FROZEN}`))
    await put(IMPORT, imported({ taken_back: AT }))
    expect((await check()).findings.errors).toEqual([])
  })

  it.each<[string, () => Promise<unknown>, string, RegExp]>([
    ['a quote of a decision', () => edit(REVIEW, '"quote": "promised"', '"quote": "refused!"'), REVIEW, /annotation d1: /],
    ['a review of another article', () => edit(REVIEW, '"path": "news/a.txt"', '"path": "news/b.txt"'), REVIEW, /it says that it is a review of news\/b.txt/],
    ['a review in somebody else’s folder', () => edit(REVIEW, '"key": "noor"', '"key": "ana"'), REVIEW, /whose folder is another/],
    ['a field that nobody knows', () => edit(REVIEW, '"seen"', '"sean"'), REVIEW, /sean|seen/],
    ['another text', () => put('articles/news/a.txt', `${TEXT}!`), REVIEW, /not the one that was reviewed/],
    ['a line that is missing from the history', () => put(HISTORY, ''), HISTORY, /ends at revision 0/],
    ['a history that goes on', () => put(HISTORY, historyLine(1) + historyLine(2)), HISTORY, /goes on to revision 2/],
    ['half a line', () => put(HISTORY, historyLine(1) + historyLine(2).slice(0, 30)), HISTORY, /cut off/],
    ['a history without its review', () => put('reviews/noor/news/c.txt.history.jsonl', historyLine(1)), 'reviews/noor/news/c.txt.history.jsonl', /no review that it could be/],
    ['a copy that is not done', () => edit(FROZEN, '"done"', '"in_progress"'), FROZEN, /it is not done/],
    ['a copy in another folder', () => put('independent/ben/news/a.txt.json', set('ana', 'Ana')), 'independent/ben/news/a.txt.json', /whose folder is ana/],
    ['an outcome of another article', () => put('adjudicated/news/b.txt.json', set('adjudicated', 'Adjudicated')), 'adjudicated/news/b.txt.json', /it says that it is the set of news\/a.txt/],
    ['an outcome that somebody edited', () => edit(OUTCOME, '"Adjudicated"', '"Adjudicatee"'), OUTCOME, /not what the decisions and the sets say now/],
    ['no outcome', () => rm(join(root, OUTCOME)), OUTCOME, /although something was decided/],
    ['an outcome of nothing', () => edit(REVIEW, /"decisions": \[[^]*\],\n  "comments"/, '"decisions": [],\n  "comments"'), OUTCOME, /nobody has decided anything/],
    ['a round’s name', () => put('rounds/r2.json', serialise(roundSchema, round)), 'rounds/r2.json', /its id is r1/],
    ['a round’s article', () => edit(ROUND, '"article": "news/a.txt"', '"article": "gone.txt"'), ROUND, /no article gone.txt/],
    ['a round’s annotator', () => edit(ROUND, /"annotators": \[\s+"ana"/, '"annotators": ["ben"'), ROUND, /“ben” is not among/],
    ['what an import replaced, gone', () => put(IMPORT, imported()), IMPORT, /as it was before the import is not kept/],
    ['what an import replaced, another', async () => { await put(IMPORT, imported()); await put(`imports/noor/i1/${FROZEN}`, 'x') }, IMPORT, /is not what the import replaced/],
    ['an import of somebody else’s', () => put('imports/ana/i1.json', imported()), 'imports/ana/i1.json', /whose folder is another/],
    ['an import by another name', () => put('imports/noor/i2.json', imported()), 'imports/noor/i2.json', /its id is i1/],
    ['a file that no import kept', () => put(`imports/noor/i9/${FROZEN}`, 'x'), `imports/noor/i9/${FROZEN}`, /no import says/],
    ['a file that does not belong there', () => put('reviews/noor/notes.txt', 'x'), 'reviews/noor/notes.txt', /end in \.json or \.history\.jsonl/],
  ])('with %s is not', async (_, spoil, file, message) => {
    await spoil()
    const { errors } = (await check()).findings
    expect(errors.filter((error) => error.file === file)).toEqual(expect.arrayContaining([expect.objectContaining({ file, message: expect.stringMatching(message), remedy: expect.any(String) })]))
  })
})
