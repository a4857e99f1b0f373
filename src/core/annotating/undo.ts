import type { Gesture } from '../model/gesture.ts'

/**
 * What an undo or redo points at is always the gesture that was first done: its id stays through every undo and redo.
 */
export type UndoStep = Pick<Gesture, 'id' | 'undoes' | 'redoes'>

/** Ids of gestures, the next one last. A gesture is one step, however many articles it touched. */
export interface UndoStacks {
  readonly undo: readonly string[]
  readonly redo: readonly string[]
}

export const EMPTY_STACKS: UndoStacks = { undo: [], redo: [] }

/**
 * The stacks after one more gesture; a gesture of its own clears redo. A step that points at a gesture outside what is
 * known (history is read back to a limit) moves that gesture all the same, so that what is known stays in order.
 */
export function recordStep(stacks: UndoStacks, step: UndoStep, limit = Number.POSITIVE_INFINITY): UndoStacks {
  const target = step.undoes ?? step.redoes
  if (target === undefined) return { undo: bounded([...stacks.undo, step.id], limit), redo: [] }
  const undo = stacks.undo.filter((id) => id !== target)
  const redo = stacks.redo.filter((id) => id !== target)
  return step.undoes === undefined
    ? { undo: bounded([...undo, target], limit), redo }
    : { undo, redo: bounded([...redo, target], limit) }
}

/** The stacks that a history leaves, its gestures in the order they were made. */
export function walkHistory(steps: Iterable<UndoStep>, limit = Number.POSITIVE_INFINITY): UndoStacks {
  let stacks = EMPTY_STACKS
  for (const step of steps) stacks = recordStep(stacks, step, limit)
  return stacks
}

/** Id of the gesture that undo takes back next, or null. */
export function nextUndo(stacks: UndoStacks): string | null {
  return stacks.undo.at(-1) ?? null
}

/** Id of the gesture that redo does again next, or null. */
export function nextRedo(stacks: UndoStacks): string | null {
  return stacks.redo.at(-1) ?? null
}

function bounded(ids: string[], limit: number): string[] {
  return ids.length > limit ? ids.slice(ids.length - limit) : ids
}
