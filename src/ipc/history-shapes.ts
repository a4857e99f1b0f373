import { z } from 'zod'
import { timestampSchema } from '../core/model/annotation.ts'
import { gestureKindSchema } from '../core/model/gesture.ts'
import { answeredSetSchema } from './answered-set.ts'
import { articleIdSchema, tokenSchema } from './shapes.ts'

const count = z.int().nonnegative()

export const setVersionSchema = z.strictObject({
  revision: count,
  at: timestampSchema,
  kind: gestureKindSchema,
  how: z.enum(['done', 'undone', 'redone']),
  added: count,
  changed: count,
  removed: count,
})
export type SetVersion = z.infer<typeof setVersionSchema>

export const earlierSetSchema = z.strictObject({ before: answeredSetSchema, now: answeredSetSchema })
export type EarlierSet = z.infer<typeof earlierSetSchema>

/** `ids`: only these annotations; null: everything. */
export const restoreSchema = z.strictObject({ article: articleIdSchema, revision: count, ids: z.array(z.string()).nullable() })

export const backupsSchema = z.strictObject({
  /** Where they lie, for display. */
  location: z.string(),
  /** Whether that is a folder that the person chose. */
  chosen: z.boolean(),
  /** The latest first; `size` in bytes. */
  backups: z.array(z.strictObject({ name: z.string(), at: timestampSchema, size: count })),
})
export type Backups = z.infer<typeof backupsSchema>

export const restoredBackupSchema = z.strictObject({ token: tokenSchema, location: z.string() })
