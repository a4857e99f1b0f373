import { measured, notDefined, pick, type Measured } from '../result.ts'
import { prf, type Scores } from '../spans/modes.ts'
import { meanF1 } from '../spans/pairwise.ts'
import type { Shared } from '../spans/shared.ts'
import { LABEL, PAIR, type PairPlan } from './plan.ts'
import type { SpanMode } from './report.ts'

/** Hits in each reading of SemEval-2013 Task 9; overlaps count half in `overlap` (“partial”), and not at all in the others. */
function hits(counts: Float64Array, { at }: PairPlan, mode: SpanMode): number {
  const of = (kind: 'exact_label' | 'exact' | 'overlap_label' | 'overlap'): number => counts[at + PAIR[kind]] ?? 0
  if (mode === 'strict') return of('exact_label')
  if (mode === 'type') return of('exact_label') + of('overlap_label')
  const exact = of('exact_label') + of('exact')
  return mode === 'boundaries' ? exact : exact + (of('overlap_label') + of('overlap')) / 2
}

export function sharedBy(counts: Float64Array, pair: PairPlan, mode: SpanMode): Shared {
  return { both: hits(counts, pair, mode), a: counts[pair.at + PAIR.a] ?? 0, b: counts[pair.at + PAIR.b] ?? 0 }
}

/** The first of the pair is the reference. */
export function pairScores(counts: Float64Array, pair: PairPlan, mode: SpanMode): Scores {
  const { both, a, b } = sharedBy(counts, pair, mode)
  return prf(both, b, a)
}

/** The mean over pairs of annotators who worked on an article together. */
export function meanOf(counts: Float64Array, pairs: readonly PairPlan[], shared: (pair: PairPlan) => Shared): Measured<number> {
  const worked = pairs.filter((pair) => (counts[pair.at + PAIR.documents] ?? 0) > 0)
  if (worked.length === 0) return notDefined('no_documents')
  return pick(meanF1(worked.map(shared)), ({ mean }) => mean)
}

/** Of one label: same boundaries and both with it; or any overlap and both with it. */
export function sharedLabel(counts: Float64Array, pair: PairPlan, label: number, mode: 'strict' | 'type'): Shared {
  const at = pair.labels + label * LABEL.size
  return { both: counts[at + LABEL[mode]] ?? 0, a: counts[at + LABEL.a] ?? 0, b: counts[at + LABEL.b] ?? 0 }
}

/** Of one label: how much of it the other marked as well, with whatever label. Half of both sides' finds, so that F1 takes it. */
export function foundLabel(counts: Float64Array, pair: PairPlan, label: number): Shared {
  const at = pair.labels + label * LABEL.size
  const both = ((counts[at + LABEL.foundA] ?? 0) + (counts[at + LABEL.foundB] ?? 0)) / 2
  return { both, a: counts[at + LABEL.a] ?? 0, b: counts[at + LABEL.b] ?? 0 }
}

export type Split = 'found' | 'same_boundaries' | 'same_label' | 'same_attributes'

/**
 * Where agreement is lost, step by step: spans that the other marked at all, among all; of these, those with the same boundaries, and
 * those with the same label; of those with the same label and values by both, those in which all values are the same.
 */
export function splitOf(counts: Float64Array, pairs: readonly PairPlan[], split: Split): { readonly value: Measured<number>; readonly used: number } {
  const sum = (...fields: readonly (keyof typeof PAIR)[]): number =>
    pairs.reduce((all, { at }) => all + fields.reduce((one, field) => one + (counts[at + PAIR[field]] ?? 0), 0), 0)
  const paired = sum('exact_label', 'exact', 'overlap_label', 'overlap')
  if (split === 'found') {
    const spans = sum('a', 'b')
    return { value: spans > 0 ? measured((2 * paired) / spans) : notDefined('no_units'), used: spans }
  }
  if (split === 'same_attributes') {
    const compared = sum('compared')
    return { value: compared > 0 ? measured(sum('same') / compared) : notDefined('no_items'), used: compared }
  }
  const same = split === 'same_boundaries' ? sum('exact_label', 'exact') : sum('exact_label', 'overlap_label')
  return { value: paired > 0 ? measured(same / paired) : notDefined(sum('a', 'b') > 0 ? 'no_matched_spans' : 'no_units'), used: paired }
}
