import { z } from 'zod'
import { idSchema } from '../core/model/annotation.ts'
import { savedQuerySchema } from '../core/model/saved-queries.ts'
import { articleIdSchema } from './shapes.ts'

const count = z.int().nonnegative()

/** `run`: a number of the window's own, by which it knows the lines. */
export const searchQuestionSchema = z.strictObject({ run: count, query: z.string().min(1).max(2000) })

/** All hits are counted, the lines are the first 10,000. */
export const searchOutcomeSchema = z.strictObject({ hits: count, articles: count, unread: count })
export type SearchOutcome = z.infer<typeof searchOutcomeSchema>

export const foundLineSchema = z.strictObject({
  article: articleIdSchema,
  /** UTF-16. */
  start: count,
  end: count,
  left: z.string(),
  hit: z.string(),
  right: z.string(),
  annotation: z.strictObject({ id: idSchema, label: z.string(), annotator: z.string(), own: z.boolean() }).nullable(),
  /** Of the own annotations around the words, and of those exactly there. */
  labels: z.array(z.string()),
  exact: z.array(z.string()),
})
export type FoundLine = z.infer<typeof foundLineSchema>

export const foundLinesSchema = z.strictObject({ run: count, lines: z.array(foundLineSchema) })

export const savedListSchema = z.array(savedQuerySchema).max(500)
