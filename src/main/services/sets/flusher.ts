import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { timestamp, type Environment } from '../../../core/model/environment.ts'
import { err, ok, type AppError, type Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import type { History } from './history.ts'
import type { Journal } from './journal.ts'
import type { SetPaths } from './paths.ts'
import type { Problem } from './problem.ts'
import type { Queue } from './queue.ts'
import { createQueue } from './queue.ts'
import type { SaveStatus, StartTimer } from './save-status.ts'
import { KEEP_BOTH, verifiedText, type ArticleText } from './set-file.ts'
import type { LoadedSet, SetStore } from './set-store.ts'

export interface FlusherOptions {
  readonly disk: Disk
  readonly store: SetStore
  readonly history: History
  readonly journal: Journal
  readonly paths: SetPaths
  readonly environment: Environment
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** What changes sets runs in this queue; so does the journal's compaction, which must not miss an entry. */
  readonly gate: Queue
  /** Articles whose journal entries could not be put back and stay where they are. */
  readonly kept: ReadonlySet<string>
  readonly startTimer: StartTimer
  /** Milliseconds between a gesture and the writing of its set. */
  readonly pause: number
  readonly onStatus: (status: SaveStatus) => void
  readonly onProblem: (problem: Problem) => void
  /** Told of each set that has just come to disk, and waited for. */
  readonly onSaved: (set: AnnotationSet) => Promise<void>
}

/** Brings the sets to disk: soon after a gesture, again and again after a failure, and when asked. */
export interface Flusher {
  schedule(): void
  /** Answers when everything that was done before the call is on disk, or with what prevents it. */
  flush(): Promise<Result<null>>
  stop(): void
}

const FIRST_RETRY = 1000
const LONGEST_RETRY = 30_000
/** Sets whose bytes are in memory at once. */
const AT_ONCE = 32
const WRITERS = 8

interface Snapshot {
  readonly loaded: LoadedSet
  readonly set: AnnotationSet
  readonly revision: number
  readonly bytes: Uint8Array
  readonly sha256: string
}

export function createFlusher(options: FlusherOptions): Flusher {
  const {
    disk,
    store,
    history,
    journal,
    paths,
    environment,
    text,
    gate,
    kept,
    startTimer,
    pause,
    onStatus,
    onProblem,
    onSaved,
  } = options
  const inTurn = createQueue()
  let stopTimer: (() => void) | null = null
  let failures = 0

  const schedule = (): void => {
    if (failures > 0) return
    onStatus({ state: 'saving' })
    wait(pause)
  }

  const wait = (ms: number): void => {
    stopTimer ??= startTimer(ms, () => {
      stopTimer = null
      void flush()
    })
  }

  const stop = (): void => {
    stopTimer?.()
    stopTimer = null
  }

  const flush = (): Promise<Result<null>> => inTurn(flushNow)

  const flushNow = async (): Promise<Result<null>> => {
    const dirty = store.dirty()
    if (dirty.length === 0) return ok(null)
    stop()
    onStatus({ state: 'saving' })
    let failure: AppError | null = null
    for (let from = 0; from < dirty.length; from += AT_ONCE) {
      failure = (await writeSome(dirty.slice(from, from + AT_ONCE))) ?? failure
    }
    if (failure) return failed(failure)
    failures = 0
    await gate(async () => {
      // A journal that cannot be shortened loses nothing: what is saved already is told from its marks.
      if (store.dirty().length === 0) await journal.compact((article) => kept.has(article))
    })
    if (store.dirty().length > 0) wait(pause)
    else onStatus({ state: 'saved', at: timestamp(environment.now()) })
    return ok(null)
  }

  const failed = (error: AppError): Result<null> => {
    const delay = Math.min(FIRST_RETRY * 2 ** failures, LONGEST_RETRY)
    failures += 1
    onStatus({ state: 'failed', error, next: timestamp(environment.now() + delay) })
    wait(delay)
    return err(error)
  }

  /** The last error, or null. One article that cannot be written does not keep the others from it. */
  const writeSome = async (sets: readonly LoadedSet[]): Promise<AppError | null> => {
    let failure: AppError | null = null
    const snapshots: Snapshot[] = []
    for (const loaded of sets) {
      const snapshot = await snapshotOf(loaded)
      if (snapshot.ok) snapshots.push(snapshot.value)
      else failure = snapshot.error
    }
    if (snapshots.length === 0) return failure
    const announced = await journal.announce(
      snapshots.map(({ loaded, revision, sha256 }) => ({ article: loaded.article, revision, sha256 })),
    )
    if (!announced.ok) return announced.error
    // Each is flushed, and waits for the medium: thousands, as after an import, are written some at a time.
    for (const written of await inParallel(snapshots, WRITERS, write)) if (!written.ok) failure = written.error
    return failure
  }

  const snapshotOf = async (loaded: LoadedSet): Promise<Result<Snapshot>> => {
    const article = await text(loaded.article)
    if (!article.ok) return article
    const { set } = loaded
    const content = verifiedText(set, article.value, paths.set(loaded.article))
    if (!content.ok) return content
    const bytes = new TextEncoder().encode(content.value)
    return ok({ loaded, set, revision: set.revision, bytes, sha256: sha256(bytes) })
  }

  const write = async ({ loaded, set, revision, bytes, sha256 }: Snapshot): Promise<Result<null>> => {
    const lines = loaded.pending.filter((line) => line.revision <= revision)
    const added = await history.append(loaded.article, lines)
    if (!added.ok) return added
    added.value.problems.forEach(onProblem)
    loaded.pending = loaded.pending.filter((line) => line.revision > revision)
    await acceptOwnWrite(loaded)
    loaded.attempted.add(sha256)
    const written = await writeOver(paths.set(loaded.article).path, bytes, loaded.saved.sha256)
    if (!written.ok)
      return err(
        written.error.code === 'file.changed'
          ? changedBySomeone(written.error, paths.set(loaded.article).name)
          : written.error,
      )
    loaded.saved = { sha256, revision }
    loaded.attempted.clear()
    await onSaved(set)
    return ok(null)
  }

  /** Only over the file as it was last read. One that was taken away is made again: there is nothing to overwrite. */
  const writeOver = async (path: string, bytes: Uint8Array, expected: string | null): Promise<Result<unknown>> => {
    const written = await disk.writeAtomic(path, bytes, { expected })
    if (written.ok || written.error.code !== 'file.changed' || expected === null) return written
    const there = await disk.exists(path)
    return there.ok && !there.value ? disk.writeAtomic(path, bytes, { expected: null }) : written
  }

  /** A write that failed after its rename is on disk all the same; nobody else made that file. */
  const acceptOwnWrite = async (loaded: LoadedSet): Promise<void> => {
    if (loaded.attempted.size === 0) return
    const found = await disk.readBytes(paths.set(loaded.article).path)
    const hash = found.ok ? sha256(found.value) : null
    if (hash !== null && loaded.attempted.has(hash)) loaded.saved = { ...loaded.saved, sha256: hash }
  }

  return { schedule, flush, stop }
}

function changedBySomeone(error: AppError, name: string): AppError {
  return {
    ...error,
    message: `${name} was changed by another program, another person or a synchroniser since it was read. It was not overwritten; your work is kept in memory and in the app's journal.`,
    remedy: KEEP_BOTH,
    retry: true,
    where: { file: name },
  }
}
