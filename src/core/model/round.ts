import { z } from 'zod'
import { extraSchema, idSchema, timestampSchema } from './annotation.ts'
import { annotatorSchema, FORMAT_VERSION } from './annotation-set.ts'

/**
 * `rounds/<id>.json`: who codes which articles. Training rounds do not count in the project's agreement. Where the overlap was drawn
 * by lot, the seed makes the same lot again.
 */
export const roundSchema = z.strictObject({
  format: z.literal('concord/round'),
  version: z.literal(FORMAT_VERSION),
  id: idSchema,
  name: z.string().min(1),
  kind: z.enum(['training', 'main']),
  created: timestampSchema,
  by: annotatorSchema,
  annotators: z.array(annotatorSchema).min(1),
  overlap: z.strictObject({
    /** Share of the articles that several code, 0 to 1, and how many annotators each of them gets. */
    share: z.number().min(0).max(1),
    coders: z.int().min(1),
    seed: z.int().nonnegative(),
  }),
  /** By article path, in order: the keys of those who code it. */
  assignments: z.array(z.strictObject({ article: z.string().min(1), annotators: z.array(z.string().min(1)).min(1) })),
  closed: timestampSchema.optional(),
  extra: extraSchema.optional(),
})
export type Round = z.infer<typeof roundSchema>
