import { z } from 'zod'
import { FORMAT_NAMES } from '../core/formats/adapter.ts'
import { importMapSchema } from '../core/formats/project/import-map.ts'
import { idSchema, timestampSchema } from '../core/model/annotation.ts'
import { annotatorSchema } from '../core/model/annotation-set.ts'
import { importSourceSchema, receiptRowSchema } from '../core/model/bundle.ts'
import { articleIdSchema, projectViewSchema, tokenSchema } from './shapes.ts'

const count = z.int().nonnegative()
const formatSchema = z.enum(FORMAT_NAMES)
export const namedFormatSchema = z.strictObject({ name: formatSchema, title: z.string() })

/** Files and folders that a person chose, by a token; what they are called. */
export const chosenFilesSchema = z.strictObject({ token: tokenSchema, names: z.array(z.string()) })
export type ChosenFiles = z.infer<typeof chosenFilesSchema>

/** What dropped files could be: articles to read, or annotations in some format. */
export const recognisedSchema = z.strictObject({ articles: z.boolean(), formats: z.array(namedFormatSchema), names: z.array(z.string()) })
export type Recognised = z.infer<typeof recognisedSchema>

export const readWishSchema = z.strictObject({
  token: tokenSchema,
  /** Null: recognised by content. */
  format: formatSchema.nullable(),
  /** Values of the formats' own options. */
  own: z.record(z.string(), z.string()),
  /** Keys of the repairs that are accepted. */
  repairs: z.array(z.string()),
})

const countingSchema = z.strictObject({ unit: z.enum(['utf16', 'codepoint', 'byte', 'grapheme']), newline: z.enum(['lf', 'crlf2', 'crlf1']) })
export type CountingView = z.infer<typeof countingSchema>

/** How offsets are counted in some of the files, and how many places fit. */
const offsetsSchema = z.strictObject({
  key: z.string(),
  counting: countingSchema,
  by: z.enum(['declared', 'chosen', 'repair']),
  fits: count,
  of: count,
  files: count,
  example: z.string(),
  /** Another counting fits more; nothing is moved until it is accepted. */
  offer: z.strictObject({ counting: countingSchema, fits: count }).nullable(),
})
export type OffsetsView = z.infer<typeof offsetsSchema>

/** A foreign name, how often it is used, and what it most likely is: an id in the codebook, null to leave it out, or a name to create. */
const foreignNameSchema = z.strictObject({
  name: z.string(),
  count,
  target: z.union([z.string(), z.strictObject({ create: z.string() }), z.null()]),
  /** Why that: the same name, one like it, what was chosen the last time, or that there is none. */
  because: z.enum(['same', 'similar', 'remembered', 'none']),
})
export type ForeignName = z.infer<typeof foreignNameSchema>

export const documentStandingSchema = z.enum(['same', 'blanks', 'name', 'new', 'differs', 'missing', 'unusable'])

const refusedSchema = z.strictObject({ file: z.string(), line: z.int().nullable(), what: z.string(), why: z.string() })

/** What was read: nothing has been written. Long lists are their first entries. */
export const importPreviewSchema = z.strictObject({
  files: count,
  /** What it is read as. */
  formats: z.array(namedFormatSchema),
  options: z.array(z.strictObject({ format: formatSchema, name: z.string(), values: z.array(z.string()), value: z.string() })),
  left: z.strictObject({ count, names: z.array(z.string()) }),
  offsets: z.array(offsetsSchema),
  documents: count,
  people: z.array(z.strictObject({ annotator: z.string().nullable(), documents: count, annotations: count, relations: count, labels: z.array(z.strictObject({ name: z.string(), count })) })),
  /** Those with a set here, whoever is at work first. */
  annotators: z.array(annotatorSchema),
  articles: z.strictObject({ counts: z.partialRecord(documentStandingSchema, count), rows: z.array(z.strictObject({ document: z.string(), standing: documentStandingSchema, article: z.string().nullable() })) }),
  /** `quote` is null where whoever is at work may not see it yet. */
  samples: z.array(z.strictObject({ annotator: z.string().nullable(), document: z.string(), label: z.string(), quote: z.string().nullable() })),
  refused: z.strictObject({ count, rows: z.array(refusedSchema) }),
  remarks: z.strictObject({ count, rows: z.array(z.string()) }),
  labels: z.array(foreignNameSchema),
  attributes: z.array(foreignNameSchema),
  relations: z.array(foreignNameSchema),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const intakeChoicesSchema = z.strictObject({
  token: tokenSchema,
  /** Names of those whose annotations they become; null: left out. */
  people: z.array(z.strictObject({ from: z.string().nullable(), to: z.string().min(1).nullable() })),
  map: importMapSchema,
  /** Values that a list of the codebook does not have. */
  values: z.enum(['create', 'skip']),
  articles: z.boolean(),
})
export type IntakeChoicesView = z.infer<typeof intakeChoicesSchema>

/** What the codebook gets, by names. */
export const codebookGainsSchema = z.strictObject({
  labels: z.array(z.string()),
  attributes: z.array(z.string()),
  relations: z.array(z.string()),
  wider: z.array(z.strictObject({ attribute: z.string(), labels: z.array(z.string()), values: z.array(z.string()) })),
})
export type CodebookGains = z.infer<typeof codebookGainsSchema>

/** `link`: the annotation can be gone to. */
const shownRowSchema = receiptRowSchema.extend({ link: z.strictObject({ article: articleIdSchema, annotation: idSchema.nullable() }).nullable() })
export type ShownRow = z.infer<typeof shownRowSchema>

export const intakeReceiptSchema = importSourceSchema.omit({ map: true, taken_rows: true, not_taken_rows: true }).extend({
  /** Null: nothing was new, and nothing was written. */
  id: idSchema.nullable(),
  at: timestampSchema,
  taken: z.array(shownRowSchema),
  left: z.array(shownRowSchema),
})
export type IntakeReceiptView = z.infer<typeof intakeReceiptSchema>

export const importedFilesSchema = z.strictObject({ receipt: intakeReceiptSchema, project: projectViewSchema })
