import type { Corrected } from '../../src/core/agreement/coding/chance.ts'
import type { Measured } from '../../src/core/agreement/result.ts'
import type { Answer, Fields } from './case.ts'

export function answer<T>(outcome: Measured<T>, fields: (value: T) => Fields): Answer {
  return outcome.defined ? { status: 'ok', fields: fields(outcome.value) } : { status: 'undefined', reason: outcome.reason }
}

/** A coefficient under each of the names that sources have for it. */
export function correctedAnswer(outcome: Measured<Corrected>, ...names: readonly string[]): Answer {
  return answer(outcome, ({ coefficient, observed, expected }) => ({
    ...Object.fromEntries([...names, 'coefficient'].map((name) => [name, coefficient])),
    observed_agreement: observed,
    expected_agreement: expected,
    observed_disagreement: 1 - observed,
    expected_disagreement: 1 - expected,
  }))
}

export function numberOf(outcome: Measured<number>): Fields {
  return outcome.defined ? outcome.value : null
}

/** By name, undefined if none of them is defined. */
export function byName(names: readonly (string | number)[], outcomes: readonly Measured<number>[]): Answer {
  const first = outcomes.find(({ defined }) => !defined)
  if (first && !first.defined && outcomes.every(({ defined }) => !defined)) return { status: 'undefined', reason: first.reason }
  return { status: 'ok', fields: Object.fromEntries(names.map((name, index) => [String(name), numberOf(outcomes[index] ?? { defined: false, reason: 'no_items' })])) }
}

/** Where sources say 0 for 0/0. */
export function orZero(outcome: Measured<number>): number {
  return outcome.defined ? outcome.value : 0
}
