import { z } from 'zod'
import { timestampSchema } from '../core/model/annotation.ts'
import { annotatorSchema } from '../core/model/annotation-set.ts'
import { decisionSchema, reviewDiffSchema, reviewGestureKindSchema, reviewGestureSchema, reviewSchema, standingSchema } from '../core/model/review.ts'
import { answeredSetSchema } from './answered-set.ts'
import { articleIdSchema, problemSchema } from './shapes.ts'

/** Whether colleagues' work on an article is shown to whoever is at work, and if not, what is missing. */
export const visibilitySchema = z.discriminatedUnion('visible', [
  z.strictObject({ visible: z.literal(true) }),
  z.strictObject({ visible: z.literal(false), why: z.enum(['code_first', 'assigned', 'say_so']) }),
])

export const setStandingSchema = z.strictObject({
  status: z.enum(['not_started', 'in_progress', 'done', 'in_review', 'returned', 'accepted']),
  by: annotatorSchema.nullable(),
  at: timestampSchema.nullable(),
  note: z.string().nullable(),
  /** What a reviewer said last and holds no more, because the set was changed since. */
  before: standingSchema.extend({ by: annotatorSchema }).nullable(),
})

/** By which decisions know the records of a set, in the order of its lists. */
const hashesSchema = z.strictObject({ annotations: z.array(z.string()), relations: z.array(z.string()) })

/** Everything that a review of one article needs. Differences are worked out from it by whoever shows them. */
export const reviewedArticleSchema = z.strictObject({
  id: articleIdSchema,
  text: z.string(),
  textSha256: z.string(),
  /** UTF-16 range of the wire header in the text. */
  header: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  notice: z.string().nullable(),
  visibility: visibilitySchema,
  /** By annotator key; everybody's where they may be seen, else the own one only. Quotes are verified. */
  sets: z.array(z.strictObject({ set: answeredSetSchema, hashes: hashesSchema })),
  /** Colleagues whose sets are there and are not shown. */
  hidden: z.array(annotatorSchema),
  /** Keys of those whose set was frozen before they saw anybody else's. */
  independent: z.array(z.string()),
  /** The own one first, also where it is still empty; then colleagues': as far as they concern the own set alone where others' are hidden. */
  reviews: z.array(reviewSchema).min(1),
  /** Files on this article that cannot be used. */
  problems: z.array(problemSchema),
})
export type ReviewedArticle = z.infer<typeof reviewedArticleSchema>

/** A decision made on another article on the same words, by `decisionsOn` of core. */
export const earlierElsewhereSchema = z.array(
  z.strictObject({ article: z.string(), reviewer: annotatorSchema, decision: decisionSchema, words: z.array(z.string()), labels: z.array(z.string()), quote: z.string() }),
)
export type EarlierElsewhere = z.infer<typeof earlierElsewhereSchema>

export const alikeElsewhereSchema = z.strictObject({
  articles: z.array(reviewedArticleSchema),
  /** Articles that were not looked at, as colleagues' sets on them are hidden or the own one is being coded. */
  hidden: z.int().nonnegative(),
  /** Articles beyond those that are sent. */
  more: z.int().nonnegative(),
})
export type AlikeElsewhere = z.infer<typeof alikeElsewhereSchema>

/** How many differences of an article are open, and how many were decided. */
export const reviewCountsSchema = z.strictObject({
  /** Nobody has decided them, or what was decided on has changed since. Those that wait for later are among them. */
  open: z.int(),
  later: z.int(),
  stale: z.int(),
  /** Two reviewers decided differently. */
  conflicts: z.int(),
  decided: z.int(),
  /** What all have alike and nobody has merged yet. */
  agreed: z.int(),
})
export type ReviewCounts = z.infer<typeof reviewCountsSchema>

/** One row of the matrix of articles by annotators. */
export const overviewRowSchema = z.strictObject({
  article: articleIdSchema,
  visibility: visibilitySchema,
  /** By annotator key, for those who have a set on it or are assigned to it. What is there, and what is open of it, is null where it is hidden. */
  sets: z.array(z.strictObject({ annotator: z.string(), standing: setStandingSchema, annotations: z.int().nullable(), open: z.int().nullable(), assigned: z.boolean() })),
  /** null: hidden, or nobody has a set on it. */
  counts: reviewCountsSchema.nullable(),
})
export type OverviewRow = z.infer<typeof overviewRowSchema>

export const reviewOverviewSchema = z.strictObject({
  /** Everybody with a set or an assignment, by key. */
  annotators: z.array(annotatorSchema),
  /** In the order of the article list, those that nobody has anything on included. */
  rows: z.array(overviewRowSchema),
  problems: z.array(problemSchema),
})
export type ReviewOverview = z.infer<typeof reviewOverviewSchema>

export const reviewChangeSchema = z.strictObject({
  article: articleIdSchema,
  /** Revision of the own review that the diff was made on. */
  base: z.int().nonnegative(),
  diff: reviewDiffSchema,
})
export const reviewApplySchema = z.strictObject({ gesture: reviewGestureSchema, changes: z.array(reviewChangeSchema).min(1) })

export const reviewOutcomeSchema = z.strictObject({
  kind: reviewGestureKindSchema,
  changes: z.array(z.strictObject({ article: articleIdSchema, revision: z.int(), diff: reviewDiffSchema })),
})
export type ReviewOutcome = z.infer<typeof reviewOutcomeSchema>

export const reviewUndoStateSchema = z.strictObject({ undo: reviewGestureKindSchema.nullable(), redo: reviewGestureKindSchema.nullable() })
export type ReviewUndoState = z.infer<typeof reviewUndoStateSchema>
