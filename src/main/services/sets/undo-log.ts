import { invertDiff } from '../../../core/annotating/diff.ts'
import {
  EMPTY_STACKS,
  nextRedo,
  nextUndo,
  recordStep,
  type UndoStacks,
} from '../../../core/annotating/undo.ts'
import type { Gesture, GestureKind, SetDiff } from '../../../core/model/gesture.ts'

export interface UndoState<K = GestureKind> {
  readonly undo: K | null
  readonly redo: K | null
}

/** A gesture with what it did to each article. `K`: what kinds there are; `D`: what a change is. */
export interface LoggedGesture<K = GestureKind, D = SetDiff> {
  readonly gesture: Omit<Gesture, 'kind'> & { readonly kind: K }
  readonly changes: readonly { readonly article: string; readonly diff: D }[]
}

export interface UndoLog<K = GestureKind, D = SetDiff> {
  record(logged: LoggedGesture<K, D>): void
  /** Puts what earlier sessions did before what this one did; `past` in the order it was done. */
  prepend(past: readonly LoggedGesture<K, D>[]): void
  state(): UndoState<K>
  /** The next step: the gesture that was first done, and the diffs to apply now. */
  next(direction: 'undo' | 'redo'): LoggedGesture<K, D> | null
}

/** A step that nothing before it can be taken back across: the text under a set became another. It is in the history and is no step of a person's. */
const BARRIER = 'reanchor'

/** The gestures on sets that can be taken back or done again, at most `limit`, without looking at any file. */
export function createUndoLog(limit: number): UndoLog {
  return createUndoLogOf(limit, invertDiff)
}

/** The same for changes of another kind, such as a review's. */
export function createUndoLogOf<K, D>(limit: number, invert: (diff: D) => D): UndoLog<K, D> {
  /** What each gesture did when it was first done, by its id. */
  let done = new Map<string, LoggedGesture<K, D>>()
  let session: LoggedGesture<K, D>[] = []
  let stacks: UndoStacks = EMPTY_STACKS

  const learn = (logged: LoggedGesture<K, D>): void => {
    const { undoes, redoes } = logged.gesture
    const target = undoes ?? redoes ?? logged.gesture.id
    if (done.has(target)) return
    const changes =
      undoes === undefined
        ? logged.changes
        : logged.changes.map(({ article, diff }) => ({ article, diff: invert(diff) }))
    const gesture = { id: target, at: logged.gesture.at, kind: logged.gesture.kind }
    done.set(target, { gesture, changes })
  }

  /** Forgets what neither stack can reach any more. */
  const tidy = (): void => {
    if (done.size <= 2 * limit + 100) return
    const reachable = new Set([...stacks.undo, ...stacks.redo])
    done = new Map([...done].filter(([id]) => reachable.has(id)))
  }

  /** What was done to these articles before can no longer be taken back, not in part either. */
  const forget = (logged: LoggedGesture<K, D>): void => {
    const here = new Set(logged.changes.map(({ article }) => article))
    const reaches = (id: string) => done.get(id)?.changes.some(({ article }) => here.has(article)) === true
    stacks = { undo: stacks.undo.filter((id) => !reaches(id)), redo: stacks.redo.filter((id) => !reaches(id)) }
  }

  const walk = (logged: LoggedGesture<K, D>): void => {
    if (logged.gesture.kind === BARRIER) return forget(logged)
    learn(logged)
    stacks = recordStep(stacks, logged.gesture, limit)
  }

  const record = (logged: LoggedGesture<K, D>): void => {
    session.push(logged)
    if (session.length > 2 * limit) session = session.slice(-limit)
    walk(logged)
    tidy()
  }

  const prepend = (past: readonly LoggedGesture<K, D>[]): void => {
    const here = new Map(session.map((logged) => [logged.gesture.id, logged]))
    const merged = [
      ...past.filter(({ gesture }) => !here.has(gesture.id)),
      ...session.map((logged) => complete(logged, past)),
    ]
    done = new Map()
    stacks = EMPTY_STACKS
    merged.forEach(walk)
    tidy()
  }

  const stepOf = (id: string | null): LoggedGesture<K, D> | null => (id === null ? null : (done.get(id) ?? null))

  return {
    record,
    prepend,
    state: () => ({
      undo: stepOf(nextUndo(stacks))?.gesture.kind ?? null,
      redo: stepOf(nextRedo(stacks))?.gesture.kind ?? null,
    }),
    next: (direction) => {
      const step = stepOf(direction === 'undo' ? nextUndo(stacks) : nextRedo(stacks))
      if (!step || direction === 'redo') return step
      return { ...step, changes: step.changes.map(({ article, diff }) => ({ article, diff: invert(diff) })) }
    },
  }
}

/** A gesture that was put back for some articles only was saved for the others before. */
function complete<K, D>(logged: LoggedGesture<K, D>, past: readonly LoggedGesture<K, D>[]): LoggedGesture<K, D> {
  const before = past.find(({ gesture }) => gesture.id === logged.gesture.id)
  if (!before) return logged
  const known = new Set(logged.changes.map(({ article }) => article))
  return { ...logged, changes: [...logged.changes, ...before.changes.filter(({ article }) => !known.has(article))] }
}
