import { z } from 'zod'
import { annotationSchema, extraSchema, relationSchema, timestampSchema } from './annotation.ts'
import { unplacedSchema } from './unplaced.ts'

export const FORMAT_VERSION = 1

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** The article a file speaks of: path inside `articles/` with `/`, and the hash of its normalised text in UTF-8. */
export const articleReferenceSchema = z.strictObject({ path: z.string().min(1), text_sha256: sha256Schema })
export type ArticleReference = z.infer<typeof articleReferenceSchema>

export const annotatorSchema = z.strictObject({ key: z.string().min(1), name: z.string().min(1) })
export type Annotator = z.infer<typeof annotatorSchema>

/** `done` with no annotations means: read, nothing to mark. Review adds states of its own. */
export const setStateSchema = z.strictObject({
  status: z.enum(['in_progress', 'done']),
  /** When the status was last changed. */
  changed: timestampSchema,
  note: z.string().optional(),
})
export type SetState = z.infer<typeof setStateSchema>

/** All annotations of one annotator on one article: `annotations/<annotator folder>/<article path>.json`. */
export const annotationSetSchema = z.strictObject({
  format: z.literal('concord/annotation-set'),
  version: z.literal(FORMAT_VERSION),
  article: articleReferenceSchema,
  annotator: annotatorSchema,
  /** Version (content hash) of the codebook it was coded under. */
  codebook: sha256Schema,
  /** Counts the gestures that made it; the history has one line for each. */
  revision: z.int().nonnegative(),
  state: setStateSchema,
  annotations: z.array(annotationSchema),
  relations: z.array(relationSchema),
  /** What had no certain place when the text changed; absent where there is none. */
  unplaced: z.array(unplacedSchema).optional(),
  extra: extraSchema.optional(),
})
export type AnnotationSet = z.infer<typeof annotationSetSchema>

export type Progress = 'not_started' | 'in_progress' | 'done' | 'nothing_to_mark'

/** What the article list shows. `null`: there is no set. A set that was only opened does not exist as a file. */
export function progressOf(set: Pick<AnnotationSet, 'state' | 'annotations'> | null): Progress {
  if (!set) return 'not_started'
  if (set.state.status === 'done') return set.annotations.length === 0 ? 'nothing_to_mark' : 'done'
  return set.annotations.length === 0 ? 'not_started' : 'in_progress'
}
