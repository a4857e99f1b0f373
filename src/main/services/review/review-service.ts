import { newId, timestamp, type Environment } from '../../../core/model/environment.ts'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import { reviewHistoryPath } from '../../../core/model/folder-name.ts'
import { reviewHistoryLineSchema, type Review, type ReviewDiff, type ReviewGesture, type ReviewGestureKind } from '../../../core/model/review.ts'
import { applyReviewDiff, invertReviewDiff } from '../../../core/review/diff.ts'
import { fail, ok, type AppError, type Result } from '../../../core/result.ts'
import { join } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { createHistoryOf } from '../sets/history.ts'
import { readPast } from '../sets/past.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { createQueue } from '../sets/queue.ts'
import { nodeTimer, type SaveStatus, type StartTimer } from '../sets/save-status.ts'
import type { ArticleText } from '../sets/set-file.ts'
import { createUndoLogOf, type UndoState } from '../sets/undo-log.ts'
import { articlesBehind } from './articles-behind.ts'
import { createReviewSaver } from './review-saver.ts'
import { createReviewStore, reviewHistoryFolder, type LoadedReview } from './review-store.ts'

export interface ReviewServiceOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly environment: Environment
  readonly reviewer: Annotator
  readonly codebookVersion: () => string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** Brings the adjudicated set of an article in step with the decisions on disk. */
  readonly derive: (article: string) => Promise<Result<unknown>>
  readonly onStatus?: (status: SaveStatus) => void
  readonly onReviewChanged?: (review: Review) => void
  readonly onUndoState?: (state: UndoState<ReviewGestureKind>) => void
  readonly onProblem?: (problem: Problem) => void
  readonly startTimer?: StartTimer
  readonly pause?: number
  /** Why nothing may be changed, in words. */
  readonly readOnly?: string | null
  readonly undoLimit?: number
}

export interface ReviewChange {
  readonly article: string
  /** Revision of the own review that the diff was made on. */
  readonly base: number
  readonly diff: ReviewDiff
}

export interface ReviewOutcome {
  readonly kind: ReviewGestureKind
  readonly changes: readonly { readonly article: string; readonly revision: number; readonly diff: ReviewDiff }[]
}

/** One person's reviews in one project. Only their own files are ever written; the adjudicated sets are derived. */
export interface ReviewService {
  /** An empty one, in memory only, where there is no file. */
  open(article: string): Promise<Result<Review>>
  /** Checked as a whole first. Answers when the gesture is on the medium, in the history. */
  apply(gesture: ReviewGesture, changes: readonly ReviewChange[]): Promise<Result<{ article: string; revision: number }[]>>
  /** `null`: there is nothing to take back. Refuses when what it takes back is no longer so. */
  undo(): Promise<Result<ReviewOutcome | null>>
  redo(): Promise<Result<ReviewOutcome | null>>
  undoState(): Promise<UndoState<ReviewGestureKind>>
  /** Whose sets on the article this person is shown now; answers when that is recorded. Not a gesture, and never taken back. */
  see(article: string, annotators: readonly string[]): Promise<Result<Review>>
  /** The adjudicated set of an article may be behind: somebody else's file came. */
  deriveLater(article: string): void
  flush(): Promise<Result<null>>
  /** Writes what is left, for at most so many milliseconds: what is not in the files then is in the histories. */
  close(bound?: number): Promise<Result<null>>
}

const LONGEST_CLOSE = 10_000

