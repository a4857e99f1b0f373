import { z } from 'zod'
import { importMapSchema } from '../formats/project/import-map.ts'
import { extraSchema, idSchema, timestampSchema } from './annotation.ts'
import { annotatorSchema, articleReferenceSchema, FORMAT_VERSION, sha256Schema } from './annotation-set.ts'

/**
 * `bundle.json` in a `.concord.zip`. Every other entry is listed in `files` with its hash, at the path that it has in a project
 * (`annotations/…`, `independent/…`, `reviews/…`, `rounds/…`, `codebook/<version>.json`, `articles/…`); what is not listed is not taken.
 */
export const bundleSchema = z.strictObject({
  format: z.literal('concord/bundle'),
  version: z.literal(FORMAT_VERSION),
  project: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
  created: timestampSchema,
  by: annotatorSchema,
  /** Current version of the codebook where the bundle was made. */
  codebook: sha256Schema,
  /** Whether the texts are in it, or only their hashes. */
  articles: z.enum(['texts', 'hashes']),
  /** The articles that were chosen, and every one that a file in the bundle speaks of. */
  references: z.array(articleReferenceSchema),
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int().nonnegative(), sha256: sha256Schema })),
  extra: extraSchema.optional(),
})
export type Bundle = z.infer<typeof bundleSchema>

const count = z.int().nonnegative()

/** A record of foreign files, and what became of it. */
export const receiptRowSchema = z.strictObject({
  file: z.string(),
  /** 1-based; null where lines mean nothing. */
  line: z.int().positive().nullable(),
  /** `annotation T3`. */
  what: z.string(),
  /** Why it was not taken; null: it was, or is there already. */
  why: z.string().nullable(),
  /** Path inside `articles/`, whose set it is in, and the annotation. */
  article: z.string().nullable(),
  annotator: z.string().nullable(),
  annotation: idSchema.nullable(),
  label: z.string().nullable(),
  quote: z.string().nullable(),
})
export type ReceiptRow = z.infer<typeof receiptRowSchema>

/** Files of other formats that an import took: from where, for whom, and what became of the records. */
export const importSourceSchema = z.strictObject({
  formats: z.array(z.string()),
  /** The first files that were chosen, and how many there were. */
  files: z.array(z.string()),
  file_count: count,
  /** Whose annotations became whose; null: the file does not say whose they are. */
  people: z.array(z.strictObject({ from: z.string().nullable(), to: annotatorSchema })),
  /** What each foreign name became: offered again the next time. */
  map: importMapSchema,
  annotations: count,
  relations: count,
  /** Annotations that were there already. */
  there: count,
  articles: count,
  added_articles: count,
  not_taken: count,
  /** The first records of each kind; all of them are in `imports/<folder>/<id>/receipt.csv`. */
  taken_rows: z.array(receiptRowSchema),
  not_taken_rows: z.array(receiptRowSchema),
  remarks: z.array(z.string()),
})
export type ImportSource = z.infer<typeof importSourceSchema>

/**
 * `imports/<folder of whoever imported>/<id>.json`: what an import did, so that it can be taken back. Files that it replaced lie as they
 * were in `imports/<folder>/<id>/`, at the paths that they have in the project.
 */
export const importSchema = z.strictObject({
  format: z.literal('concord/import'),
  version: z.literal(FORMAT_VERSION),
  id: idSchema,
  at: timestampSchema,
  by: annotatorSchema,
  /** Name of the bundle's file, and what it said of itself. */
  bundle: z.strictObject({ name: z.string().min(1), created: timestampSchema, by: annotatorSchema }).optional(),
  /** In a bundle's place: files of other formats. */
  source: importSourceSchema.optional(),
  /** Files that were written: their hash before (null: there was none) and after. */
  files: z.array(z.strictObject({ path: z.string().min(1), before: sha256Schema.nullable(), after: sha256Schema })),
  /** Own sets on these articles were changed by this gesture; their histories have it. */
  own: z.strictObject({ gesture: idSchema, articles: z.array(z.string().min(1)) }).optional(),
  /** The current codebook before and after. */
  codebook: z.strictObject({ before: sha256Schema, after: sha256Schema }).optional(),
  taken_back: timestampSchema.optional(),
  extra: extraSchema.optional(),
})
export type ImportRecord = z.infer<typeof importSchema>
