import { sameJson } from './equal.ts'
import type { RecordDiff } from './gesture.ts'
import { err, ok, type Result } from '../result.ts'

/** How records of one kind are told apart and kept in order in their file. */
export interface RecordOrder<T> {
  readonly keyOf: (record: T) => string
  readonly compare: (a: T, b: T) => number
}

export function isEmptyRecordDiff(diff: RecordDiff<unknown>): boolean {
  return diff.added.length === 0 && diff.updated.length === 0 && diff.removed.length === 0
}

export function invertRecords<T>(diff: RecordDiff<T>): { added: T[]; updated: { from: T; to: T }[]; removed: T[] } {
  return {
    added: [...diff.removed],
    updated: diff.updated.map(({ from, to }) => ({ from: to, to: from })),
    removed: [...diff.added],
  }
}

/**
 * The records with a diff applied, in file order. The error names what the diff starts from that is no longer so: an added
 * key that is there already, an updated or removed record that is gone or differs.
 */
export function applyRecords<T>(records: readonly T[], diff: RecordDiff<T>, { keyOf, compare }: RecordOrder<T>): Result<T[], string> {
  if (isEmptyRecordDiff(diff)) return ok([...records])
  const expected = new Map<string, { from: T; to: T | null }>()
  for (const record of diff.removed) expected.set(keyOf(record), { from: record, to: null })
  for (const change of diff.updated) expected.set(keyOf(change.from), change)
  const arriving = new Set(diff.added.map(keyOf))
  const kept: T[] = []
  const moved: T[] = []
  for (const record of records) {
    const key = keyOf(record)
    if (arriving.has(key)) return err(`the record ${key}, which is there already`)
    const change = expected.get(key)
    if (!change) {
      kept.push(record)
      continue
    }
    if (!sameJson(record, change.from)) return err(`the record ${key}`)
    expected.delete(key)
    if (change.to) moved.push(change.to)
  }
  if (expected.size > 0) return err(`the record ${[...expected.keys()][0]}, which is gone`)
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
