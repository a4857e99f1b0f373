import { z } from 'zod'
import { rowEditSchema } from '../core/annotating/set-values.ts'
import { idSchema } from '../core/model/annotation.ts'
import { keymapSchema } from '../core/actions/keymap.ts'
import { languages } from '../core/language.ts'
import { annotatorSchema } from '../core/model/annotation-set.ts'
import { codebookSchema } from '../core/model/codebook.ts'
import { gestureKindSchema, setDiffSchema } from '../core/model/gesture.ts'
import { REMARKS } from '../core/extract/extracted.ts'
import { ORIGINAL_KINDS } from '../core/extract/kinds.ts'
import { articleRowSchema } from '../core/model/project.ts'
import { entitySchema } from '../core/model/value.ts'
import { packedSetSchema } from './packed-set.ts'

export const appErrorSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  retry: z.boolean(),
  where: z.strictObject({ file: z.string(), line: z.int().optional() }).optional(),
})

/** A codebook version that is kept; `at` and `by` are null where it does not say. */
export const codebookVersionSchema = z.strictObject({
  version: z.string(),
  parent: z.string().nullable(),
  change: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  /** The version that this one went back to. */
  backTo: z.string().nullable(),
})
export type CodebookVersion = z.infer<typeof codebookVersionSchema>

const counts = z.record(z.string(), z.int())
/** How one annotator's sets use the codebook, by ids as stored. */
export const annotatorUsesSchema = z.strictObject({
  annotator: annotatorSchema,
  /** Of whoever works here now. */
  own: z.boolean(),
  /** Sets that are not counted because they may not be seen yet. */
  hidden: z.int(),
  uses: z.strictObject({
    annotations: z.int(),
    labels: counts,
    attributes: counts,
    values: z.record(z.string(), counts),
    relations: counts,
    entities: z.array(entitySchema.extend({ count: z.int() })),
    both: z.int(),
  }),
})
export type AnnotatorUses = z.infer<typeof annotatorUsesSchema>

/** An article by its opaque id, never by a path. */
export const articleIdSchema = z.string().min(1).max(64)
/** Stands for files or a folder that a person chose in a dialog or dropped; main knows the paths, the renderer never does. */
export const tokenSchema = z.string().min(1).max(64)

export const themeSchema = z.enum(['system', 'light', 'dark'])

export const languageSettingSchema = z.enum(['system', ...languages])
/** Which way the interface runs; `auto` as its language does. The text of an article always runs its own way. */
export const directionSettingSchema = z.enum(['auto', 'ltr', 'rtl'])

/** How articles are set: size in pixels, line height as a multiple of it, measure in characters of a line. */
export const readingSchema = z.strictObject({
  font: z.enum(['serif', 'sans', 'mono', 'accessible']),
  size: z.number().min(13).max(32),
  line: z.number().min(1.4).max(2.2),
  measure: z.number().min(40).max(100),
})
export type Reading = z.infer<typeof readingSchema>

/** What is kept besides the work itself. `history`: steps of each article, 0 for all; `backups`: how often; `copies`: how many of them. */
export const keepingSchema = z.strictObject({ history: z.int().nonnegative(), backups: z.enum(['never', 'hour', 'day']), copies: z.int().min(1).max(200) })
export type Keeping = z.infer<typeof keepingSchema>

export const settingsSchema = z.strictObject({
  annotator: z.string(),
  theme: themeSchema,
  language: languageSettingSchema,
  direction: directionSettingSchema,
  reading: readingSchema,
  keys: keymapSchema,
  keeping: keepingSchema,
  /** Widths of panes in pixels, and which are folded (1), so that the window looks as it was left. */
  layout: z.record(z.string(), z.number()),
  /** What was chosen last in dialogs, by their own names: the format of an export. */
  choices: z.record(z.string(), z.string()),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = { annotator: '', theme: 'system', language: 'system', direction: 'auto', reading: { font: 'serif', size: 18, line: 1.65, measure: 65 }, keys: {}, keeping: { history: 0, backups: 'day', copies: 7 }, layout: {}, choices: {} }

export const recentProjectSchema = z.strictObject({
  /** Of this place in the list, not the project's: two copies of a project are two entries. */
  id: z.string(),
  name: z.string(),
  /** The folder as a person would say it, for display only. */
  location: z.string(),
  opened: z.string(),
  missing: z.boolean(),
})
export type RecentProject = z.infer<typeof recentProjectSchema>

/** A file of the project that could not be used; it is kept untouched. */
export const problemSchema = z.strictObject({ file: z.string(), line: z.int().nullable(), message: z.string(), remedy: z.string() })
export type Problem = z.infer<typeof problemSchema>

/** What changes while a project is open, by somebody else's hand too. */
export const projectFactsSchema = z.strictObject({
  name: z.string(),
  /** Everybody who has a set here, the current one first. */
  annotators: z.array(annotatorSchema),
  codebook: codebookSchema,
  codebookVersion: z.string(),
  /** Colleagues' sets stay hidden until one's own is done. */
  blind: z.boolean(),
})
export type ProjectFacts = z.infer<typeof projectFactsSchema>

export const projectViewSchema = z.strictObject({
  ...projectFactsSchema.shape,
  id: z.string(),
  location: z.string(),
  annotator: annotatorSchema,
  rows: z.array(articleRowSchema),
  problems: z.array(problemSchema),
  /** Why nothing can be changed (a newer format version, a read-only folder), or null. */
  readOnly: z.string().nullable(),
  /** The article and place to show again. */
  place: z.strictObject({ article: articleIdSchema, offset: z.int() }).nullable(),
  /** What was recovered from the journal at this start, in words, or null. */
  recovered: z.string().nullable(),
})
export type ProjectView = z.infer<typeof projectViewSchema>

export const openArticleSchema = z.strictObject({
  id: articleIdSchema,
  /** Normalised text; every offset counts its UTF-16 code units. */
  text: z.string(),
  textSha256: z.string(),
  /** UTF-16 range of the wire header in the text. */
  header: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  set: packedSetSchema,
  /** In words: read as Windows-1252, for instance. */
  notice: z.string().nullable(),
  offset: z.int(),
})
export type OpenArticle = z.infer<typeof openArticleSchema>

export const saveStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), at: z.string().nullable() }),
  z.strictObject({ state: z.literal('saving') }),
  z.strictObject({ state: z.literal('failed'), error: appErrorSchema, next: z.string() }),
])
export type SaveStatus = z.infer<typeof saveStatusSchema>

