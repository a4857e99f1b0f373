import { timestamp, type Environment } from '../../../core/model/environment.ts'
import { FORMAT_VERSION, type AnnotationSet, type Annotator } from '../../../core/model/annotation-set.ts'
import type { HistoryLine } from '../../../core/model/gesture.ts'
import { ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import type { SetPaths } from './paths.ts'
import { readSetOnItsText, type ArticleText } from './set-file.ts'

/** A set in memory, and how far the files have come. It may be on an earlier text than the article has now. */
export interface LoadedSet {
  readonly article: string
  set: AnnotationSet
  /** The set file as it was last read or written; `null`: there is none. */
  saved: { readonly sha256: string | null; readonly revision: number }
  /** Lines that the history does not have yet. */
  pending: readonly HistoryLine[]
  /** Hashes that a write may have left on disk although it failed. */
  readonly attempted: Set<string>
}

export interface SetStoreOptions {
  readonly disk: Disk
  /** The project's folder: nothing is written outside it, links or not. */
  readonly folder: string
  readonly paths: SetPaths
  readonly annotator: Annotator
  readonly environment: Environment
  readonly codebookVersion: () => string
  readonly text: (article: string) => Promise<Result<ArticleText>>
}

/** The sets of one annotator that are in use. What is not yet on disk is never let go. */
export interface SetStore {
  /** As in memory, else as on disk, else an empty one. */
  load(article: string): Promise<Result<LoadedSet>>
  /** As `load`, but a set with nothing unsaved is read again: somebody may have brought in another version. */
  reload(article: string): Promise<Result<LoadedSet>>
  /** As in memory, or nothing. */
  known(article: string): LoadedSet | undefined
  put(loaded: LoadedSet): void
  dirty(): LoadedSet[]
}

const MOST_IN_MEMORY = 300

export function createSetStore(options: SetStoreOptions): SetStore {
  const { disk, folder, paths, annotator, environment, codebookVersion, text } = options
  const sets = new Map<string, LoadedSet>()

  const emptySet = (article: string, { textSha256 }: ArticleText): AnnotationSet => ({
    format: 'concord/annotation-set',
    version: FORMAT_VERSION,
    article: { path: article, text_sha256: textSha256 },
    annotator,
    codebook: codebookVersion(),
    revision: 0,
    state: { status: 'in_progress', changed: timestamp(environment.now()) },
    annotations: [],
    relations: [],
  })

  const put = (loaded: LoadedSet): void => {
    sets.delete(loaded.article)
    sets.set(loaded.article, loaded)
    for (const [article, old] of sets) {
      if (sets.size <= MOST_IN_MEMORY) break
      // An empty set without a file has a time of its own, which diffs refer to.
      if (old !== loaded && !isDirty(old) && old.saved.sha256 !== null) sets.delete(article)
    }
  }

  const read = async (article: string): Promise<Result<LoadedSet>> => {
    for (const name of [paths.set(article).name, paths.historyName(article)]) {
      const inside = await resolveInside(disk, folder, name)
      if (!inside.ok) return inside
    }
    const found = await text(article)
    if (!found.ok) return found
    const onDisk = await readSetOnItsText(disk, paths.set(article), found.value)
    if (!onDisk.ok) return onDisk
    const set = onDisk.value?.set ?? emptySet(article, found.value)
    return ok({
      article,
      set,
      saved: { sha256: onDisk.value?.sha256 ?? null, revision: set.revision },
      pending: [],
      attempted: new Set(),
    })
  }

  const load = async (article: string): Promise<Result<LoadedSet>> => {
    const known = sets.get(article)
    if (known) return ok(known)
    const loaded = await read(article)
    if (loaded.ok) put(loaded.value)
    return loaded
  }

  const reload = async (article: string): Promise<Result<LoadedSet>> => {
    const known = sets.get(article)
    if (!known || isDirty(known)) return load(article)
    const fresh = await read(article)
    if (!fresh.ok) return fresh
    const same =
      fresh.value.saved.sha256 === known.saved.sha256 &&
      fresh.value.set.article.text_sha256 === known.set.article.text_sha256
    if (same || isDirty(known)) return ok(known)
    // A file that is gone took nothing with it: a drive may be away, or a synchroniser half-way. The next change writes it again.
    if (fresh.value.saved.sha256 === null && known.set.revision > 0 && fresh.value.set.article.text_sha256 === known.set.article.text_sha256) {
      known.saved = { ...known.saved, sha256: null }
      return ok(known)
    }
    put(fresh.value)
    return fresh
  }

  return { load, reload, known: (article) => sets.get(article), put, dirty: () => [...sets.values()].filter(isDirty) }
}

function isDirty({ set, saved }: LoadedSet): boolean {
  return set.revision !== saved.revision
}
