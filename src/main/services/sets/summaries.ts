import { join } from 'node:path'
import { isComplete } from '../../../core/codebook/form.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import { progressOf, type AnnotationSet, type Annotator, type Progress } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { Disk } from '../disk/disk.ts'
import { inParallel } from '../articles/in-parallel.ts'
import { entitiesOf } from './entities.ts'
import type { SetPaths } from './paths.ts'
import { createSetPaths } from './paths.ts'
import { problemOf, type Problem } from './problem.ts'
import type { Register } from './register.ts'
import { readSet, type SetPlace } from './set-file.ts'
import { openSummaryCache, type CachedSummary } from './summary-cache.ts'

/** What the article list shows of a set. */
export interface Summary {
  readonly annotations: number
  /** Annotations with something missing that the codebook asks for. */
  readonly incomplete: number
  readonly progress: Progress
  /** Annotations that wait for a decision since the text was changed. */
  readonly unplaced: number
}

export interface SummariesOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly annotator: Annotator
  readonly codebook: () => Codebook
  readonly codebookVersion: () => string
  /** Hash of an article's text as it is now; `undefined`: there is no such article. */
  readonly textSha256: (article: string) => string | undefined
  /** Is told what the sets hold. */
  readonly register: Register
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** One annotator's sets at a glance; sets that did not change since the last start are not read again. */
export interface Summaries {
  /** Looks at every set file; again after the codebook has changed. */
  scan(onProgress?: (done: number, total: number) => void): Promise<void>
  of(article: string): Summary
  /** After a gesture. */
  update(set: AnnotationSet): Summary
  /** Everybody who has a set here, by key. */
  annotators(): readonly Annotator[]
  /** Looks who has a set here by now; answers whether that has changed. */
  lookForAnnotators(): Promise<boolean>
  /** Sets that cannot be used, and why; they are kept as they are. */
  problems(): readonly Problem[]
  /** Articles whose text is another than the one that their set is on. */
  changed(): readonly string[]
}

const NOTHING: Summary = { annotations: 0, incomplete: 0, progress: progressOf(null), unplaced: 0 }
const WIDTH = 16

interface Judgement {
  readonly codebook: Codebook
  /** Types of the relations that start at the annotation: they fill its link attributes. */
  readonly links: string
  readonly complete: boolean
}

/**
 * A gesture changes few records of many, and records are replaced, never written to: the others need no second look.
 */
const judged = new WeakMap<Annotation, Judgement>()

export function summarise(set: AnnotationSet, codebook: Codebook): Summary {
  const linksOf = new Map<string, string>()
  for (const { from, type } of set.relations)
    linksOf.set(from.annotation, `${linksOf.get(from.annotation) ?? ''}${type}\n`)
  const complete = (annotation: Annotation): boolean => {
    const links = linksOf.get(annotation.id) ?? ''
    const known = judged.get(annotation)
    if (known && known.codebook === codebook && known.links === links) return known.complete
    const found = isComplete(codebook, annotation, set.relations)
    judged.set(annotation, { codebook, links, complete: found })
    return found
  }
  const incomplete = set.annotations.filter((annotation) => !complete(annotation)).length
  return { annotations: set.annotations.length, incomplete, progress: progressOf(set), unplaced: set.unplaced?.filter(({ state }) => state === 'open').length ?? 0 }
}

