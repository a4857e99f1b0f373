import { z } from 'zod'
import { annotationSchema, extraSchema, idSchema, relationSchema, timestampSchema } from './annotation.ts'
import { annotatorSchema, articleReferenceSchema, FORMAT_VERSION, sha256Schema } from './annotation-set.ts'
import { gestureSchema } from './gesture.ts'

/** A record of an annotator's set as it was when it was decided on: `sha256` of its canonical JSON tells when it has changed since. */
export const sourceSchema = z.strictObject({ annotator: z.string().min(1), id: idSchema, sha256: sha256Schema })
export type Source = z.infer<typeof sourceSchema>

/** Why colleagues differed. The first three are counted by label; own words beside them or alone. */
export const reasonSchema = z.strictObject({
  code: z.enum(['codebook_unclear', 'slip', 'ambiguity', 'own']),
  text: z.string().optional(),
})
export type Reason = z.infer<typeof reasonSchema>

/** How an adjudicated record came about: one's record as it is, parts of several, changed by the reviewer, or missed by all. */
export const originSchema = z.enum(['taken', 'combined', 'edited', 'added'])
export type Origin = z.infer<typeof originSchema>

/**
 * What is decided. `annotation` and `relation` are the records of the adjudicated set, whole, with ids of their own that
 * stay as long as the decision does. `nothing`: nothing belongs here, or a colleague's record is rejected. `later` keeps it open.
 */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotation'), origin: originSchema, annotation: annotationSchema }),
  z.strictObject({ kind: z.literal('relation'), origin: originSchema, relation: relationSchema }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('later') }),
])
export type Outcome = z.infer<typeof outcomeSchema>

/** Rules that merge what colleagues agree on: the same record; the same label on overlapping words; what most of them have. */
export const mergeRuleSchema = z.enum(['exact', 'overlap', 'majority'])
export type MergeRule = z.infer<typeof mergeRuleSchema>

/** One reviewer's decision on one difference, or on one record of a colleague's. */
export const decisionSchema = z.strictObject({
  id: idSchema,
  /** The records that it decides on, by annotator and id; none where all missed something. */
  sources: z.array(sourceSchema),
  outcome: outcomeSchema,
  reason: reasonSchema.optional(),
  /** Made by a rule or from one annotator's set at once, and by whom: such decisions are shown apart and can be taken back together. */
  bulk: z
    .strictObject({ id: idSchema, how: z.enum(['rule', 'everything_from', 'same_words']), rule: mergeRuleSchema.optional(), annotator: z.string().optional() })
    .optional(),
  created: timestampSchema,
  modified: timestampSchema,
  extra: extraSchema.optional(),
})
export type Decision = z.infer<typeof decisionSchema>

/**
 * One message of a thread. Threads are about a decision, or about a source record that is not decided yet, and merge by id
 * from everybody's files; `reply_to` orders them.
 */
export const commentSchema = z.strictObject({
  id: idSchema,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('decision'), reviewer: z.string().min(1), decision: idSchema }),
    z.strictObject({ kind: z.literal('annotation'), annotator: z.string().min(1), annotation: idSchema }),
    z.strictObject({ kind: z.literal('set'), annotator: z.string().min(1) }),
  ]),
  reply_to: idSchema.optional(),
  text: z.string().min(1),
  created: timestampSchema,
  modified: timestampSchema,
})
export type Comment = z.infer<typeof commentSchema>

/**
 * What the reviewer says of one annotator's set. It holds while the set is what it was said of: `in_review` and `returned`
 * while its state was not set again, `accepted` while its revision is the same.
 */
export const standingSchema = z.strictObject({
  annotator: z.string().min(1),
  status: z.enum(['in_review', 'returned', 'accepted']),
  at: timestampSchema,
  /** Of the set then: its revision, and when its own state was last set. */
  on: z.strictObject({ revision: z.int().nonnegative(), state_changed: timestampSchema }),
  note: z.string().optional(),
})
export type Standing = z.infer<typeof standingSchema>

/** When this person was first shown a colleague's set on the article: what they code afterwards is not independent. */
export const seenSchema = z.strictObject({ annotator: z.string().min(1), at: timestampSchema })
export type Seen = z.infer<typeof seenSchema>

/** `reviews/<reviewer folder>/<article path>.json`: one person's decisions and comments on one article, answers to others' included. */
export const reviewSchema = z.strictObject({
  format: z.literal('concord/review'),
  version: z.literal(FORMAT_VERSION),
  article: articleReferenceSchema,
  reviewer: annotatorSchema,
  /** Version of the codebook that was current at the last decision. */
  codebook: sha256Schema,
  revision: z.int().nonnegative(),
  seen: z.array(seenSchema),
  standings: z.array(standingSchema),
  decisions: z.array(decisionSchema),
  comments: z.array(commentSchema),
  extra: extraSchema.optional(),
})
export type Review = z.infer<typeof reviewSchema>

const changes = <T extends z.ZodType>(record: T) =>
  z.strictObject({ added: z.array(record), updated: z.array(z.strictObject({ from: record, to: record })), removed: z.array(record) })

/** The unit of change of a review, and of its undo: whole records on both sides. Standings and what was seen go by annotator. */
export const reviewDiffSchema = z.strictObject({
  decisions: changes(decisionSchema),
  comments: changes(commentSchema),
  standings: changes(standingSchema),
})
export type ReviewDiff = z.infer<typeof reviewDiffSchema>

export const reviewGestureKindSchema = z.enum([
  'decide', 'decide_same', 'merge_rule', 'accept_everything', 'reopen', 'comment', 'edit_comment', 'delete_comment', 'return_set', 'accept_set', 'begin_review',
])
export type ReviewGestureKind = z.infer<typeof reviewGestureKindSchema>

export const reviewGestureSchema = gestureSchema.extend({ kind: reviewGestureKindSchema })
export type ReviewGesture = z.infer<typeof reviewGestureSchema>

/** One line of `reviews/<reviewer folder>/<article path>.history.jsonl`: the review at `revision` is the one before with `diff` applied. */
export const reviewHistoryLineSchema = z.strictObject({
  gesture: reviewGestureSchema,
  revision: z.int().positive(),
  diff: reviewDiffSchema,
})
export type ReviewHistoryLine = z.infer<typeof reviewHistoryLineSchema>
