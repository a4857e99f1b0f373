import { z } from 'zod'
import { idSchema, timestampSchema } from '../core/model/annotation.ts'
import { annotatorSchema } from '../core/model/annotation-set.ts'
import { articleIdSchema, problemSchema, projectViewSchema, tokenSchema } from './shapes.ts'

const count = z.int().nonnegative()

/** Whose work can go into a bundle: what may not be seen yet is not counted and not offered. */
export const bundleOfferSchema = z.strictObject({ people: z.array(z.strictObject({ annotator: annotatorSchema, own: z.boolean(), sets: count })) })

export const bundleRequestSchema = z.strictObject({
  /** Annotator keys; null: everybody's. */
  annotators: z.array(z.string()).nullable(),
  /** null: every article. */
  articles: z.array(articleIdSchema).nullable(),
  texts: z.boolean(),
})

export const bundleReceiptSchema = z.strictObject({
  name: z.string(),
  bytes: count,
  sha256: z.string(),
  people: z.array(z.strictObject({ name: z.string(), sets: count })),
  articles: count,
  texts: z.boolean(),
  sets: count,
  reviews: count,
  rounds: count,
  problems: z.array(problemSchema),
})
export type BundleReceipt = z.infer<typeof bundleReceiptSchema>

const changesSchema = z.strictObject({ added: count, changed: count, removed: count, status: z.boolean() })
const unknownKindSchema = z.enum(['label', 'attribute', 'value', 'relation'])

export const unknownSchema = z.strictObject({
  kind: unknownKindSchema,
  attribute: idSchema.nullable(),
  id: idSchema,
  name: z.string(),
  of: z.string().nullable(),
  count,
  described: z.boolean(),
  candidates: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  suggestion: idSchema.nullable(),
})

export const bundleFileSchema = z.strictObject({
  file: z.string(),
  kind: z.enum(['set', 'independent', 'review', 'round']),
  annotator: annotatorSchema.nullable(),
  about: z.string(),
  standing: z.enum(['new', 'same', 'differs', 'no_article']),
  own: z.boolean(),
  hidden: z.boolean(),
  annotations: count.nullable(),
  status: z.enum(['in_progress', 'done']).nullable(),
  changes: changesSchema.nullable(),
})
export type BundleFile = z.infer<typeof bundleFileSchema>

const leftOutSchema = z.strictObject({ file: z.string(), why: z.string() })

/** What a bundle would bring. Paths are those of the bundle; nothing has been written. */
export const bundlePreviewSchema = z.strictObject({
  name: z.string(),
  project: z.strictObject({ name: z.string(), same: z.boolean() }),
  by: annotatorSchema,
  created: timestampSchema,
  people: z.array(z.strictObject({ annotator: annotatorSchema, own: z.boolean(), known: z.boolean(), sets: count, alike: z.array(annotatorSchema) })),
  articles: z.array(z.strictObject({ path: z.string(), standing: z.enum(['same', 'moved', 'comes', 'other_text', 'missing']), here: z.string().nullable() })),
  files: z.array(bundleFileSchema),
  leftOut: z.array(leftOutSchema),
  codebook: z.strictObject({
    standing: z.enum(['same', 'older', 'newer', 'diverged', 'other']),
    here: z.string(),
    there: z.string(),
    name: z.string().nullable(),
    unknown: z.array(unknownSchema),
    otherwise: z.array(z.strictObject({ kind: z.enum(['label', 'attribute', 'relation']), id: idSchema, here: z.string(), there: z.string() })),
  }),
})
export type BundlePreview = z.infer<typeof bundlePreviewSchema>

/** A bundle that is open, by a token, and what it would bring. */
export const openBundleSchema = z.strictObject({ token: tokenSchema, preview: bundlePreviewSchema })
export type OpenBundleView = z.infer<typeof openBundleSchema>

/** By annotator key: people of the bundle who are somebody here under another spelling. */
export const samePeopleSchema = z.record(z.string(), z.string())

/** One record that differs, in words of the text; null on the side that does not have it. */
const recordSideSchema = z.strictObject({ label: z.string(), quote: z.string(), start: count, attributes: count }).nullable()
export const comparedSetSchema = z.strictObject({
  /** Records that differ; the first so many. */
  records: z.array(z.strictObject({ id: z.string(), here: recordSideSchema, there: recordSideSchema, differs: z.array(z.enum(['label', 'boundaries', 'attributes', 'note'])) })),
  more: count,
})
export type ComparedSet = z.infer<typeof comparedSetSchema>

const what = { kind: unknownKindSchema, attribute: idSchema.nullable(), id: idSchema }
export const mapChoiceSchema = z.discriminatedUnion('how', [
  z.strictObject({ ...what, how: z.literal('read_as'), to: idSchema }),
  z.strictObject({ ...what, how: z.literal('add') }),
  z.strictObject({ ...what, how: z.literal('leave') }),
])

export const importChoicesSchema = z.strictObject({
  same: samePeopleSchema,
  /** By path in the bundle; where nothing is said, what is new is taken and what differs is kept as it is here. */
  files: z.record(z.string(), z.enum(['take', 'keep'])),
  articles: z.boolean(),
  codebook: z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('leave') }),
    z.strictObject({ how: z.literal('adopt') }),
    z.strictObject({ how: z.literal('map'), mapping: z.array(mapChoiceSchema).nullable() }),
  ]),
})

export const importReportSchema = z.strictObject({
  /** To take it back by; null where nothing was written. */
  id: idSchema.nullable(),
  files: z.array(z.strictObject({ file: z.string(), target: z.string().nullable(), fate: z.enum(['added', 'replaced', 'same', 'kept', 'left_out']), why: z.string().nullable() })),
  codebook: z.string().nullable(),
})
export type ImportReport = z.infer<typeof importReportSchema>

export const importedSchema = z.strictObject({ report: importReportSchema, project: projectViewSchema })

/** An import that can still be taken back. */
export const pastImportSchema = z.strictObject({
  id: idSchema,
  at: timestampSchema,
  name: z.string(),
  by: annotatorSchema,
  files: count,
  /** Files of other formats rather than a bundle. */
  source: z.strictObject({ files: count, annotations: count }).nullable(),
})
export type PastImport = z.infer<typeof pastImportSchema>

export const takenBackSchema = z.strictObject({ files: count, left: z.array(leftOutSchema), project: projectViewSchema })
