import { compareAnnotations, type Annotation, type Relation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { sameJson } from '../model/equal.ts'
import type { RecordDiff, SetDiff } from '../model/gesture.ts'
import { fail, ok, type Result } from '../result.ts'

export const EMPTY_DIFF: SetDiff = {
  annotations: { added: [], updated: [], removed: [] },
  relations: { added: [], updated: [], removed: [] },
  state: null,
}

export function isEmptyDiff(diff: SetDiff): boolean {
  return isEmptyRecordDiff(diff.annotations) && isEmptyRecordDiff(diff.relations) && diff.state === null
}

function isEmptyRecordDiff(diff: RecordDiff<unknown>): boolean {
  return diff.added.length === 0 && diff.updated.length === 0 && diff.removed.length === 0
}

/** The diff that takes this one back. */
export function invertDiff(diff: SetDiff): SetDiff {
  return {
    annotations: invertRecords(diff.annotations),
    relations: invertRecords(diff.relations),
    state: diff.state && { from: diff.state.to, to: diff.state.from },
  }
}

function invertRecords<T>(diff: RecordDiff<T>): { added: T[]; updated: { from: T; to: T }[]; removed: T[] } {
  return {
    added: [...diff.removed],
    updated: diff.updated.map(({ from, to }) => ({ from: to, to: from })),
    removed: [...diff.added],
  }
}

export function compareRelations(a: Relation, b: Relation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * The set with a diff applied; records stay in file order, and the revision goes up by one. Refuses, and changes nothing,
 * when what the diff starts from is no longer so: an added id that is there already, an updated or removed record that
 * is gone or differs.
 */
export function applyDiff(set: AnnotationSet, diff: SetDiff): Result<AnnotationSet> {
  const annotations = applyRecords<Annotation>(set.annotations, diff.annotations, compareAnnotations)
  if (!annotations.ok) return annotations
  const relations = applyRecords<Relation>(set.relations, diff.relations, compareRelations)
  if (!relations.ok) return relations
  if (diff.state && !sameJson(diff.state.from, set.state)) return conflict('the status of the article')
  return ok({
    ...set,
    revision: set.revision + 1,
    state: diff.state ? diff.state.to : set.state,
    annotations: annotations.value,
    relations: relations.value,
  })
}

function applyRecords<T extends { readonly id: string }>(
  records: readonly T[],
  diff: RecordDiff<T>,
  compare: (a: T, b: T) => number,
): Result<T[]> {
  if (isEmptyRecordDiff(diff)) return ok([...records])
  const expected = new Map<string, { from: T; to: T | null }>()
  for (const record of diff.removed) expected.set(record.id, { from: record, to: null })
  for (const change of diff.updated) expected.set(change.from.id, change)
  const arriving = new Set(diff.added.map((record) => record.id))
  const kept: T[] = []
  const moved: T[] = []
  for (const record of records) {
    if (arriving.has(record.id)) return conflict(`the record ${record.id}, which is there already`)
    const change = expected.get(record.id)
    if (!change) {
      kept.push(record)
      continue
    }
    if (!sameJson(record, change.from)) return conflict(`the record ${record.id}`)
    expected.delete(record.id)
    if (change.to) moved.push(change.to)
  }
  if (expected.size > 0) return conflict(`the record ${[...expected.keys()][0]}, which is gone`)
  return ok(mergeSorted(kept, [...moved, ...diff.added].toSorted(compare), compare))
}

function mergeSorted<T>(kept: readonly T[], added: readonly T[], compare: (a: T, b: T) => number): T[] {
  const merged: T[] = []
  let next = 0
  for (const record of kept) {
    for (let candidate = added[next]; candidate && compare(candidate, record) < 0; candidate = added[next]) {
      merged.push(candidate)
      next += 1
    }
    merged.push(record)
  }
  return merged.concat(added.slice(next))
}

function conflict(what: string) {
  return fail(
    'set.changed',
    `This can no longer be done as it was: it concerns ${what}, and that has changed since.`,
    'Look at the annotation as it is now and make the change by hand.',
  )
}
