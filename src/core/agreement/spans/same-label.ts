import { groupBy } from '../group.ts'
import type { Admits } from './edges.ts'
import { pairSpans } from './pair.ts'
import type { SpanLike } from './span.ts'

export interface SameLabelCounts {
  /** Same boundaries and label. */
  readonly correct: number
  /** Same label, some overlap. */
  readonly partial: number
  readonly missed: number
  readonly spurious: number
}

/**
 * Counts where spans of different labels are never partners, as in GATE and EDS-NLP: one pairing for each label. GATE's strict
 * scores count `correct` only, its lenient ones `partial` too, and its average is the mean of both.
 */
export function countSameLabel(reference: readonly SpanLike[], response: readonly SpanLike[], admits?: Admits): SameLabelCounts {
  const theirs = groupBy(response, ({ label }) => label)
  let [correct, partial] = [0, 0]
  for (const [label, own] of groupBy(reference, (span) => span.label)) {
    for (const { kind } of pairSpans(own, theirs.get(label) ?? [], admits ? { admits } : {}).pairs) {
      if (kind === 'exact_label') correct += 1
      else partial += 1
    }
  }
  const paired = correct + partial
  return { correct, partial, missed: reference.length - paired, spurious: response.length - paired }
}
