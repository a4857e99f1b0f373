import { z } from 'zod'
import { timestampSchema } from './annotation.ts'
import { annotatorSchema, FORMAT_VERSION } from './annotation-set.ts'

export const savedQuerySchema = z.strictObject({ name: z.string().min(1).max(200), query: z.string().min(1).max(2000) })
export type SavedQuery = z.infer<typeof savedQuerySchema>

/** `queries/<annotator folder>.json`: what one person wants to look for again, as they wrote it. */
export const savedQueriesSchema = z.strictObject({
  format: z.literal('concord/queries'),
  version: z.literal(FORMAT_VERSION),
  author: annotatorSchema,
  modified: timestampSchema,
  queries: z.array(savedQuerySchema).max(500),
})
export type SavedQueries = z.infer<typeof savedQueriesSchema>
