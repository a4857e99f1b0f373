import { diffBetween } from '../annotating/diff-between.ts'
import { applyDiff, invertDiff } from '../annotating/diff.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { GestureKind, HistoryLine, SetDiff } from '../model/gesture.ts'

/** One earlier state of a set: what made it, and how much that changed. */
export interface SetVersion {
  readonly revision: number
  readonly at: string
  readonly kind: GestureKind
  readonly how: 'done' | 'undone' | 'redone'
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/**
 * The states of a set that can be looked at, the latest first. They are found by walking back from the set as it is, so that a history
 * whose beginning is missing or damaged still reaches as far as it is whole.
 */
export function versionsOf(set: AnnotationSet, lines: readonly HistoryLine[]): SetVersion[] {
  return walkBack(set, lines, 0).map(({ gesture, revision, diff: { annotations } }) => ({
    revision,
    at: gesture.at,
    kind: gesture.kind,
    how: gesture.undoes !== undefined ? 'undone' : gesture.redoes !== undefined ? 'redone' : 'done',
    added: annotations.added.length,
    changed: annotations.updated.length,
    removed: annotations.removed.length,
  }))
}

/** The set as it was at a revision; null: the history does not reach so far. */
export function setAt(set: AnnotationSet, lines: readonly HistoryLine[], revision: number): AnnotationSet | null {
  let before: AnnotationSet = set
  for (const { diff } of walkBack(set, lines, revision)) {
    const earlier = applyDiff(before, invertDiff(diff))
    if (!earlier.ok) return null
    before = { ...earlier.value, revision: before.revision - 1 }
  }
  return before.revision === revision ? before : null
}

/** Lines from the latest down to the one after `revision`, as far as each follows on the one before. */
function walkBack(set: AnnotationSet, lines: readonly HistoryLine[], revision: number): HistoryLine[] {
  // Where a refused gesture left a line, the later one with its revision counts.
  const byRevision = new Map(lines.map((line) => [line.revision, line]))
  const walked: HistoryLine[] = []
  for (let next = set.revision; next > revision; next -= 1) {
    const line = byRevision.get(next)
    if (!line) break
    walked.push(line)
  }
  return walked
}

/**
 * What brings a set back to an earlier state: all of it, or only some records, by id (what they are linked with stays as it is unless both
 * ends are there). One diff, and so one gesture.
 */
export function restoreDiff(now: AnnotationSet, then: AnnotationSet, ids: ReadonlySet<string> | null): SetDiff {
  const whole = diffBetween(now, then)
  if (ids === null) return whole
  const annotations = {
    added: whole.annotations.added.filter(({ id }) => ids.has(id)),
    updated: whole.annotations.updated.filter(({ to }) => ids.has(to.id)),
    removed: whole.annotations.removed.filter(({ id }) => ids.has(id)),
  }
  const gone = new Set(annotations.removed.map(({ id }) => id))
  const there = new Set([...now.annotations, ...annotations.added].map(({ id }) => id).filter((id) => !gone.has(id)))
  const isHere = (end: { readonly article: string; readonly annotation: string }) => end.article !== now.article.path || there.has(end.annotation)
  return {
    annotations,
    relations: {
      added: whole.relations.added.filter(({ from, to }) => (ids.has(from.annotation) || ids.has(to.annotation)) && isHere(from) && isHere(to)),
      updated: [],
      // A link whose end goes away cannot stay.
      removed: now.relations.filter(({ from, to }) => gone.has(from.annotation) || gone.has(to.annotation)),
    },
    state: null,
  }
}
