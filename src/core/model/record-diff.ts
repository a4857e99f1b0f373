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
export function applyRecords<T>(records: T[], diff: RecordDiff<T>, { keyOf, compare }: RecordOrder<T>): Result<T[], string> {
  if (isEmptyRecordDiff(diff)) return ok(records)
  const concerned = new Map<string, { readonly from: T | null; readonly to: T | null }>()
  for (const record of diff.removed) concerned.set(keyOf(record), { from: record, to: null })
  for (const change of diff.updated) concerned.set(keyOf(change.from), change)
  for (const record of diff.added) concerned.set(keyOf(record), { from: null, to: record })
  const coming = [...diff.added]
  // One gesture concerns a few of tens of thousands: the others are looked at once, and copied in runs.
  const kept: T[][] = []
  let run = 0
  for (let index = 0; index < records.length; index += 1) {
    const record = records[index]
    if (record === undefined) continue
    const key = keyOf(record)
    const change = concerned.get(key)
    if (!change) continue
    if (change.from === null) return err(`the record ${key}, which is there already`)
    if (!sameJson(record, change.from)) return err(`the record ${key}`)
    concerned.delete(key)
    if (change.to !== null) coming.push(change.to)
    kept.push(records.slice(run, index))
    run = index + 1
  }
  for (const [key, { from }] of concerned) if (from !== null) return err(`the record ${key}, which is gone`)
  return ok(mergeSorted(run === 0 ? records : joined([...kept, records.slice(run)]), coming.toSorted(compare), compare))
}

/** Both are sorted; of equals those of `kept` come first. */
function mergeSorted<T>(kept: readonly T[], added: readonly T[], compare: (a: T, b: T) => number): T[] {
  const runs: (readonly T[])[] = []
  let from = 0
  for (const record of added) {
    let low = from
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other !== undefined && compare(other, record) <= 0) low = middle + 1
      else high = middle
    }
    runs.push(kept.slice(from, low), [record])
    from = low
  }
  runs.push(kept.slice(from))
  return joined(runs)
}

/** Runs that are few are copied as wholes; a list of arguments must not grow with them. */
function joined<T>(runs: readonly (readonly T[])[]): T[] {
  if (runs.length < 100) return ([] as T[]).concat(...runs)
  const all: T[] = []
  for (const run of runs) for (const record of run) all.push(record)
  return all
}
