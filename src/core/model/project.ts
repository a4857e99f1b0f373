import { z } from 'zod'
import { ORIGINAL_KINDS } from '../extract/kinds.ts'
import { extraSchema, timestampSchema } from './annotation.ts'
import { articleReferenceSchema, annotatorSchema, FORMAT_VERSION, sha256Schema } from './annotation-set.ts'

/** `concord.json`: what makes a folder a project. */
export const projectSchema = z.strictObject({
  format: z.literal('concord/project'),
  version: z.literal(FORMAT_VERSION),
  id: z.string().min(1),
  name: z.string().min(1),
  created: timestampSchema,
  /** Version (content hash) of the current codebook, `codebook/<version>.json`. */
  codebook: sha256Schema,
  /** Colleagues' sets stay hidden until one's own is done. Absent: they do. It hides, it does not encrypt. */
  blind: z.boolean().optional(),
  extra: extraSchema.optional(),
})
export type Project = z.infer<typeof projectSchema>

export const encodingSchema = z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'])
export type Encoding = z.infer<typeof encodingSchema>

/** What one person adds about an article: `article-info/<annotator folder>/<article path>.json`. Absent: read from the text. */
export const articleInfoSchema = z.strictObject({
  format: z.literal('concord/article-info'),
  version: z.literal(FORMAT_VERSION),
  article: articleReferenceSchema,
  author: annotatorSchema,
  title: z.string().optional(),
  /** ISO date, `2031-03-04`. */
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/).optional(),
  outlet: z.string().optional(),
  link: z.string().optional(),
  note: z.string().optional(),
  modified: timestampSchema,
  extra: extraSchema.optional(),
})
export type ArticleInfo = z.infer<typeof articleInfoSchema>

/** What the article list holds for each article; the words and the title need the text, so main makes it and caches it. */
export const articleRowSchema = z.strictObject({
  /** Opaque, the same from start to start: made from the path. */
  id: z.string(),
  /** Path inside `articles/`, with `/`: shown and searched, never used to reach a file. */
  path: z.string(),
  title: z.string(),
  /** ISO date or null: edited, else from the header. */
  date: z.string().nullable(),
  dateline: z.string().nullable(),
  outlet: z.string().nullable(),
  link: z.string().nullable(),
  /** What the annotator noted about the article. */
  note: z.string().nullable(),
  words: z.int(),
  encoding: encodingSchema,
  /** What its text was taken from; null: it is the file that came. */
  original: z.enum(ORIGINAL_KINDS).nullable(),
  annotations: z.int(),
  incomplete: z.int(),
  /** Annotations that wait for a place since the article was changed. */
  unplaced: z.int(),
  progress: z.enum(['not_started', 'in_progress', 'done', 'nothing_to_mark']),
  /** What a reviewer says of the annotator's set, as long as it holds: who, when and with what words. */
  review: z
    .strictObject({ status: z.enum(['in_review', 'returned', 'accepted']), by: z.string(), at: timestampSchema, note: z.string().nullable() })
    .nullable(),
  /** Name of the open round that gives it to the annotator. */
  round: z.string().nullable(),
  /** Set when the file cannot be used: what and why. */
  problem: z.string().nullable(),
})
export type ArticleRow = z.infer<typeof articleRowSchema>
