import type { Relation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { timestamp } from '../model/environment.ts'
import type { SetDiff } from '../model/gesture.ts'
import type { Unplaced } from '../model/unplaced.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Range } from '../text/ranges.ts'
import type { CommandContext } from './commands.ts'
import { EMPTY_DIFF } from './diff.ts'
import { anchorOf } from './make-annotation.ts'

export interface PlaceEdit {
  readonly id: string
  readonly ranges: readonly Range[]
}

/** Gives annotations that waited a place in the present text; everything that is recorded about them stays. */
export function place(set: AnnotationSet, places: readonly PlaceEdit[], context: CommandContext): Result<SetDiff> {
  const added = []
  const removed: Unplaced[] = []
  for (const { id, ranges } of places) {
    const waiting = waitingById(set, id)
    if (!waiting) return gone()
    const anchor = anchorOf(context.text, ranges)
    if (!anchor) return fail('selection.blank', 'Nothing but blanks is selected.', 'Select the words that the annotation belongs to.')
    added.push({ ...waiting.annotation, ...anchor, modified: timestamp(context.environment.now()) })
    removed.push(waiting)
  }
  return ok({ ...EMPTY_DIFF, annotations: { added, updated: [], removed: [] }, unplaced: { added: [], updated: [], removed } })
}

/** It has no place in this text, and stays with the set all the same. */
export function placeAside(set: AnnotationSet, ids: readonly string[]): Result<SetDiff> {
  const updated = ids.flatMap((id) => waitingById(set, id) ?? []).flatMap((from) => (from.state === 'aside' ? [] : [{ from, to: { ...from, state: 'aside' as const } }]))
  return ok(updated.length === 0 ? EMPTY_DIFF : { ...EMPTY_DIFF, unplaced: { added: [], updated, removed: [] } })
}

/** It goes, and its relations with it. */
export function placeDelete(set: AnnotationSet, ids: readonly string[]): Result<SetDiff> {
  const removed = ids.flatMap((id) => waitingById(set, id) ?? [])
  if (removed.length === 0) return gone()
  const doomed = new Set(removed.map(({ annotation }) => annotation.id))
  const touches = (end: Relation['from']) => end.article === set.article.path && doomed.has(end.annotation)
  const relations = { added: [], updated: [], removed: set.relations.filter(({ from, to }) => touches(from) || touches(to)) }
  return ok({ ...EMPTY_DIFF, relations, unplaced: { added: [], updated: [], removed } })
}

function waitingById(set: AnnotationSet, id: string): Unplaced | undefined {
  return set.unplaced?.find(({ annotation }) => annotation.id === id)
}

function gone() {
  return fail('annotation.gone', 'This annotation does not wait for a place any more.', 'Go on with the next one.')
}
