// Makes the sample project's own files (samples/pledges/) from its articles and the codings beside this script, through the
// very services that the app uses. Clock and randomness are fixed, so that the same source gives the same bytes.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anchorOf } from '../../src/core/annotating/make-annotation.ts'
import { EMPTY_DIFF } from '../../src/core/annotating/diff.ts'
import { pledgesAndAgreements } from '../../src/core/codebook/starter.ts'
import type { Annotation, Relation } from '../../src/core/model/annotation.ts'
import type { Annotator } from '../../src/core/model/annotation-set.ts'
import { newId, timestamp, type Environment } from '../../src/core/model/environment.ts'
import { annotatorKey } from '../../src/core/model/folder-name.ts'
import type { SetDiff } from '../../src/core/model/gesture.ts'
import type { Result } from '../../src/core/result.ts'
import { createArticleInfoStore } from '../../src/main/services/articles/article-info.ts'
import { createArticleStore } from '../../src/main/services/articles/article-store.ts'
import { readMetadata } from '../../src/main/services/articles/metadata-csv.ts'
import { createDisk } from '../../src/main/services/disk/disk.ts'
import { nodeOps } from '../../src/main/services/disk/node-ops.ts'
import { createProjectAt } from '../../src/main/services/project/create-project.ts'
import { createAnnotationService } from '../../src/main/services/sets/annotation-service.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'
import { locate, readCodings, type Coding } from './codings.ts'

const sample = join(import.meta.dirname, '../../samples/pledges')
const work = mkdtempSync(join(tmpdir(), 'concord-sample-'))
const folder = join(work, 'project')
const MADE = ['annotations', 'history', 'article-info', 'codebook', 'codebook.json', 'concord.json']
const ANNOTATORS = { 'ines-duarte': 'Ines Duarte', 'tomas-berg': 'Tomas Berg' }

function fixedEnvironment(): Environment {
  let now = Date.UTC(2031, 11, 1, 9)
  let state = 0x2545f491
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  }
  return { now: () => (now += 7_000), random: (count) => Uint8Array.from({ length: count }, next) }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.remedy}`)
  return result.value
}

const environment = fixedEnvironment()
// The services ask for times and temporary names in an order of their own; theirs must not move the clock of the records.
const still: Environment = { now: () => Date.UTC(2031, 11, 1, 8), random: nodeEnvironment.random }
const disk = createDisk(nodeOps, still)

const codebook = {
  ...pledgesAndAgreements,
  change: 'The label Condition is turned on: conditions are spans of their own here.',
  labels: pledgesAndAgreements.labels.map((label) => (label.id === 'condition' ? { ...label, active: true } : label)),
}
const { project } = must(await createProjectAt(disk, folder, { name: 'Sample: the Kesh Strait pledges', codebook, environment }))
cpSync(join(sample, 'articles'), join(folder, 'articles'), { recursive: true })
const articles = createArticleStore(disk, folder, still)
must(await articles.scan())

async function code(annotator: Annotator, codings: readonly Coding[]): Promise<number> {
  const service = must(
    await createAnnotationService({
      disk,
      folder,
      projectId: project.id,
      journalFolder: join(work, 'journal'),
      environment: still,
      annotator,
      codebookVersion: () => project.codebook,
      text: (path) => articles.text(path),
    }),
  )
  const made = new Map<string, string>()
  const at = () => timestamp(environment.now())
  const perform = async (article: string, kind: 'import' | 'link' | 'set_status', diff: SetDiff) => {
    const set = must(await service.open(article))
    must(await service.apply({ id: newId(environment), at: at(), kind }, [{ article, base: set.revision, diff }]))
  }
  for (const coding of codings) {
    const { text } = must(await articles.text(coding.article))
    const added = coding.annotations.map((source): Annotation => {
      const anchor = anchorOf(text, locate(text, source))
      if (!anchor) throw new Error(`blank: ${source.quote}`)
      const created = at()
      const id = newId(environment)
      if (source.ref) made.set(`${coding.article}#${source.ref}`, id)
      const note = source.note === undefined ? {} : { note: source.note }
      return { id, label: source.label, ...anchor, attributes: valuesOf(source), ...note, created, modified: created }
    })
    if (added.length > 0) await perform(coding.article, 'import', { ...EMPTY_DIFF, annotations: { added, updated: [], removed: [] } })
  }
  for (const coding of codings) {
    const end = (article: string, ref: string) => {
      const annotation = made.get(`${article}#${ref}`)
      if (annotation === undefined) throw new Error(`${article}: no annotation ${ref}`)
      return { article, annotation }
    }
    const links = [
      ...(coding.relations ?? []).map(({ type, from, to }) => ({ type, from, to: end(coding.article, to) })),
      ...(coding.cross_article_relations ?? []).map(({ type, from, to }) => ({ type, from, to: end(to.article, to.ref) })),
    ]
    const added = links.map(({ type, from, to }): Relation => {
      const created = at()
      return { id: newId(environment), type, from: end(coding.article, from), to, created, modified: created }
    })
    if (added.length > 0) await perform(coding.article, 'link', { ...EMPTY_DIFF, relations: { added, updated: [], removed: [] } })
    if (coding.status === 'done') {
      const { state } = must(await service.open(coding.article))
      await perform(coding.article, 'set_status', { ...EMPTY_DIFF, state: { from: state, to: { status: 'done', changed: at() } } })
    }
  }
  must(await service.close())
  return made.size
}

function valuesOf(source: Coding['annotations'][number]): Annotation['attributes'] {
  const values: Annotation['attributes'] = {}
  for (const [id, value] of Object.entries(source.attributes ?? {})) values[id] = { state: 'decided', value }
  for (const [id, value] of Object.entries(source.unconfirmed ?? {})) values[id] = { state: 'default', value }
  for (const id of source.not_stated ?? []) values[id] = { state: 'not_stated' }
  for (const id of source.not_applicable ?? []) values[id] = { state: 'not_applicable' }
  return values
}

const info = createArticleInfoStore(disk, folder, still)
must(await info.load())
const csv = must(await disk.readText(join(sample, 'articles.csv')))
const details = must(readMetadata(csv, 'articles.csv', articles.all().map((facts) => facts.path)))
const first: Annotator = { key: annotatorKey('Ines Duarte'), name: 'Ines Duarte' }
for (const { path, fields } of details.matched) {
  const { textSha256 } = must(await articles.text(path))
  must(await info.set(first, { path, text_sha256: textSha256 }, fields))
}
for (const [codings, name] of Object.entries(ANNOTATORS)) {
  await code({ key: annotatorKey(name), name }, readCodings(join(import.meta.dirname, 'codings', codings)))
  console.log(`${name}: done`)
}
for (const made of MADE) {
  rmSync(join(sample, made), { recursive: true, force: true })
  cpSync(join(folder, made), join(sample, made), { recursive: true })
}
rmSync(work, { recursive: true, force: true })
