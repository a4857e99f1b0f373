import { z } from 'zod'
import { annotationSchema, timestampSchema, type Annotation } from './annotation.ts'

/**
 * An annotation whose words could not be found again for certain when the text under it changed. It is kept whole, as it was on
 * the text before, until its annotator decides where it belongs.
 */
export const unplacedSchema = z.strictObject({
  /** Offsets and quotes are those of the text with the hash below. */
  annotation: annotationSchema,
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `open`: somebody has to decide. `aside`: it was decided that it has no place in this text, and that it stays. */
  state: z.enum(['open', 'aside']),
  since: timestampSchema,
})
export type Unplaced = z.infer<typeof unplacedSchema>

/** Order in the file: as the annotations were in their text, then by id. */
export function compareUnplaced({ annotation: a }: Unplaced, { annotation: b }: Unplaced): number {
  return startOf(a) - startOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function startOf(annotation: Annotation): number {
  return annotation.fragments[0]?.start ?? 0
}
