import { z } from 'zod'

/**
 * Why a number does not exist. A closed list: the screen, the report and `--json` explain each of them in words, and no
 * measure ever answers 0, 1 or NaN in their place.
 */
export const undefinedReasons = [
  /** No article was worked on by two annotators. */
  'no_documents',
  /** Fewer than two annotators. */
  'needs_two_coders',
  /** Nobody marked anything: there is nothing to agree on. */
  'no_units',
  /** No item has two values, so nothing can be compared. */
  'no_items',
  /** Both marked something, but no two spans belong together. */
  'no_matched_spans',
  /** Everybody used the same single value: agreement by chance alone would be perfect. */
  'no_variation',
  /** A value is missing, and this coefficient is defined for complete data only. */
  'incomplete',
  /** The inventory has fewer than two values to choose from. */
  'too_few_categories',
  /** Values are not numbers, or not such as this metric takes (the ratio metric: two that add up to 0). */
  'not_numeric',
  /** An annotator's own units overlap, which this coefficient does not allow. */
  'overlapping_units',
  /** The text has no characters. */
  'no_length',
  /** Defined for two annotators only. */
  'too_many_coders',
  /** More work than can be done exactly. */
  'too_large',
] as const
export const undefinedReasonSchema = z.enum(undefinedReasons)
export type UndefinedReason = z.infer<typeof undefinedReasonSchema>

/** Percentile bootstrap over documents. `resamples` are those in which the measure was defined. */
export const intervalSchema = z.strictObject({
  low: z.number(),
  high: z.number(),
  /** 0.95 for a 95 % interval. */
  level: z.number().gt(0).lt(1),
  resamples: z.int().positive(),
  /** The same seed and data give the same interval. */
  seed: z.int().nonnegative(),
})
export type Interval = z.infer<typeof intervalSchema>

const basis = {
  /** Articles that the number rests on. */
  documents: z.int().nonnegative(),
  /** What was counted: spans, items or characters, as the measure says. */
  used: z.int().nonnegative(),
  /** What was left out, counted by reason: an open list, in the words of whoever prepared the data. */
  dropped: z.record(z.string(), z.int().nonnegative()),
  /** The id of the measure, as in docs/agreement.md. */
  method: z.string().min(1),
  /** Of the definition: a number under the same method and version can be compared with another. */
  version: z.int().positive(),
}

/** One number, with all that is needed to judge it; or why there is none. */
export const agreementResultSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ok'), value: z.number(), ...basis, interval: intervalSchema.nullable() }),
  z.strictObject({ status: z.literal('undefined'), reason: undefinedReasonSchema, ...basis }),
])
export type AgreementResult = z.infer<typeof agreementResultSchema>

/** What a measure says before it is known which documents it stands on. */
export type Measured<T> =
  | { readonly defined: true; readonly value: T }
  | { readonly defined: false; readonly reason: UndefinedReason }

export function measured<T>(value: T): { readonly defined: true; readonly value: T } {
  return { defined: true, value }
}

export function notDefined(reason: UndefinedReason): { readonly defined: false; readonly reason: UndefinedReason } {
  return { defined: false, reason }
}

/** The part of a measure that is of interest, or why there is none. */
export function pick<T, U>(outcome: Measured<T>, part: (value: T) => U): Measured<U> {
  return outcome.defined ? measured(part(outcome.value)) : outcome
}

export interface Basis {
  readonly documents: number
  readonly used: number
  readonly dropped: Readonly<Record<string, number>>
  readonly method: string
  readonly version: number
}

/** The result as it is shown, exported and kept. A value that is not a number is a bug in the measure, and is not passed on. */
export function agreementResult(outcome: Measured<number>, basedOn: Basis, interval: Interval | null = null): AgreementResult {
  const { documents, used, method, version } = basedOn
  const shared = { documents, used, dropped: { ...basedOn.dropped }, method, version }
  if (!outcome.defined) return { status: 'undefined', reason: outcome.reason, ...shared }
  if (!Number.isFinite(outcome.value)) throw new RangeError(`${method} gave ${outcome.value}`)
  return { status: 'ok', value: outcome.value, ...shared, interval }
}
