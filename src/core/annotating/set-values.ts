import { z } from 'zod'
import { refreshDefaults } from '../codebook/defaults.ts'
import { storedValue } from '../codebook/lookup.ts'
import { attributesAfterRelabel } from '../codebook/relabel.ts'
import { idSchema, type Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import { valueSchema, type Value } from '../model/value.ts'
import type { CommandContext } from './commands.ts'
import { defaultsContext } from './make-annotation.ts'

/** What becomes of one annotation when several are filled in at once, as by a paste into a table. */
export const rowEditSchema = z.strictObject({
  id: idSchema,
  label: idSchema.optional(),
  note: z.string().optional(),
  /** By attribute id; null: nothing is recorded any more. What is not named stays. */
  values: z.record(idSchema, valueSchema.nullable()).optional(),
})
export type RowEdit = z.infer<typeof rowEditSchema>

/** The annotation with the edit: first its label, because that decides which values it can have, then what is recorded. */
export function withRowEdit(context: CommandContext, annotation: Annotation, edit: RowEdit): Annotation {
  const { codebook } = context
  const about = (attributes: Annotation['attributes']) => defaultsContext(context, annotation, attributes)
  const label = edit.label ?? annotation.label
  let { attributes } = annotation
  if (label !== annotation.label) attributes = attributesAfterRelabel(codebook, annotation, label, about(attributes))
  for (const [id, value] of Object.entries(edit.values ?? {})) attributes = withValue(codebook, attributes, id, value)
  attributes = refreshDefaults(codebook, { label, attributes }, about(attributes))
  const { note: before, ...rest } = annotation
  const note = edit.note ?? before ?? ''
  return { ...rest, label, attributes, ...(note.trim() === '' ? {} : { note }) }
}

/** A value that stands under a merged attribute's older id stays there. */
function withValue(codebook: Codebook, attributes: Annotation['attributes'], attribute: string, value: Value | null): Annotation['attributes'] {
  const key = storedValue(codebook, attributes, attribute)?.key ?? attribute
  const { [key]: _, ...rest } = attributes
  return value ? { ...rest, [key]: value } : rest
}
