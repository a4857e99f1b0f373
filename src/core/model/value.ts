import { z } from 'zod'

/** An entity as recorded: the register offers it, the value keeps what was chosen. `code` is ISO 3166 alpha-3 or the project's own. */
export const entitySchema = z.strictObject({
  name: z.string().min(1),
  code: z.string().optional(),
  sector: z.string().optional(),
})
export type Entity = z.infer<typeof entitySchema>

/** An amount with the words it was read from. `unit`: ISO 4217 code, `people`, `items`, `%` or the project's own. */
export const quantitySchema = z.strictObject({
  words: z.string().optional(),
  amount: z.number().optional(),
  unit: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
})
export type Quantity = z.infer<typeof quantitySchema>

export const datePrecisionSchema = z.enum(['day', 'month', 'quarter', 'year', 'event'])
export type DatePrecision = z.infer<typeof datePrecisionSchema>

/** `2031`, `2031-06`, `2031-Q2` or `2031-06-12`. */
export const isoDateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4])?$/)

/** A date or interval with its precision and the words it was read from. `event` precision may have no start. */
export const dateValueSchema = z.strictObject({
  words: z.string().optional(),
  start: isoDateSchema.optional(),
  end: isoDateSchema.optional(),
  precision: datePrecisionSchema,
})
export type DateValue = z.infer<typeof dateValueSchema>

/**
 * What a value holds, by the attribute's type: text, choice and scale a string (an id for the latter two), number,
 * boolean, choices a list of ids, entities a list, quantity, date. A link holds nothing here: it is a relation.
 */
export const payloadSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(entitySchema),
  dateValueSchema,
  quantitySchema,
])
export type Payload = z.infer<typeof payloadSchema>

/**
 * A value knows how it came about. `decided`: a person chose it. `default`: filled in, unconfirmed, never counts in
 * agreement. `not_stated` and `not_applicable` are answers too. No value at all means that nobody looked.
 */
export const valueSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('decided'), value: payloadSchema }),
  z.strictObject({ state: z.literal('default'), value: payloadSchema }),
  z.strictObject({ state: z.literal('not_stated') }),
  z.strictObject({ state: z.literal('not_applicable') }),
])
export type Value = z.infer<typeof valueSchema>
