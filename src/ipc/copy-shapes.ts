import { z } from 'zod'
import { gestureSchema } from '../core/model/gesture.ts'
import { articleIdSchema, gestureChangeSchema, projectViewSchema, tokenSchema } from './shapes.ts'

export const saveCopySchema = z.strictObject({
  held: z.array(z.strictObject({ gesture: gestureSchema, changes: z.array(gestureChangeSchema).min(1) })),
  shown: z.strictObject({ article: articleIdSchema, text: z.string() }).nullable(),
})

export const savedCopySchema = z.strictObject({
  /** Opens it. */
  token: tokenSchema,
  location: z.string(),
  files: z.int().nonnegative(),
  left: z.array(z.strictObject({ file: z.string(), why: z.string() })),
})

export const keptBothSchema = z.strictObject({
  /** Paths of the articles of which there are two versions now. */
  articles: z.array(z.string()),
  left: z.array(z.strictObject({ file: z.string(), why: z.string() })),
  project: projectViewSchema,
})
