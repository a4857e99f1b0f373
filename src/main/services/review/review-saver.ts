import { timestamp, type Environment } from '../../../core/model/environment.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { reviewSchema } from '../../../core/model/review.ts'
import { err, ok, type AppError, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { createQueue } from '../sets/queue.ts'
import type { SaveStatus, StartTimer } from '../sets/save-status.ts'
import { reviewPlace } from './review-file.ts'
import type { LoadedReview, ReviewStore } from './review-store.ts'

export interface ReviewSaverOptions {
  readonly disk: Disk
  readonly folder: string
  readonly reviewerKey: string
  readonly store: ReviewStore
  readonly environment: Environment
  /** Brings the adjudicated set of an article in step with the decisions on disk. */
  readonly derive: (article: string) => Promise<Result<unknown>>
  readonly startTimer: StartTimer
  /** Milliseconds between a decision and the writing of its file. */
  readonly pause: number
  readonly onStatus: (status: SaveStatus) => void
}

/** Brings reviews to their files, and then the adjudicated sets: soon after a decision, again after a failure, and when asked. */
export interface ReviewSaver {
  schedule(): void
  flush(): Promise<Result<null>>
  /** Writes one now. */
  write(loaded: LoadedReview): Promise<Result<null>>
  /** An adjudicated set that is not in step. */
  deriveLater(article: string): void
  stop(): void
}

const FIRST_RETRY = 1000
const LONGEST_RETRY = 30_000

export function createReviewSaver(options: ReviewSaverOptions): ReviewSaver {
  const { disk, folder, reviewerKey, store, environment, derive, startTimer, pause, onStatus } = options
  const inTurn = createQueue()
  /** Articles whose adjudicated set is behind. */
  const behind = new Set<string>()
  let stopTimer: (() => void) | null = null
  let failures = 0

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

  const write = async (loaded: LoadedReview): Promise<Result<null>> => {
    const { review } = loaded
    const place = reviewPlace(folder, reviewerKey, loaded.article)
    const text = serialise(reviewSchema, review)
    if (loaded.attempted.size > 0) {
      // A write that failed after its rename is on disk all the same; nobody else made that file.
      const found = await disk.readBytes(place.path)
      const hash = found.ok ? sha256(found.value) : null
      if (hash !== null && loaded.attempted.has(hash)) loaded.saved = hash
    }
    loaded.attempted.add(sha256(text))
    const written = await disk.writeAtomic(place.path, text, { expected: loaded.saved })
    if (!written.ok) return err(written.error.code === 'file.changed' ? changedBySomeone(written.error, place.name) : written.error)
    loaded.saved = written.value.sha256
    loaded.attempted.clear()
    loaded.dirty = loaded.review !== review
    return ok(null)
  }

  const flushNow = async (): Promise<Result<null>> => {
    const dirty = store.dirty()
    if (dirty.length === 0 && behind.size === 0) return ok(null)
    stop()
    onStatus({ state: 'saving' })
    let failure: AppError | null = null
    for (const loaded of dirty) {
      behind.add(loaded.article)
      const written = await write(loaded)
      if (!written.ok) failure = written.error
    }
    for (const article of behind) {
      if (store.dirty().some((loaded) => loaded.article === article)) continue
      const derived = await derive(article)
      if (derived.ok) behind.delete(article)
      else failure = derived.error
    }
    if (failure) {
      const delay = Math.min(FIRST_RETRY * 2 ** failures, LONGEST_RETRY)
      failures += 1
      onStatus({ state: 'failed', error: failure, next: timestamp(environment.now() + delay) })
      wait(delay)
      return err(failure)
    }
    failures = 0
    if (store.dirty().length > 0) wait(pause)
    else onStatus({ state: 'saved', at: timestamp(environment.now()) })
    return ok(null)
  }

  const flush = (): Promise<Result<null>> => inTurn(flushNow)

  return {
    schedule: () => {
      if (failures > 0) return
      onStatus({ state: 'saving' })
      wait(pause)
    },
    flush,
    write: (loaded) => inTurn(() => write(loaded)),
    deriveLater: (article) => {
      behind.add(article)
      wait(pause)
    },
    stop,
  }
}

function changedBySomeone(error: AppError, name: string): AppError {
  return {
    ...error,
    message: `${name} was changed by another program or a synchroniser since it was read. It was not overwritten; your decisions are kept in its history.`,
    remedy: 'Close Concord, put the version of the file in place that you want to keep, and open the project again: what can be put back on it is put back.',
    retry: true,
    where: { file: name },
  }
}
