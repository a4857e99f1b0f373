import { z } from 'zod'

const tolerance = z.union([z.number(), z.looseObject({ relative: z.number().optional(), absolute: z.number().optional() })])

function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined)
}

/** A case file: the part of the schema of `shared/agreement/README.md` that a run needs. */
export const caseSchema = z.looseObject({
  name: z.string(),
  measure: z.string(),
  source: maybe(z.string()),
  notes: maybe(z.string()),
  params: maybe(z.record(z.string(), z.unknown())),
  input: z.looseObject({ kind: z.string() }),
  expected: z.unknown(),
  expected_kind: maybe(z.string()),
  tolerance: maybe(z.number()),
  tolerance_kind: maybe(z.string()),
  tolerance_by_field: maybe(z.record(z.string(), tolerance)),
  suggested_slack: maybe(z.number()),
})
export type Case = z.infer<typeof caseSchema>
export type Tolerance = z.infer<typeof tolerance>

/** What a measure answers, named as in the cases: numbers by field, null for a part that is not defined. */
export type Fields = number | boolean | string | null | readonly Fields[] | { readonly [name: string]: Fields }

export type Answer =
  | { readonly status: 'ok'; readonly fields: Fields }
  /** `fields`: what a program that knows no “undefined” would print, for cases that hold such conventions. */
  | { readonly status: 'undefined'; readonly reason: string; readonly fields?: Fields }

/** By measure id. Throws `NotImplemented` for an input kind that the measure has no use for. */
export type Measures = Readonly<Record<string, (one: Case) => Answer>>

export class NotImplemented extends Error {}
