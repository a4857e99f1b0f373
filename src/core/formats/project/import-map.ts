import { z } from 'zod'

/**
 * What becomes of a foreign name: the id or name of something in the codebook, `{"create": NAME}`, or null to leave it out. A name that is
 * not in the list is found by its name or id, else treated as `unknown` says.
 */
const targetSchema = z.union([z.string().min(1), z.strictObject({ create: z.string().min(1) }), z.null()])
export type Target = z.infer<typeof targetSchema>

export const importMapSchema = z.strictObject({
  labels: z.record(z.string(), targetSchema).optional(),
  attributes: z.record(z.string(), targetSchema).optional(),
  relations: z.record(z.string(), targetSchema).optional(),
  /** By foreign attribute, then by foreign value: the value’s id or name. */
  values: z.record(z.string(), z.record(z.string(), z.string().min(1))).optional(),
})
export type ImportMap = z.infer<typeof importMapSchema>
