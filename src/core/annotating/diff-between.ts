import type { AnnotationSet } from '../model/annotation-set.ts'
import { sameJson } from '../model/equal.ts'
import type { SetDiff } from '../model/gesture.ts'
import { isEmptyRecordDiff } from '../model/record-diff.ts'

/** What makes the first set hold what the second holds: records by their ids, whole on both sides. Empty where both hold the same. */
export function diffBetween(from: AnnotationSet, to: AnnotationSet): SetDiff {
  return {
    annotations: recordsBetween(from.annotations, to.annotations),
    relations: recordsBetween(from.relations, to.relations),
    state: sameJson(from.state, to.state) ? null : { from: from.state, to: to.state },
    ...unplacedBetween(from, to),
  }
}

/** Only where there is something: most sets never had anything that waits. */
function unplacedBetween(from: AnnotationSet, to: AnnotationSet): Pick<SetDiff, 'unplaced'> {
  if (!from.unplaced && !to.unplaced) return {}
  const named = (set: AnnotationSet) => (set.unplaced ?? []).map((record) => ({ id: record.annotation.id, record }))
  const { added, updated, removed } = recordsBetween(named(from), named(to))
  const unplaced = {
    added: added.map(({ record }) => record),
    updated: updated.map((change) => ({ from: change.from.record, to: change.to.record })),
    removed: removed.map(({ record }) => record),
  }
  return isEmptyRecordDiff(unplaced) ? {} : { unplaced }
}

function recordsBetween<T extends { readonly id: string }>(from: readonly T[], to: readonly T[]) {
  const before = new Map(from.map((record) => [record.id, record]))
  const after = new Set(to.map(({ id }) => id))
  const added: T[] = []
  const updated: { from: T; to: T }[] = []
  for (const record of to) {
    const old = before.get(record.id)
    if (!old) added.push(record)
    else if (!sameJson(old, record)) updated.push({ from: old, to: record })
  }
  return { added, updated, removed: from.filter(({ id }) => !after.has(id)) }
}
