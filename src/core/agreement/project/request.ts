import { z } from 'zod'

/** What is asked. Absent annotators, articles or labels: all of them. */
export const agreementRequestSchema = z.strictObject({
  /** Keys of annotators. */
  annotators: z.array(z.string().min(1)).optional(),
  /** Paths inside `articles/`. */
  articles: z.array(z.string().min(1)).optional(),
  /** Id of a round: only what it gave to whom. */
  round: z.string().min(1).optional(),
  /** Whether what was coded in training rounds counts. */
  training: z.boolean().optional(),
  labels: z.array(z.string().min(1)).optional(),
  /** Of everything that is drawn by lot: the same data and seed give the same numbers. */
  seed: z.int().nonnegative(),
})
export type AgreementRequest = z.infer<typeof agreementRequestSchema>
