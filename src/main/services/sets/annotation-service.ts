import { applyDiff, isEmptyDiff } from '../../../core/annotating/diff.ts'
import { verifyAnnotation } from '../../../core/anchoring/verify.ts'
import { newId, timestamp, type Environment } from '../../../core/model/environment.ts'
import type { AnnotationSet, Annotator } from '../../../core/model/annotation-set.ts'
import type { Gesture, GestureKind, SetDiff } from '../../../core/model/gesture.ts'
import { err, fail, ok, type Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { bringOver } from './bring-over.ts'
import { createFlusher } from './flusher.ts'
import { createHistory } from './history.ts'
import { createKeptTexts } from './kept-texts.ts'
import { openJournal } from './open-journal.ts'
import { readPast } from './past.ts'
import { createSetPaths } from './paths.ts'
import type { Problem } from './problem.ts'
import { createQueue } from './queue.ts'
import { nodeTimer, type SaveStatus, type StartTimer } from './save-status.ts'
import { readSet, type ArticleText } from './set-file.ts'
import { createSetStore, type LoadedSet } from './set-store.ts'
import { createUndoLog, type UndoState } from './undo-log.ts'
import { unsavedSets, type HeldGesture, type UnsavedSet } from './unsaved.ts'

export interface AnnotationServiceOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly projectId: string
  /** In the app's own data folder, the same for every project. */
  readonly journalFolder: string
  readonly environment: Environment
  readonly annotator: Annotator
  readonly codebookVersion: () => string
  /** An article's normalised text by its path inside `articles/`; asked often, so it should remember. */
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly onStatus?: (status: SaveStatus) => void
  readonly onSetChanged?: (set: AnnotationSet) => void
  readonly onUndoState?: (state: UndoState) => void
  readonly onProblem?: (problem: Problem) => void
  /** Told of each set that has just come to disk, and waited for. */
  readonly onSaved?: (set: AnnotationSet) => Promise<void>
  /** The text under a set changed, and its annotations were taken to the new one. */
  readonly onBroughtOver?: (outcome: BroughtOver) => void
  readonly startTimer?: StartTimer
  /** Milliseconds from a gesture to the writing of its set. */
  readonly pause?: number
  /** Why nothing may be changed, in words: the journal is then left alone, and gestures are refused. */
  readonly readOnly?: string | null
  /** Gestures that can be undone. */
  readonly undoLimit?: number
}

export interface GestureChange {
  readonly article: string
  /** Revision that the diff was made on. */
  readonly base: number
  readonly diff: SetDiff
}

/** How many annotations of an article found their places in its new text, and how many wait for a decision. */
export interface BroughtOver {
  readonly article: string
  readonly placed: number
  readonly open: number
}

/** A change that is decided on the set as it then is; an empty diff leaves the set alone. */
export interface GesturePlan {
  readonly article: string
  readonly decide: (set: AnnotationSet, article: ArticleText) => Result<SetDiff>
}

export interface UndoOutcome {
  readonly kind: GestureKind
  readonly changes: readonly { readonly article: string; readonly revision: number; readonly diff: SetDiff }[]
}

/**
 * One annotator's sets in one project. Main holds the truth; whoever shows it sends diffs with the revision they are
 * based on.
 */
