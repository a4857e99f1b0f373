import { join } from 'node:path'
import {
  addOmitted,
  omittedFrom,
  toRecords,
  type ExportRecord,
  type Omitted,
} from '../../../core/formats/export-record.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { adjudicatedPath, folderName } from '../../../core/model/folder-name.ts'
import { ADJUDICATED } from '../../../core/review/adjudicate.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { createOffsetMap, type OffsetMap } from '../../../core/text/code-points.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet, type ArticleText } from '../sets/set-file.ts'
import { articlesOf } from '../sets/summaries.ts'

export interface CollectOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly codebook: Codebook
  /** An article's text by its path inside `articles/`. */
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** Paths inside `articles/`; null: all. */
  readonly articles: readonly string[] | null
  /** Annotator keys; null: all of them. The adjudicated sets only where their key is named: they are no annotator's. */
  readonly annotators: readonly string[] | null
  /** What of colleagues' sets may be shown to whoever asks; absent: all of them. */
  readonly sight?: { readonly own: string; readonly visible: (articles: readonly string[]) => Promise<ReadonlySet<string>> } | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface Collected {
  /** By article path, annotator folder and record order. */
  readonly records: ExportRecord[]
  readonly articles: number
  readonly annotators: number
  readonly omitted: Omitted[]
  readonly problems: Problem[]
  /** Colleagues' sets that were left out because they may not be seen yet. */
  readonly hidden: number
}

/**
 * Export records of the sets on disk. A set that cannot be used is left out and listed; it does not stop the others.
 */
export async function collectSets(options: CollectOptions): Promise<Result<Collected>> {
  const { disk, folder, codebook, text, signal, onProgress } = options
  const visible = await listVisibleSets(options)
  if (!visible.ok) return visible
  const { listed, hidden } = visible.value
  const records: ExportRecord[] = []
  const problems: Problem[] = []
  const articles = new Set<string>()
  const annotators = new Set<string>()
  let omitted: Omitted[] = []
  const textOf = rememberLast(text)
  for (const [index, { article, annotatorFolder, name }] of listed.entries()) {
    if (signal?.aborted) return cancelled()
    const found = await textOf(article)
    const path = await resolveInside(disk, folder, name)
    const read = !found.ok
      ? found
      : path.ok
        ? await readVerifiedSet(disk, { path: path.value, name, article, annotatorFolder }, found.value)
        : path
    if (!read.ok) problems.push({ ...problemOf(read.error, name), file: name })
    else if (read.value && found.ok) {
      const { set } = read.value
      records.push(...toRecords(set, found.value.map, codebook))
      omitted = addOmitted(omitted, omittedFrom(set, codebook))
      articles.add(article)
      annotators.add(set.annotator.key)
    }
    onProgress?.(index + 1, listed.length)
  }
  return ok({ records, articles: articles.size, annotators: annotators.size, omitted, problems, hidden })
}

/** The sets come by article: one text and its map are enough. */
function rememberLast(text: CollectOptions['text']) {
  let last: { readonly article: string; readonly found: Result<ArticleText & { map: OffsetMap }> } | null = null
  return async (article: string): Promise<Result<ArticleText & { map: OffsetMap }>> => {
    if (last?.article === article) return last.found
    const read = await text(article)
    const found = read.ok ? ok({ ...read.value, map: createOffsetMap(read.value.text) }) : read
    last = { article, found }
    return found
  }
}

export function cancelled() {
  return fail('export.cancelled', 'The export was cancelled; nothing was written.', 'Start it again when you need it.')
}

interface Listed {
  readonly article: string
  readonly annotatorFolder: string
  /** Inside the project, with `/`. */
  readonly name: string
}

/** The sets that were chosen and may be seen, by article and annotator; `hidden`: how many may not. */
export async function listVisibleSets(options: CollectOptions): Promise<Result<{ readonly listed: readonly Listed[]; readonly hidden: number }>> {
  const all = await listSets(options)
  if (!all.ok) return all
  const listed = await shownOf(all.value, options.sight)
  return ok({ listed, hidden: all.value.length - listed.length })
}

async function shownOf(listed: readonly Listed[], sight: CollectOptions['sight']): Promise<readonly Listed[]> {
  if (!sight) return listed
  const own = folderName(sight.own)
  const visible = await sight.visible([...new Set(listed.map(({ article }) => article))])
  return listed.filter(({ article, annotatorFolder }) => annotatorFolder.normalize('NFC') === own || visible.has(article))
}

async function listSets({ disk, folder, articles, annotators }: CollectOptions): Promise<Result<Listed[]>> {
  const root = join(folder, 'annotations')
  const there = await disk.exists(root)
  if (!there.ok) return there
  const entries = there.value ? await disk.list(root) : ok([])
  if (!entries.ok) return entries
  const wanted = articles && new Set(articles)
  const folders = annotators && new Set(annotators.map(folderName))
  const listed: Listed[] = []
  for (const { name, kind } of entries.value) {
    if (kind !== 'folder' || name.startsWith('.') || (folders && !folders.has(name.normalize('NFC')))) continue
    for (const article of await articlesOf(disk, join(root, name))) {
      if (!wanted || wanted.has(article)) listed.push({ article, annotatorFolder: name, name: setPathIn(name, article) })
    }
  }
  if (annotators?.includes(ADJUDICATED.key)) {
    for (const article of await articlesOf(disk, join(folder, 'adjudicated'))) {
      if (!wanted || wanted.has(article)) listed.push({ article, annotatorFolder: folderName(ADJUDICATED.key), name: adjudicatedPath(article) })
    }
  }
  return ok(listed.sort((a, b) => compare(a.article, b.article) || compare(a.annotatorFolder, b.annotatorFolder)))
}

function setPathIn(annotatorFolder: string, article: string): string {
  return `annotations/${annotatorFolder}/${article}.json`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