export async function createReviewService(options: ReviewServiceOptions): Promise<ReviewService> {
  const { disk, folder, environment, reviewer, codebookVersion, text, derive } = options
  const { onStatus = () => undefined, onReviewChanged = () => undefined, onUndoState = () => undefined, onProblem = () => undefined } = options
  const { startTimer = nodeTimer, pause = 400, readOnly = null, undoLimit = 1000 } = options
  const nameOf = (article: string) => reviewHistoryPath(reviewer.key, article)
  const history = createHistoryOf(reviewHistoryLineSchema, disk, (article) => join(folder, ...nameOf(article).split('/')), nameOf)
  const store = createReviewStore({ disk, folder, reviewer, codebookVersion, text, history, onProblem })
  const saver = createReviewSaver({ disk, folder, reviewerKey: reviewer.key, store, environment, derive, startTimer, pause, onStatus })
  const undoLog = createUndoLogOf<ReviewGestureKind, ReviewDiff>(undoLimit, invertReviewDiff)
  const gate = createQueue()
  let closed = false
  let past: Promise<void> | null = null

  const ready = (): Promise<void> => {
    past ??= readPast(disk, reviewHistoryFolder(folder, reviewer.key), history, undoLimit).then((gestures) => undoLog.prepend(gestures))
    return past
  }

  const whyNot = (): Result<never> | null => {
    if (readOnly !== null) return fail('project.readOnly', `Nothing was changed: ${readOnly}`, 'Work on a copy of the project.')
    return closed ? fail('project.closed', 'The project is being closed.', 'Open it again.') : null
  }

  const applyNow = async (gesture: ReviewGesture, changes: readonly ReviewChange[]): Promise<Result<ReviewOutcome['changes']>> => {
    const refused = whyNot()
    if (refused) return refused
    if (new Set(changes.map(({ article }) => article)).size < changes.length) {
      return fail('gesture.twice', 'One gesture names an article twice.', 'Make the changes one after the other.')
    }
    const prepared: { loaded: LoadedReview; diff: ReviewDiff; next: Review }[] = []
    for (const { article, base, diff } of changes) {
      const loaded = await store.load(article)
      if (!loaded.ok) return loaded
      if (loaded.value.review.revision !== base) {
        return fail('review.revision', `The review of ${article} was changed since this was begun.`, 'Look at the difference as it is now, and decide again.')
      }
      const next = applyReviewDiff(loaded.value.review, diff)
      if (!next.ok) return next
      prepared.push({ loaded: loaded.value, diff, next: { ...next.value, codebook: codebookVersion() } })
    }
    const done: typeof prepared = []
    let failure: AppError | null = null
    for (const change of prepared) {
      const { loaded, diff, next } = change
      const added = await history.append(loaded.article, [{ gesture, revision: next.revision, diff }])
      if (!added.ok) {
        failure = added.error
        break
      }
      added.value.problems.forEach(onProblem)
      loaded.review = next
      loaded.dirty = true
      done.push(change)
      onReviewChanged(next)
    }
    if (done.length > 0) {
      undoLog.record({ gesture, changes: done.map(({ loaded, diff }) => ({ article: loaded.article, diff })) })
      onUndoState(undoLog.state())
      saver.schedule()
    }
    if (failure) return done.length === 0 ? { ok: false, error: failure } : partly(failure, done.length, prepared.length)
    return ok(done.map(({ loaded, diff, next }) => ({ article: loaded.article, revision: next.revision, diff })))
  }

  const step = (direction: 'undo' | 'redo'): Promise<Result<ReviewOutcome | null>> =>
    gate(async () => {
      await ready()
      const next = undoLog.next(direction)
      if (!next) return ok(null)
      const { kind, id } = next.gesture
      const changes: ReviewChange[] = []
      for (const { article, diff } of next.changes) {
        const loaded = await store.load(article)
        if (!loaded.ok) return loaded
        changes.push({ article, base: loaded.value.review.revision, diff })
      }
      const made = { id: newId(environment), at: timestamp(environment.now()), kind }
      const applied = await applyNow(direction === 'undo' ? { ...made, undoes: id } : { ...made, redoes: id }, changes)
      return applied.ok ? ok({ kind, changes: applied.value }) : applied
    })

  const see = (article: string, annotators: readonly string[]): Promise<Result<Review>> =>
    gate(async () => {
      const loaded = await store.load(article)
      if (!loaded.ok) return loaded
      const { review } = loaded.value
      const fresh = annotators.filter((key) => key !== reviewer.key && !review.seen.some(({ annotator }) => annotator === key))
      // Where nothing can be written, nothing can be coded either.
      if (fresh.length === 0 || readOnly !== null) return ok(review)
      const at = timestamp(environment.now())
      const seen = [...review.seen, ...fresh.map((annotator) => ({ annotator, at }))].toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
      loaded.value.review = { ...review, seen }
      loaded.value.dirty = true
      const written = await saver.write(loaded.value)
      if (!written.ok) {
        saver.schedule()
        return written
      }
      onReviewChanged(loaded.value.review)
      return ok(loaded.value.review)
    })

  if (readOnly === null) {
    const behind = await articlesBehind(disk, folder, reviewer.key)
    for (const article of behind.replay) {
      const loaded = await store.load(article)
      if (!loaded.ok) onProblem(problemOf(loaded.error, nameOf(article)))
    }
    for (const article of behind.derive) saver.deriveLater(article)
    if (store.dirty().length > 0) await saver.flush()
  }

  return {
    open: (article) =>
      gate(async () => {
        const loaded = await store.reload(article)
        return loaded.ok ? ok(loaded.value.review) : loaded
      }),
    apply: (gesture, changes) =>
      gate(async () => {
        const applied = await applyNow(gesture, changes)
        return applied.ok ? ok(applied.value.map(({ article, revision }) => ({ article, revision }))) : applied
      }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    undoState: async () => {
      await ready()
      return undoLog.state()
    },
    see,
    deriveLater: (article) => {
      if (readOnly === null && !closed) saver.deriveLater(article)
    },
    flush: saver.flush,
    close: async (bound) => {
      await gate(async () => {
        closed = true
      })
      let stopWaiting: () => void = () => undefined
      const late = new Promise<Result<null>>((resolve) => {
        const answer = fail('save.late', 'Saving took too long.', 'Nothing is lost: what is missing is put back when the project is opened again.', { retry: true })
        stopWaiting = startTimer(bound ?? LONGEST_CLOSE, () => resolve(answer))
      })
      const result = await Promise.race([saver.flush(), late])
      stopWaiting()
      if (!result.ok && bound === undefined) closed = false
      else saver.stop()
      return result
    },
  }
}

/** Every article has a history of its own, so a disk may fill up half-way. What is done is one step, and can be taken back. */
function partly(error: AppError, done: number, of: number): Result<never> {
  return fail('review.partly', `Only ${done} of ${of} articles were decided: ${error.message}`, `Undo takes those back. ${error.remedy}`, { retry: false })
}