export interface AnnotationService {
  /** What was put back from the journal, in words, or null. */
  readonly recovered: string | null
  readonly problems: readonly Problem[]
  /** An empty set, in memory only, where there is no file. */
  open(article: string): Promise<Result<AnnotationSet>>
  /** All or nothing; answers when the gesture is on the medium, in the journal. */
  apply(gesture: Gesture, changes: readonly GestureChange[]): Promise<Result<{ article: string; revision: number }[]>>
  /**
   * One gesture over sets that nobody shows: what it changes is decided here, with nothing in between. All or nothing;
   * answers what was changed, and nothing where nothing is.
   */
  perform(gesture: Gesture, plans: readonly GesturePlan[]): Promise<Result<UndoOutcome['changes']>>
  /** The sets of several articles for a look at them, the ones that can be read; `null`: there is none. Checked against their texts only when they are opened. */
  look(articles: readonly string[]): Promise<(AnnotationSet | null)[]>
  /** `null`: there is nothing to undo. Refuses when what it takes back is no longer so. */
  undo(): Promise<Result<UndoOutcome | null>>
  redo(): Promise<Result<UndoOutcome | null>>
  undoState(): Promise<UndoState>
  /** The gesture that `undo` would take back, or `redo` do again. */
  nextStep(direction: 'undo' | 'redo'): Promise<Gesture | null>
  /** Answers when every set is on the medium, or with what prevents it. */
  flush(): Promise<Result<null>>
  /** What is in memory only, together with gestures that the window holds because they could not even be journalled. */
  unsaved(held: readonly HeldGesture[]): UnsavedSet[]
  /** The file of an unsaved set, as it is now with this hash, may be written over: whoever says so has kept what is in it. */
  takeOver(article: string, sha256: string): void
  /** Tries again now, also between two retries. */
  saveNow(): Promise<Result<null>>
  /**
   * Writes what is left, for at most so many milliseconds; what then is not in the sets is in the journal. Without a
   * bound of the caller's, a service that could not write everything goes on as before.
   */
  close(bound?: number): Promise<Result<null>>
}

const LONGEST_CLOSE = 10_000
const READERS = 16

