import type { AnnotationSet } from '../model/annotation-set.ts'
import { sameJson } from '../model/equal.ts'
import type { SetDiff } from '../model/gesture.ts'

/** What makes the first set hold what the second holds: records by their ids, whole on both sides. Empty where both hold the same. */
export function diffBetween(from: AnnotationSet, to: AnnotationSet): SetDiff {
  return {
    annotations: recordsBetween(from.annotations, to.annotations),
    relations: recordsBetween(from.relations, to.relations),
    state: sameJson(from.state, to.state) ? null : { from: from.state, to: to.state },
  }
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