/** Of a document whose text became the article: what it is, and what its text does not show. */
const extractedSchema = z.strictObject({ kind: z.enum(ORIGINAL_KINDS), remarks: z.array(z.strictObject({ what: z.enum(REMARKS), count: z.int() })).readonly() })

export const addReportSchema = z.strictObject({
  added: z.array(z.strictObject({ id: articleIdSchema, path: z.string(), notice: z.string().nullable(), extracted: extractedSchema.nullable() })),
  duplicates: z.array(z.strictObject({ name: z.string(), sameAs: z.string() })),
  refused: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
  cancelled: z.boolean(),
})
export type AddReport = z.infer<typeof addReportSchema>

export const articleFieldsSchema = z.strictObject({
  title: z.string().nullable().optional(),
  date: z.string().nullable().optional(),
  outlet: z.string().nullable().optional(),
  link: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
})
export type ArticleFields = z.infer<typeof articleFieldsSchema>

export const metadataPreviewSchema = z.strictObject({
  token: tokenSchema,
  file: z.string(),
  matched: z.array(z.strictObject({ id: articleIdSchema, path: z.string(), fields: articleFieldsSchema })),
  problems: z.array(z.strictObject({ line: z.int(), message: z.string() })),
})
export type MetadataPreview = z.infer<typeof metadataPreviewSchema>

export const gestureChangeSchema = z.strictObject({
  article: articleIdSchema,
  /** Revision that the diff was made on. */
  base: z.int().nonnegative(),
  diff: setDiffSchema,
})

/** A set after main has changed it, so that whoever shows it can follow. */
export const changedSetSchema = z.strictObject({ article: articleIdSchema, revision: z.int(), diff: setDiffSchema })
export type ChangedSet = z.infer<typeof changedSetSchema>

/** UTF-16, end exclusive. */
const rangeShape = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() })

/** Where the articles say something. `more`: there are more than these; `unread`: articles that could not be read. */
export const foundOccurrencesSchema = z.strictObject({
  articles: z.array(z.strictObject({
    article: articleIdSchema,
    found: z.array(rangeShape.extend({ before: z.string(), quote: z.string(), after: z.string(), labels: z.array(idSchema) })),
  })),
  more: z.boolean(),
  unread: z.int(),
})
export type FoundOccurrences = z.infer<typeof foundOccurrencesSchema>

/** What can be asked of an article that is not open. */
export const articleCommandSchema = z.strictObject({
  article: articleIdSchema,
  command: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set_values'), rows: z.array(rowEditSchema).min(1) }),
    z.strictObject({ kind: z.literal('annotate'), label: idSchema, spans: z.array(z.array(rangeShape).min(1)).min(1).max(1000) }),
    z.strictObject({ kind: z.literal('confirm_defaults'), ids: z.array(idSchema).min(1), attribute: z.array(idSchema).optional() }),
  ]),
})
export type ArticleCommand = z.infer<typeof articleCommandSchema>

/** What undo or redo did, so that the renderer can show it; `article` null: there was nothing to do. */
export const undoOutcomeSchema = z.strictObject({
  kind: gestureKindSchema,
  changes: z.array(changedSetSchema),
})
export type UndoOutcome = z.infer<typeof undoOutcomeSchema>

export const undoStateSchema = z.strictObject({
  undo: gestureKindSchema.nullable(),
  redo: gestureKindSchema.nullable(),
})
export type UndoState = z.infer<typeof undoStateSchema>

export const registerEntrySchema = z.strictObject({ ...entitySchema.shape, count: z.int(), named: z.boolean() })
export type RegisterEntry = z.infer<typeof registerEntrySchema>

export const appInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.enum(['darwin', 'win32', 'linux']),
  settings: settingsSchema,
  recent: z.array(recentProjectSchema),
  /** The project that was open last, opened again at start. */
  project: projectViewSchema.nullable(),
})
export type AppInfo = z.infer<typeof appInfoSchema>
