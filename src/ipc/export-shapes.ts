import { z } from 'zod'
import { FORMAT_NAMES } from '../core/formats/adapter.ts'
import { idSchema } from '../core/model/annotation.ts'
import { articleIdSchema, problemSchema, tokenSchema } from './shapes.ts'

const count = z.int().nonnegative()
const formatSchema = z.enum(FORMAT_NAMES)

/** A format that is written, with the options of its own that concern writing. */
export const outgoingFormatSchema = z.strictObject({
  name: formatSchema,
  title: z.string(),
  /** Its files are read back and compared. */
  readBack: z.boolean(),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()), default: z.string(), help: z.string() })),
})
export type OutgoingFormat = z.infer<typeof outgoingFormatSchema>

export const setsWishSchema = z.strictObject({
  what: z.literal('sets'),
  format: formatSchema,
  /** Values of the format's own options. */
  own: z.record(z.string(), z.string()),
  /** null: every article of the project. */
  articles: z.array(articleIdSchema).nullable(),
  /** Annotator keys; null: all. */
  annotators: z.array(z.string()).nullable(),
  /** Ids of labels; null: all. */
  labels: z.array(z.string()).nullable(),
})
export type SetsWishView = z.infer<typeof setsWishSchema>

/** What is to leave the project. */
export const outgoingWishSchema = z.discriminatedUnion('what', [setsWishSchema])
export type OutgoingWishView = z.infer<typeof outgoingWishSchema>

const countsSchema = z.array(z.strictObject({ of: z.enum(['articles', 'annotators', 'annotations', 'relations', 'rows', 'columns', 'labels', 'measures']), count }))

export const outgoingPreviewSchema = z.strictObject({
  counts: countsSchema,
  /** The beginnings of the first files, as they will be written. */
  samples: z.array(z.strictObject({ name: z.string(), text: z.string(), cut: z.boolean() })),
  leftOut: z.array(problemSchema),
  hidden: count,
})
export type OutgoingPreviewView = z.infer<typeof outgoingPreviewSchema>

export const outgoingRunSchema = z.strictObject({ wish: outgoingWishSchema, folder: tokenSchema })

/** What was written, read back and compared. */
export const receiptSchema = z.strictObject({
  what: z.enum(['sets', 'dataset', 'appendix']),
  format: z.string(),
  location: z.string(),
  /** The first of them; `fileCount`: how many there are. */
  files: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: z.string() })),
  fileCount: count,
  counts: countsSchema,
  /** Null: only written, not read back. */
  verified: z.boolean().nullable(),
  /** What the format could not hold, by kind; the first places, each with its article and, in one's own set, annotation. */
  losses: z.array(
    z.strictObject({
      what: z.string(),
      count,
      places: z.array(z.strictObject({ text: z.string(), link: z.strictObject({ article: articleIdSchema, annotation: idSchema.nullable() }).nullable() })),
    }),
  ),
  /** What is wrong with what was read back. */
  differences: z.array(z.string()),
  /** What to do in the other tool. */
  advice: z.array(z.string()),
  /** Sets left out because they are damaged, with why. */
  problems: z.array(problemSchema),
  /** Colleagues' sets left out because they may not be seen yet. */
  hidden: count,
})
export type Receipt = z.infer<typeof receiptSchema>
