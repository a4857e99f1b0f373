import { z } from 'zod'
import { extraSchema, timestampSchema } from './annotation.ts'
import { annotatorSchema, articleReferenceSchema, FORMAT_VERSION, sha256Schema } from './annotation-set.ts'

/**
 * `bundle.json` in a `.concord.zip`. Every other entry is listed in `files` with its hash, at the path that it has in a project
 * (`annotations/…`, `independent/…`, `reviews/…`, `rounds/…`, `codebook/<version>.json`, `articles/…`); what is not listed is not taken.
 */
export const bundleSchema = z.strictObject({
  format: z.literal('concord/bundle'),
  version: z.literal(FORMAT_VERSION),
  project: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
  created: timestampSchema,
  by: annotatorSchema,
  /** Current version of the codebook where the bundle was made. */
  codebook: sha256Schema,
  /** Whether the texts are in it, or only their hashes. */
  articles: z.enum(['texts', 'hashes']),
  /** Every article that a set in the bundle speaks of. */
  references: z.array(articleReferenceSchema),
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int().nonnegative(), sha256: sha256Schema })),
  extra: extraSchema.optional(),
})
export type Bundle = z.infer<typeof bundleSchema>
