import { z } from 'zod'
import { valueSchema } from './value.ts'

export const timestampSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
export const idSchema = z.string().min(1).max(200)

/** Foreign data that the model does not hold, kept by format name, so that a round trip loses nothing. */
export const extraSchema = z.record(z.string(), z.unknown())

/** One piece of a span: UTF-16 offsets over the normalised text, end exclusive; `quote` is exactly that slice. */
export const fragmentSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
})
export type Fragment = z.infer<typeof fragmentSchema>

/** One record of one annotator: a span (one fragment or several, in text order, apart), its label and its values. */
export const annotationSchema = z.strictObject({
  id: idSchema,
  label: idSchema,
  fragments: z.array(fragmentSchema).min(1),
  /** At most 32 code points before the first and after the last fragment, whole grapheme clusters. */
  prefix: z.string(),
  suffix: z.string(),
  /** By attribute id. An absent attribute means that nobody looked. */
  attributes: z.record(idSchema, valueSchema),
  note: z.string().optional(),
  created: timestampSchema,
  modified: timestampSchema,
  extra: extraSchema.optional(),
})
export type Annotation = z.infer<typeof annotationSchema>

/** One end of a relation: `article` is the path inside `articles/`, so that a relation can cross articles. */
export const relationEndSchema = z.strictObject({ article: z.string().min(1), annotation: idSchema })

/** A typed link between two annotations. A link attribute is a view of the relation of the same name. */
export const relationSchema = z.strictObject({
  id: idSchema,
  type: idSchema,
  from: relationEndSchema,
  to: relationEndSchema,
  created: timestampSchema,
  modified: timestampSchema,
  extra: extraSchema.optional(),
})
export type Relation = z.infer<typeof relationSchema>

/** First character of the hull, UTF-16. */
export function hullStart(annotation: Annotation): number {
  return annotation.fragments[0]?.start ?? 0
}

/** End (exclusive) of the hull, UTF-16. */
export function hullEnd(annotation: Annotation): number {
  return annotation.fragments.at(-1)?.end ?? 0
}

/** Record order in every file and list: by place, the longer first, then by id, so that saving twice gives the same bytes. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return hullStart(a) - hullStart(b) || hullEnd(b) - hullEnd(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The quote of an export record: the slice for one fragment, else the pieces joined by " … ". */
export function quoteOf(annotation: { readonly fragments: readonly Pick<Fragment, 'quote'>[] }): string {
  return annotation.fragments.map((fragment) => fragment.quote).join(' … ')
}
