import { sameJson } from '../model/equal.ts'
import type { ExportRecord } from './export-record.ts'

/** The first difference between what was to be written and what was read back, in words, or null when there is none. */
export function firstDifference(expected: readonly ExportRecord[], found: readonly ExportRecord[]): string | null {
  for (const [index, record] of expected.entries()) {
    const other = found[index]
    if (!other) return `record ${index + 1} (${record.id}) is missing`
    const keys = new Set([...Object.keys(record), ...Object.keys(other)])
    for (const key of keys) {
      const [left, right] = [valueOf(record, key), valueOf(other, key)]
      if (!sameJson(left, right)) {
        return `record ${index + 1} (${record.id}): ${key} should be ${JSON.stringify(left)} and reads ${JSON.stringify(right)}`
      }
    }
  }
  const extra = found[expected.length]
  return extra ? `record ${expected.length + 1} (${extra.id}) should not be there` : null
}

function valueOf(record: ExportRecord, key: string): unknown {
  return Object.entries(record).find(([name]) => name === key)?.[1]
}
