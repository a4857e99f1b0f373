import { z } from 'zod'
import { REMARKS } from '../extract/extracted.ts'
import { ORIGINAL_KINDS } from '../extract/kinds.ts'
import { extraSchema, timestampSchema } from './annotation.ts'
import { FORMAT_VERSION, sha256Schema } from './annotation-set.ts'

/** `originals/<path>.json`: where the text of `articles/<path>.txt` comes from. The document itself is `originals/<path>`. */
export const originalSchema = z.strictObject({
  format: z.literal('concord/original'),
  version: z.literal(FORMAT_VERSION),
  kind: z.enum(ORIGINAL_KINDS),
  /** As the file was called, and its bytes. */
  file: z.strictObject({ name: z.string().min(1), bytes: z.int().nonnegative(), sha256: sha256Schema }),
  /** Of the text that was taken out. */
  text_sha256: sha256Schema,
  added: timestampSchema,
  /** What the document says about itself. */
  title: z.string().min(1).optional(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/).optional(),
  outlet: z.string().min(1).optional(),
  link: z.string().min(1).optional(),
  /** What the text does not show, or shows otherwise, by kind. */
  remarks: z.array(z.strictObject({ what: z.enum(REMARKS), count: z.int().positive() })),
  extra: extraSchema.optional(),
})
export type Original = z.infer<typeof originalSchema>

const TEXT_ENDING = '.txt'

/** `originals/<article path without .txt>`: the document that an article's text was taken from. */
export function originalPath(articlePath: string): string {
  return `originals/${articlePath.slice(0, -TEXT_ENDING.length)}`
}

/** What is known about it. */
export function originalRecordPath(articlePath: string): string {
  return `${originalPath(articlePath)}.json`
}

/** The path inside `articles/` for the text of a document with this one. */
export function articlePathOf(documentPath: string): string {
  return `${documentPath}${TEXT_ENDING}`
}
