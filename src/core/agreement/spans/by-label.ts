import { addCounts, modeCounts, NO_COUNTS, type Mode, type ModeCounts } from './modes.ts'
import type { Pairing } from './pair.ts'
import type { SpanLike } from './span.ts'

export const NO_MODE_COUNTS: ModeCounts = { strict: NO_COUNTS, exact: NO_COUNTS, partial: NO_COUNTS, type: NO_COUNTS }

export function addModes(a: ModeCounts, b: ModeCounts): ModeCounts {
  const add = (mode: Mode) => addCounts(a[mode], b[mode])
  return { strict: add('strict'), exact: add('exact'), partial: add('partial'), type: add('type') }
}

/** Counts by label: a pair and what was missed belong to the label of the reference, what is spurious to that of the response. */
export function countModesByLabel(reference: readonly SpanLike[], response: readonly SpanLike[], pairing: Pairing): Map<string, ModeCounts> {
  const counts = new Map<string, ModeCounts>()
  const add = (span: SpanLike | undefined, one: ModeCounts): void => {
    if (span) counts.set(span.label, addModes(counts.get(span.label) ?? NO_MODE_COUNTS, one))
  }
  for (const { a, kind } of pairing.pairs) add(reference[a], modeCounts([kind], 0, 0))
  for (const index of pairing.onlyA) add(reference[index], modeCounts([], 1, 0))
  for (const index of pairing.onlyB) add(response[index], modeCounts([], 0, 1))
  return counts
}