export function createSummaries(options: SummariesOptions): Summaries {
  const { disk, folder, annotator, codebook, codebookVersion, textSha256, register, now } = options
  const paths = createSetPaths(folder, annotator.key)
  const summaries = new Map<string, Summary>()
  let problems: Problem[] = []
  let changed: string[] = []
  let people: Annotator[] = []
  /** Articles whose set changed while the files are looked at: what is read of them may be older. */
  let ahead = new Set<string>()

  const look = async (article: string, cache: Awaited<ReturnType<typeof openSummaryCache>>): Promise<void> => {
    const place = paths.set(article)
    const stamp = await disk.stat(place.path)
    if (!stamp.ok || !stamp.value) return
    const cached = cache.get(article, stamp.value)
    const read = cached ? null : await readSet(disk, place)
    if (read && !read.ok) problems.push(problemOf(read.error, place.name))
    if (read && (!read.ok || !read.value)) return
    const found = cached ?? (read?.ok && read.value ? describe(read.value.set, codebook()) : null)
    if (!found) return
    cache.set(article, stamp.value, found)
    if (ahead.has(article)) return
    const { text_sha256, entities, ...summary } = found
    summaries.set(article, summary)
    register.learn(article, entities)
    const current = textSha256(article)
    if (current === undefined) problems.push(withoutArticle(place))
    else if (current !== text_sha256) changed.push(article)
  }

  const scan = async (onProgress?: (done: number, total: number) => void): Promise<void> => {
    problems = []
    changed = []
    ahead = new Set()
    for (const article of summaries.keys()) register.learn(article, [])
    summaries.clear()
    const articles = await articlesOf(disk, paths.setsFolder)
    const cache = await openSummaryCache(disk, cacheFile(folder, paths), codebookVersion(), now)
    let done = 0
    await inParallel(articles, WIDTH, async (article) => {
      await look(article, cache)
      done += 1
      if (done % 100 === 0 || done === articles.length) onProgress?.(done, articles.length)
    })
    await cache.save(articles)
    problems.sort((a, b) => (a.file < b.file ? -1 : 1))
    people = await annotatorsOf(disk, folder)
  }

  return {
    scan,
    of: (article) => summaries.get(article) ?? NOTHING,
    update: (set) => {
      const summary = summarise(set, codebook())
      ahead.add(set.article.path)
      summaries.set(set.article.path, summary)
      register.learn(set.article.path, entitiesOf(set))
      return summary
    },
    annotators: () => people,
    lookForAnnotators: async () => {
      const before = people
      people = await annotatorsOf(disk, folder)
      return people.length !== before.length || people.some(({ key, name }, index) => key !== before[index]?.key || name !== before[index]?.name)
    },
    problems: () => problems,
    changed: () => changed,
  }
}

/** Articles that have a set in this folder, sorted. */
export async function articlesOf(disk: Disk, setsFolder: string): Promise<string[]> {
  const walked = await disk.walk(setsFolder)
  if (!walked.ok) return []
  return walked.value
    .filter(({ path, kind }) => kind === 'file' && path.endsWith('.json'))
    .map(({ path }) => path.slice(0, -'.json'.length))
}

/** The name is in the files only, so one readable set of each folder is looked for. Sorted by key. */
export async function annotatorsOf(disk: Disk, folder: string): Promise<Annotator[]> {
  const root = join(folder, 'annotations')
  const entries = await disk.list(root)
  const found: Annotator[] = []
  for (const { name, kind } of entries.ok ? entries.value : []) {
    if (kind !== 'folder' || name.startsWith('.')) continue
    const setsFolder = join(root, name)
    for (const article of await articlesOf(disk, setsFolder)) {
      const path = join(setsFolder, ...`${article}.json`.split('/'))
      const place = { path, name: `annotations/${name}/${article}.json`, article, annotatorFolder: name }
      const read = await readSet(disk, place)
      if (!read.ok || !read.value) continue
      found.push(read.value.set.annotator)
      break
    }
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function describe(set: AnnotationSet, codebook: Codebook): CachedSummary {
  return { ...summarise(set, codebook), text_sha256: set.article.text_sha256, entities: entitiesOf(set) }
}

function cacheFile(folder: string, { setsFolder }: SetPaths): string {
  return join(folder, '.concord', `summaries-${setsFolder.slice(join(folder, 'annotations').length + 1)}.json`)
}

function withoutArticle({ name, article }: SetPlace): Problem {
  return {
    file: name,
    line: null,
    message: `${name}: its article, articles/${article}, is not in the project.`,
    remedy: 'Put the article back, or set this file aside.',
  }
}
