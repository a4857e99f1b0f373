import { join } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import { fail, ok } from '../../../core/result.ts'
import type { Result } from '../../../core/result.ts'
import type { Encoding } from '../../../core/model/project.ts'
import { pathProblem, resolveInside } from '../disk/contained.ts'
import type { Disk, WalkedFile } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import type { AddOptions, AddReport } from './add-articles.ts'
import { addArticles } from './add-articles.ts'
import type { ArticleCache } from './article-cache.ts'
import { openArticleCache } from './article-cache.ts'
import { decodeArticle } from './decode.ts'
import type { ArticleFacts, ReadFacts } from './facts.ts'
import { factsAt, isArticleName, LARGEST_BYTES, readFacts, TOO_LARGE, unusable } from './facts.ts'
import { inParallel } from './in-parallel.ts'
import { createTextMemory } from './text-memory.ts'

export type Progress = (done: number, total: number) => void

export interface ArticleText {
  /** Normalised. Every offset in the app counts its UTF-16 code units. */
  readonly text: string
  readonly textSha256: string
  readonly encoding: Encoding
  readonly notice: string | null
  readonly header: ReadFacts['header']
}

/** The articles of one project. Reads and copies; never changes a byte of a file that is there. */
export interface ArticleStore {
  /** Looks at every `.txt` and `.md` below `articles/`; unchanged ones come from the cache. Sorted by path. */
  scan(onProgress?: Progress): Promise<Result<ArticleFacts[]>>
  /** Looks at some again: files that came, changed or went by somebody else's hand. Answers what is another now, and the ids of what is gone. */
  refresh(paths: readonly string[]): Promise<{ readonly changed: readonly ArticleFacts[]; readonly removed: readonly string[] }>
  /** As of the last scan or addition, sorted by path. */
  all(): ArticleFacts[]
  byId(id: string): ArticleFacts | undefined
  byPath(path: string): ArticleFacts | undefined
  /** By path inside `articles/`. What is known about the article is brought up to date. */
  text(path: string): Promise<Result<ArticleText>>
  /**
   * `sources`: absolute files and folders. Files go to the top of `articles/`; a folder keeps its own name and
   * everything below it.
   */
  add(sources: readonly string[], options?: AddOptions): Promise<AddReport>
}

const WIDTH = 16

export function createArticleStore(disk: Disk, root: string, environment: Environment): ArticleStore {
  const facts = new Map<string, ArticleFacts>()
  let paths = new Map<string, string>()
  let opened: Promise<ArticleCache> | null = null
  const cache = () => (opened ??= openArticleCache(disk, join(root, '.concord', 'article-cache.json'), environment.now))

  const texts = createTextMemory()

  const learn = (path: string, read: ReadFacts): ArticleFacts => {
    const known = factsAt(path, read)
    facts.set(path, known)
    paths.set(known.id, path)
    return known
  }

  const look = async (file: WalkedFile): Promise<ArticleFacts> => {
    const { path } = file
    if (file.kind !== 'file') return learn(path, unusable(path, 'it is a link. Put the file itself into the project.'))
    const problem = pathProblem(path)
    if (problem) return learn(path, unusable(path, `${problem}. Rename the file.`))
    const absolute = join(root, 'articles', ...path.split('/'))
    const stamp = await disk.stat(absolute)
    if (!stamp.ok) return learn(path, unusable(path, stamp.error.message))
    if (!stamp.value) return learn(path, unusable(path, 'it was removed while the project was being opened.'))
    if (stamp.value.size > LARGEST_BYTES) return learn(path, unusable(path, TOO_LARGE))
    const cached = (await cache()).get(path, stamp.value)
    if (cached) return learn(path, cached)
    const bytes = await disk.readBytes(absolute)
    if (!bytes.ok) return learn(path, unusable(path, bytes.error.message))
    const read = readFacts(path, bytes.value)
    ;(await cache()).set(path, stamp.value, read)
    return learn(path, read)
  }

  const scan = async (onProgress?: Progress): Promise<Result<ArticleFacts[]>> => {
    const folder = await resolveInside(disk, root, 'articles')
    if (!folder.ok) return folder
    const walked = await disk.walk(folder.value)
    if (!walked.ok) return walked
    const files = walked.value.filter((file) => isArticleName(file.path))
    facts.clear()
    paths = new Map()
    let done = 0
    await inParallel(files, WIDTH, async (file) => {
      await look(file)
      done += 1
      if (done % 100 === 0 || done === files.length) onProgress?.(done, files.length)
    })
    await (await cache()).save(facts.keys())
    return ok(all())
  }

  const refresh = async (wanted: readonly string[]): Promise<{ changed: ArticleFacts[]; removed: string[] }> => {
    const changed: ArticleFacts[] = []
    const removed: string[] = []
    for (const path of wanted) {
      const known = facts.get(path)
      const absolute = join(root, 'articles', ...path.split('/'))
      const there = await disk.exists(absolute)
      if (there.ok && !there.value) {
        facts.delete(path)
        if (known && paths.delete(known.id)) removed.push(known.id)
        continue
      }
      const link = await disk.isLink(absolute)
      const now = await look({ path, kind: link.ok && link.value ? 'link' : 'file' })
      if (now.bytesSha256 !== known?.bytesSha256 || now.problem !== known?.problem) changed.push(now)
    }
    await (await cache()).save(facts.keys())
    return { changed, removed }
  }

  const all = () => [...facts.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))

  const text = async (path: string): Promise<Result<ArticleText>> => {
    const where = { where: { file: `articles/${path}` } }
    const absolute = await resolveInside(disk, root, `articles/${path}`)
    if (!absolute.ok) return absolute
    const stamp = await disk.stat(absolute.value)
    if (stamp.ok && stamp.value && stamp.value.size > LARGEST_BYTES) {
      return fail(
        'article.tooLarge',
        `articles/${path} was not opened: ${TOO_LARGE}`,
        'Split the file into smaller ones.',
        where,
      )
    }
    const remembered = stamp.ok && stamp.value ? texts.get(path, stamp.value) : null
    if (remembered) return ok(remembered)
    const read = environment.now()
    const bytes = await disk.readBytes(absolute.value)
    if (!bytes.ok) return bytes
    const decoded = decodeArticle(bytes.value)
    if (!decoded.ok) {
      return fail(
        'article.binary',
        `articles/${path} cannot be read: ${decoded.reason}`,
        'Restore the file, or take it out of the project.',
        where,
      )
    }
    const known = facts.get(path)
    const current =
      known && known.bytesSha256 === sha256(bytes.value) ? known : learn(path, readFacts(path, bytes.value, decoded))
    const { encoding, notice, header, textSha256 } = current
    const found = { text: decoded.text, textSha256, encoding, notice, header }
    if (stamp.ok && stamp.value) texts.set(path, stamp.value, read, found)
    return ok(found)
  }

  return {
    scan,
    refresh,
    all,
    byId: (id) => facts.get(paths.get(id) ?? ''),
    byPath: (path) => facts.get(path),
    text,
    add: async (sources, options = {}) => {
      const report = await addArticles({ disk, root, environment, known: all(), learn }, sources, options)
      await (await cache()).save(facts.keys())
      return report
    },
  }
}