export async function createAnnotationService(options: AnnotationServiceOptions): Promise<Result<AnnotationService>> {
  const { disk, folder, environment, annotator, codebookVersion, text } = options
  const {
    onStatus = () => undefined,
    onSetChanged = () => undefined,
    onUndoState = () => undefined,
    onProblem = () => undefined,
    onSaved = async () => undefined,
    onBroughtOver = () => undefined,
  } = options
  const { startTimer = nodeTimer, pause = 400, undoLimit = 1000, readOnly = null } = options
  const paths = createSetPaths(folder, annotator.key)
  const store = createSetStore({ disk, folder, paths, annotator, environment, codebookVersion, text })
  const history = createHistory(disk, paths.historyFile, paths.historyName)
  const undoLog = createUndoLog(undoLimit)
  const texts = createKeptTexts(disk, folder)
  const opened = await openJournal({ ...options, store, leaveAlone: readOnly !== null })
  if (!opened.ok) return opened
  const { journal, recovery, problems, recovered } = opened.value
  const gate = createQueue()
  const flusher = createFlusher({
    disk,
    store,
    history,
    journal,
    paths,
    environment,
    text,
    gate,
    kept: new Set(recovery.kept.keys()),
    startTimer,
    pause,
    onStatus,
    onProblem,
    onSaved: async (set) => {
      await keepText(set)
      await onSaved(set)
    },
  })
  let closed = false
  let past: Promise<void> | null = null

  /** History is read when somebody first asks for it, not while the project opens. */
  const ready = (): Promise<void> => {
    past ??= readPast(disk, paths, history, undoLimit).then((gestures) => undoLog.prepend(gestures))
    return past
  }

  const load = async (article: string, how: 'load' | 'reload' = 'load'): Promise<Result<LoadedSet>> => {
    const blocked = recovery.kept.get(article)
    if (blocked) return err(blocked)
    const loaded = await store[how](article)
    return loaded.ok ? onPresentText(loaded.value) : loaded
  }

  /** What was coded is kept, for the day on which the article is changed. */
  const keepText = async (set: AnnotationSet): Promise<void> => {
    if (readOnly !== null || set.annotations.length === 0) return
    const article = await text(set.article.path)
    if (article.ok && article.value.textSha256 === set.article.text_sha256) await texts.keep(article.value)
  }

  /** A set whose article was changed since is taken to the new text, in a gesture of its own that is in the history. */
  const onPresentText = async (loaded: LoadedSet): Promise<Result<LoadedSet>> => {
    const article = await text(loaded.article)
    if (!article.ok) return article
    if (article.value.textSha256 === loaded.set.article.text_sha256) return ok(loaded)
    if (loaded.saved.sha256 === null && loaded.set.revision === 0) {
      loaded.set = { ...loaded.set, article: { ...loaded.set.article, text_sha256: article.value.textSha256 } }
      return ok(loaded)
    }
    if (readOnly !== null || closed) return changedText(loaded.article)
    const diff = await bringOver(loaded.set, article.value, await texts.recall(loaded.set.article.text_sha256), environment)
    const gesture = { id: newId(environment), at: timestamp(environment.now()), kind: 'reanchor' as const }
    const prepared = prepare(loaded, { article: loaded.article, base: loaded.set.revision, diff }, article.value)
    if (!prepared.ok) return prepared
    const committed = await commit(gesture, [prepared.value])
    if (!committed.ok) return committed
    onBroughtOver({ article: loaded.article, placed: loaded.set.annotations.length, open: diff.unplaced?.added.length ?? 0 })
    return ok(loaded)
  }

  const prepare = (loaded: LoadedSet, change: GestureChange, article: ArticleText): Result<Prepared> => {
    const next = check(loaded, change, article)
    return next.ok ? ok({ loaded, diff: change.diff, next: { ...next.value, codebook: codebookVersion() } }) : next
  }

  /** Checks everything, then journals, then changes memory: what is refused has changed nothing. */
  const applyNow = async (
    gesture: Gesture,
    changes: readonly GestureChange[],
  ): Promise<Result<UndoOutcome['changes']>> => {
    if (readOnly !== null)
      return fail('project.readOnly', `Nothing was changed: ${readOnly}`, 'Work on a copy of the project.')
    if (closed) return fail('project.closed', 'The project is being closed.', 'Open it again.')
    if (new Set(changes.map((change) => change.article)).size < changes.length) {
      return fail('gesture.twice', 'One gesture names an article twice.', 'Make the changes one after the other.')
    }
    const prepared: Prepared[] = []
    for (const change of changes) {
      const loaded = await load(change.article)
      if (!loaded.ok) return loaded
      const article = await text(change.article)
      if (!article.ok) return article
      const next = prepare(loaded.value, change, article.value)
      if (!next.ok) return next
      prepared.push(next.value)
    }
    return commit(gesture, prepared)
  }

  const commit = async (gesture: Gesture, prepared: readonly Prepared[]): Promise<Result<UndoOutcome['changes']>> => {
    const journalled = await journal.append({
      kind: 'gesture',
      gesture,
      changes: prepared.map(({ loaded: { article, set, saved }, diff, next }) => ({
        article,
        text_sha256: set.article.text_sha256,
        codebook: next.codebook,
        on: { ...saved, state: set.revision === 0 ? set.state : null },
        revision: next.revision,
        diff,
      })),
    })
    // Nothing is wrong with the gesture: whoever made it keeps it and tries again, whatever the disk's reason.
    if (!journalled.ok) return err({ ...journalled.error, retry: true })
    for (const { loaded, diff, next } of prepared) {
      loaded.set = next
      loaded.pending = [...loaded.pending, { gesture, revision: next.revision, diff }]
      store.put(loaded)
      onSetChanged(next)
    }
    undoLog.record({ gesture, changes: prepared.map(({ loaded, diff }) => ({ article: loaded.article, diff })) })
    onUndoState(undoLog.state())
    flusher.schedule()
    return ok(prepared.map(({ loaded, diff, next }) => ({ article: loaded.article, revision: next.revision, diff })))
  }

  const step = (direction: 'undo' | 'redo'): Promise<Result<UndoOutcome | null>> =>
    gate(async () => {
      await ready()
      const next = undoLog.next(direction)
      if (!next) return ok(null)
      const { kind, id } = next.gesture
      const changes: GestureChange[] = []
      for (const { article, diff } of next.changes) {
        const loaded = await load(article)
        if (!loaded.ok) return loaded
        changes.push({ article, base: loaded.value.set.revision, diff })
      }
      const made = { id: newId(environment), at: timestamp(environment.now()), kind }
      const applied = await applyNow(direction === 'undo' ? { ...made, undoes: id } : { ...made, redoes: id }, changes)
      return applied.ok ? ok({ kind, changes: applied.value }) : applied
    })

  for (const logged of recovery.gestures) undoLog.record(logged)
  // What was done on a text that is another now is taken to it before it is written.
  for (const article of recovery.articles) await load(article)
  if (recovery.articles.length > 0) await flusher.flush()

  const close = async (bound?: number): Promise<Result<null>> => {
    await gate(async () => {
      closed = true
    })
    let stopWaiting: () => void = () => undefined
    const late = new Promise<Result<null>>((resolve) => {
      const answer = fail(
        'save.late',
        'Saving took too long.',
        'Nothing is lost: what is missing is put back when the project is opened again.',
        { retry: true },
      )
      stopWaiting = startTimer(bound ?? LONGEST_CLOSE, () => resolve(answer))
    })
    const result = await Promise.race([flusher.flush(), late])
    stopWaiting()
    // Without a bound of the caller's there is somebody to tell, who may go on working.
    if (!result.ok && bound === undefined) closed = false
    else flusher.stop()
    return result
  }

  return ok({
    recovered,
    problems,
    open: (article) =>
      gate(async () => {
        const loaded = await load(article, 'reload')
        if (!loaded.ok) return loaded
        await keepText(loaded.value.set)
        return ok(loaded.value.set)
      }),
    apply: (gesture, changes) =>
      gate(async () => {
        const applied = await applyNow(gesture, changes)
        return applied.ok ? ok(applied.value.map(({ article, revision }) => ({ article, revision }))) : applied
      }),
    perform: (gesture, plans) =>
      gate(async () => {
        const changes: GestureChange[] = []
        for (const { article, decide } of plans) {
          const loaded = await load(article)
          if (!loaded.ok) return loaded
          const found = await text(article)
          if (!found.ok) return found
          const diff = decide(loaded.value.set, found.value)
          if (!diff.ok) return diff
          if (!isEmptyDiff(diff.value)) changes.push({ article, base: loaded.value.set.revision, diff: diff.value })
        }
        return changes.length === 0 ? ok([]) : applyNow(gesture, changes)
      }),
    look: (articles) =>
      inParallel(articles, READERS, async (article) => {
        const known = store.known(article)
        if (known || recovery.kept.has(article)) return known?.set ?? null
        const read = await readSet(disk, paths.set(article))
        return (read.ok && read.value?.set) || null
      }),
    undo: () => step('undo'),
    redo: () => step('redo'),
    undoState: async () => {
      await ready()
      return undoLog.state()
    },
    nextStep: async (direction) => {
      await ready()
      return undoLog.next(direction)?.gesture ?? null
    },
    takeOver: (article, sha256) => {
      const loaded = store.known(article)
      if (loaded && loaded.set.revision !== loaded.saved.revision) loaded.saved = { ...loaded.saved, sha256 }
    },
    unsaved: (held) => unsavedSets(store, held),
    flush: flusher.flush,
    saveNow: flusher.flush,
    close,
  })
}

function changedText(article: string) {
  return fail(
    'article.changed',
    `The text of ${article} has changed since its annotations were made.`,
    'Open the article again; where the project cannot be written to, restore the article as it was.',
    { where: { file: `articles/${article}` } },
  )
}

interface Prepared {
  readonly loaded: LoadedSet
  readonly diff: SetDiff
  readonly next: AnnotationSet
}

function check(
  { article, set }: LoadedSet,
  { base, diff }: GestureChange,
  { text, textSha256 }: ArticleText,
): Result<AnnotationSet> {
  if (base !== set.revision) {
    return fail(
      'set.revision',
      `${article} was changed since this was begun.`,
      'Look at the annotations as they are now, and try again.',
    )
  }
  if (textSha256 !== (diff.text ? diff.text.to : set.article.text_sha256)) return changedText(article)
  for (const annotation of [...diff.annotations.added, ...diff.annotations.updated.map(({ to }) => to)]) {
    const problem = verifyAnnotation(text, annotation)
    if (problem !== null) return fail('quote.mismatch', `${article}: ${problem}.`, 'Select the words again.')
  }
  return applyDiff(set, diff)
}
