import { measured, notDefined, type Measured } from '../result.ts'
import type { Pairing, PairKind } from './pair.ts'

/** The four readings of SemEval-2013 Task 9, and what is counted in each. */
export const modes = ['strict', 'exact', 'partial', 'type'] as const
export type Mode = (typeof modes)[number]

export interface MatchCounts {
  readonly correct: number
  readonly incorrect: number
  readonly partial: number
  /** Of the reference, without a partner. */
  readonly missed: number
  /** Of the other set, without a partner. */
  readonly spurious: number
}

export type ModeCounts = Readonly<Record<Mode, MatchCounts>>

type Outcome = 'correct' | 'incorrect' | 'partial'

const READING: Readonly<Record<Mode, Readonly<Record<PairKind, Outcome>>>> = {
  strict: { exact_label: 'correct', exact: 'incorrect', overlap_label: 'incorrect', overlap: 'incorrect' },
  exact: { exact_label: 'correct', exact: 'correct', overlap_label: 'incorrect', overlap: 'incorrect' },
  partial: { exact_label: 'correct', exact: 'correct', overlap_label: 'partial', overlap: 'partial' },
  type: { exact_label: 'correct', exact: 'incorrect', overlap_label: 'correct', overlap: 'incorrect' },
}

export const NO_COUNTS: MatchCounts = { correct: 0, incorrect: 0, partial: 0, missed: 0, spurious: 0 }

/** The first list of the pairing is the reference (“gold”), the second the response. */
export function countModes(pairing: Pairing): ModeCounts {
  const kinds = pairing.pairs.map(({ kind }) => kind)
  return modeCounts(kinds, pairing.onlyA.length, pairing.onlyB.length)
}

export function modeCounts(kinds: readonly PairKind[], missed: number, spurious: number): ModeCounts {
  const read = (mode: Mode): MatchCounts => {
    const counts = { ...NO_COUNTS, missed, spurious }
    for (const kind of kinds) counts[READING[mode][kind]] += 1
    return counts
  }
  return { strict: read('strict'), exact: read('exact'), partial: read('partial'), type: read('type') }
}

export function addCounts(a: MatchCounts, b: MatchCounts): MatchCounts {
  return {
    correct: a.correct + b.correct,
    incorrect: a.incorrect + b.incorrect,
    partial: a.partial + b.partial,
    missed: a.missed + b.missed,
    spurious: a.spurious + b.spurious,
  }
}

/** ACT: what the response has. */
export function actualOf({ correct, incorrect, partial, spurious }: MatchCounts): number {
  return correct + incorrect + partial + spurious
}

/** POS: what the reference has. */
export function possibleOf({ correct, incorrect, partial, missed }: MatchCounts): number {
  return correct + incorrect + partial + missed
}

export interface Scores {
  readonly precision: Measured<number>
  readonly recall: Measured<number>
  readonly f1: Measured<number>
}

/**
 * P = COR/ACT, R = COR/POS; in the modes partial and type (COR + ½·PAR) over the same. F1 = 2·hits/(ACT + POS), which is the
 * harmonic mean of the two and 0 where only one of them has nothing to count. Undefined: `no_units` where the denominator is 0.
 */
export function scores(counts: MatchCounts, mode: Mode): Scores {
  const hits = counts.correct + (mode === 'partial' || mode === 'type' ? counts.partial / 2 : 0)
  return prf(hits, actualOf(counts), possibleOf(counts))
}

/** Precision, recall and F1 of hits among what the response and the reference have. */
export function prf(hits: number, actual: number, possible: number): Scores {
  const share = (of: number, among: number): Measured<number> => (among > 0 ? measured(of / among) : notDefined('no_units'))
  return { precision: share(hits, actual), recall: share(hits, possible), f1: share(2 * hits, actual + possible) }
}
