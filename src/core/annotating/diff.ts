import { compareAnnotations, type Annotation, type Relation } from '../model/annotation.ts'
import { compareUnplaced, type Unplaced } from '../model/unplaced.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { sameJson } from '../model/equal.ts'
import type { SetDiff } from '../model/gesture.ts'
import { applyRecords, invertRecords, isEmptyRecordDiff, type RecordOrder } from '../model/record-diff.ts'
import { fail, ok, type Result } from '../result.ts'

export const EMPTY_DIFF: SetDiff = {
  annotations: { added: [], updated: [], removed: [] },
  relations: { added: [], updated: [], removed: [] },
  state: null,
}

export function isEmptyDiff(diff: SetDiff): boolean {
  return (
    isEmptyRecordDiff(diff.annotations) &&
    isEmptyRecordDiff(diff.relations) &&
    diff.state === null &&
    (!diff.unplaced || isEmptyRecordDiff(diff.unplaced)) &&
    !diff.text
  )
}

/** The diff that takes this one back. */
export function invertDiff(diff: SetDiff): SetDiff {
  return {
    annotations: invertRecords(diff.annotations),
    relations: invertRecords(diff.relations),
    state: diff.state && { from: diff.state.to, to: diff.state.from },
    ...(diff.unplaced ? { unplaced: invertRecords(diff.unplaced) } : {}),
    ...(diff.text ? { text: { from: diff.text.to, to: diff.text.from } } : {}),
  }
}

export function compareRelations(a: Relation, b: Relation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

const ANNOTATIONS: RecordOrder<Annotation> = { keyOf: ({ id }) => id, compare: compareAnnotations }
const UNPLACED: RecordOrder<Unplaced> = { keyOf: ({ annotation }) => annotation.id, compare: compareUnplaced }
const RELATIONS: RecordOrder<Relation> = { keyOf: ({ id }) => id, compare: compareRelations }

/**
 * The set with a diff applied; records stay in file order, and the revision goes up by one. Refuses, and changes nothing,
 * when what the diff starts from is no longer so: an added id that is there already, an updated or removed record that
 * is gone or differs.
 */
export function applyDiff(set: AnnotationSet, diff: SetDiff): Result<AnnotationSet> {
  const annotations = applyRecords(set.annotations, diff.annotations, ANNOTATIONS)
  if (!annotations.ok) return conflict(annotations.error)
  const relations = applyRecords(set.relations, diff.relations, RELATIONS)
  if (!relations.ok) return conflict(relations.error)
  if (diff.state && !sameJson(diff.state.from, set.state)) return conflict('the status of the article')
  const unplaced = diff.unplaced ? applyRecords(set.unplaced ?? [], diff.unplaced, UNPLACED) : ok(set.unplaced ?? [])
  if (!unplaced.ok) return conflict(unplaced.error)
  if (diff.text && diff.text.from !== set.article.text_sha256) return conflict('the text of the article')
  const { unplaced: _, ...rest } = set
  return ok({
    ...rest,
    ...(unplaced.value.length > 0 ? { unplaced: unplaced.value } : {}),
    ...(diff.text ? { article: { ...set.article, text_sha256: diff.text.to } } : {}),
    revision: set.revision + 1,
    state: diff.state ? diff.state.to : set.state,
    annotations: annotations.value,
    relations: relations.value,
  })
}

function conflict(what: string) {
  return fail(
    'set.changed',
    `This can no longer be done as it was: it concerns ${what}, and that has changed since.`,
    'Look at the annotation as it is now and make the change by hand.',
  )
}
