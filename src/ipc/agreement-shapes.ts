import { z } from 'zod'
import { agreementReportSchema } from '../core/agreement/project/report.ts'
import { agreementRequestSchema } from '../core/agreement/project/request.ts'
import { problemSchema } from './shapes.ts'

const count = z.int().nonnegative()

export const agreementQuestionSchema = agreementRequestSchema

export const computedAgreementSchema = z.strictObject({
  report: agreementReportSchema,
  /** Files that could not be used. */
  problems: z.array(problemSchema),
  /** What became of annotators’ spans under review; no agreement, as a reviewer sees the labels. */
  acceptance: z.array(z.strictObject({ annotator: z.string(), taken: count, changed: count, rejected: count, added: count })),
})

/** A picture, a table or the whole, as text that the window has made; where it goes, a person says. */
export const savedTextSchema = z.strictObject({
  /** Without an ending. */
  name: z.string().min(1).max(120),
  format: z.enum(['svg', 'csv', 'html', 'json']),
  text: z.string().max(50_000_000),
})
