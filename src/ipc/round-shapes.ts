import { z } from 'zod'
import { agreementResultSchema } from '../core/agreement/result.ts'
import { idSchema } from '../core/model/annotation.ts'
import { roundSchema } from '../core/model/round.ts'
import { articleIdSchema } from './shapes.ts'

const count = z.int().nonnegative()

export const roundProgressSchema = z.strictObject({
  annotators: z.array(z.strictObject({ annotator: z.string(), assigned: count, started: count, done: count })),
  articles: count,
  done: count,
  overlap: count,
  overlapDone: count,
})

/** A round and how far it is. */
export const roundViewSchema = z.strictObject({ round: roundSchema, progress: roundProgressSchema })
export type RoundView = z.infer<typeof roundViewSchema>

/** What a new round is to be; the plan follows from it. */
export const newRoundSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['training', 'main']),
  /** Names as people write them; who has nothing here yet may be among them. */
  annotators: z.array(z.string().min(1)).min(1),
  /** In the order that they are to be coded in. */
  articles: z.array(articleIdSchema).min(1),
  share: z.number().min(0).max(1),
  coders: z.int().min(1),
  seed: z.int().nonnegative(),
})
export type NewRound = z.infer<typeof newRoundSchema>

/** How far those agree whom the round gave the same articles, as far as both are done and neither had seen the other's. */
export const roundAgreementSchema = z.strictObject({
  articles: count,
  spans: count,
  f1: agreementResultSchema,
  alpha: agreementResultSchema,
  /** Sets that were left out, by reason. */
  dropped: z.record(z.string(), count),
})
export type RoundAgreement = z.infer<typeof roundAgreementSchema>

export const roundIdSchema = z.strictObject({ id: idSchema })
