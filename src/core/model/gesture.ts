import { z } from 'zod'
import { annotationSchema, idSchema, relationSchema, timestampSchema } from './annotation.ts'
import { setStateSchema, sha256Schema } from './annotation-set.ts'
import { unplacedSchema } from './unplaced.ts'

const recordDiff = <T extends z.ZodType>(record: T) =>
  z.strictObject({
    added: z.array(record),
    updated: z.array(z.strictObject({ from: record, to: record })),
    removed: z.array(record),
  })

/** The unit of change and of undo. Whole records on both sides, so that it can be checked, reversed and read years later. */
export const setDiffSchema = z.strictObject({
  annotations: recordDiff(annotationSchema),
  relations: recordDiff(relationSchema),
  state: z.strictObject({ from: setStateSchema, to: setStateSchema }).nullable(),
  /** Annotations that wait for a place; by the id of the annotation. */
  unplaced: recordDiff(unplacedSchema).optional(),
  /** Hashes of the text that the set was on, and is on now: the article was changed by somebody. */
  text: z.strictObject({ from: sha256Schema, to: sha256Schema }).optional(),
})
export type SetDiff = z.infer<typeof setDiffSchema>

export interface RecordDiff<T> {
  readonly added: readonly T[]
  readonly updated: readonly { readonly from: T; readonly to: T }[]
  readonly removed: readonly T[]
}

/** What a person did, for the history and for "Undo …": a verb and what it was about, translated where it is shown. */
export const gestureKindSchema = z.enum([
  'annotate',
  'relabel',
  'move_boundary',
  'set_attribute',
  'set_values',
  'confirm_defaults',
  'delete',
  'link',
  'unlink',
  'edit_fragments',
  'set_note',
  'set_status',
  'import',
  'restore',
  /** The text under the set changed, and its annotations were taken to the new one. */
  'reanchor',
  /** What waited for a place was given one, kept aside or deleted. */
  'place',
  'place_aside',
  'place_delete',
])
export type GestureKind = z.infer<typeof gestureKindSchema>

export const gestureSchema = z.strictObject({
  id: idSchema,
  at: timestampSchema,
  kind: gestureKindSchema,
  /** An undo or redo names the gesture that it takes back or does again. */
  undoes: idSchema.optional(),
  redoes: idSchema.optional(),
})
export type Gesture = z.infer<typeof gestureSchema>

/** One line of `history/<annotator folder>/<article path>.jsonl`: the set at `revision` is the one before with `diff` applied. */
export const historyLineSchema = z.strictObject({
  gesture: gestureSchema,
  revision: z.int().positive(),
  diff: setDiffSchema,
})
export type HistoryLine = z.infer<typeof historyLineSchema>
