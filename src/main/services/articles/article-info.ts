import { join } from 'node:path'
import type { ArticleReference, Annotator } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { timestamp } from '../../../core/model/environment.ts'
import { folderName, infoPath } from '../../../core/model/folder-name.ts'
import type { ArticleInfo } from '../../../core/model/project.ts'
import { articleInfoSchema } from '../../../core/model/project.ts'
import type { AppError, Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import { isRealDate } from './metadata-date.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { inParallel } from './in-parallel.ts'
import { createOriginals, type Originals } from './originals.ts'

/** What people added about an article. Null: nobody said. */
export interface Fields {
  readonly title: string | null
  /** ISO date. */
  readonly date: string | null
  readonly outlet: string | null
  readonly link: string | null
  readonly note: string | null
}
/** Absent: left as it is. Null or blank: taken back. */
export type FieldChanges = { readonly [Name in keyof Fields]?: string | null | undefined }

const NAMES = ['title', 'date', 'outlet', 'link', 'note'] as const

/** Titles, dates, outlets, links and notes: a file per author and article, so nobody overwrites a colleague's. */
export interface ArticleInfoStore {
  /** Reads every file; those that cannot be read are answered as problems and left untouched. */
  load(): Promise<Result<{ problems: AppError[] }>>
  /** The own fields first, then the other authors' in the order of their folders, then what the document says about itself. */
  fields(articlePath: string, ownKey: string): Fields
  /** Where an article's text was taken from; null: it is the file that came. */
  readonly original: Originals['of']
  /** Looks at the documents of these articles again. */
  readonly refreshOriginals: Originals['refresh']
  set(author: Annotator, article: ArticleReference, changes: FieldChanges): Promise<Result<Fields>>
}

interface Loaded {
  readonly info: ArticleInfo
  /** Of the file as it is on disk. */
  readonly sha256: string
}

export function createArticleInfoStore(disk: Disk, root: string, environment: Environment): ArticleInfoStore {
  const originals = createOriginals(disk, root)
  /** By article path, then by author's folder. */
  const known = new Map<string, Map<string, Loaded>>()
  const keep = (path: string, folder: string, loaded: Loaded | null) => {
    const authors = known.get(path) ?? new Map<string, Loaded>()
    if (loaded) authors.set(folder, loaded)
    else authors.delete(folder)
    known.set(path, authors)
  }

  const read = async (path: string): Promise<Result<Loaded | null>> => {
    const absolute = await resolveInside(disk, root, path)
    if (!absolute.ok) return absolute
    const text = await disk.readText(absolute.value)
    if (!text.ok) return text.error.code === 'file.missing' ? ok(null) : text
    const info = parseFile(articleInfoSchema, text.value, path)
    return info.ok ? ok({ info: info.value, sha256: sha256(text.value) }) : info
  }

  const load = async (): Promise<Result<{ problems: AppError[] }>> => {
    const walked = await disk.walk(join(root, 'article-info'))
    if (!walked.ok) return walked
    const documents = await originals.load()
    if (!documents.ok) return documents
    const problems: AppError[] = [...documents.value.problems]
    known.clear()
    await inParallel(
      walked.value.filter((file) => file.path.endsWith('.json')),
      16,
      async ({ path }) => {
        const loaded = await read(`article-info/${path}`)
        if (!loaded.ok) problems.push(loaded.error)
        else if (loaded.value)
          keep(
            path.slice(path.indexOf('/') + 1, -'.json'.length),
            path.slice(0, path.indexOf('/')).normalize('NFC'),
            loaded.value,
          )
      },
    )
    return ok({ problems: problems.toSorted((a, b) => (a.message < b.message ? -1 : 1)) })
  }

  const fields = (articlePath: string, ownKey: string): Fields => {
    const own = folderName(ownKey)
    const authors = [...(known.get(articlePath) ?? [])].toSorted(([a], [b]) =>
      a === b ? 0 : a === own ? -1 : b === own ? 1 : a < b ? -1 : 1,
    )
    const document = originals.of(articlePath)
    const first = (name: Exclude<keyof Fields, 'note'>) =>
      authors.map(([, { info }]) => info[name]).find((value) => value !== undefined) ?? document?.[name] ?? null
    return {
      title: first('title'),
      date: first('date'),
      outlet: first('outlet'),
      link: first('link'),
      // For oneself: a colleague's note may say what they found.
      note: authors.find(([folder]) => folder === own)?.[1].info.note ?? null,
    }
  }

  const set = async (author: Annotator, article: ArticleReference, changes: FieldChanges): Promise<Result<Fields>> => {
    const path = infoPath(author.key, article.path)
    if (changes.date && !isRealDate(changes.date.trim())) {
      return fail(
        'article.date',
        `“${changes.date}” is not a date.`,
        'Write it as year-month-day, for example 2031-03-04.',
      )
    }
    // Read anew: the same person may have written it on another machine.
    const before = await read(path)
    if (!before.ok) return before
    const info = changed(before.value?.info, author, article, changes, timestamp(environment.now()))
    const absolute = await resolveInside(disk, root, path)
    if (!absolute.ok) return absolute
    const written = await disk.writeAtomic(absolute.value, serialise(articleInfoSchema, info), {
      expected: before.value?.sha256 ?? null,
    })
    if (!written.ok) return written
    keep(article.path, folderName(author.key), { info, sha256: written.value.sha256 })
    return ok(fields(article.path, author.key))
  }

  return { load, fields, original: originals.of, refreshOriginals: originals.refresh, set }
}

function changed(
  before: ArticleInfo | undefined,
  author: Annotator,
  article: ArticleReference,
  changes: FieldChanges,
  modified: string,
): ArticleInfo {
  const info: ArticleInfo = { ...before, format: 'concord/article-info', version: 1, article, author, modified }
  for (const name of NAMES) {
    const value = changes[name]
    if (value === undefined) continue
    const trimmed = value?.trim() ?? ''
    if (trimmed === '') delete info[name]
    else info[name] = trimmed
  }
  return info
}
