import { z } from 'zod'
import { idSchema, timestampSchema } from '../../model/annotation.ts'
import { FORMAT_VERSION, sha256Schema } from '../../model/annotation-set.ts'
import { agreementReportSchema } from './report.ts'

/**
 * `agreement/<id>/result.json`: numbers that were kept, and the files that they were computed on by hash; beside it, `sets.zip` holds
 * these files as they were. Never changed afterwards.
 */
export const keptAgreementSchema = z.strictObject({
  format: z.literal('concord/agreement'),
  version: z.literal(FORMAT_VERSION),
  id: idSchema,
  made: timestampSchema,
  files: z.array(z.strictObject({ file: z.string().min(1), sha256: sha256Schema })),
  report: agreementReportSchema,
})
export type KeptAgreement = z.infer<typeof keptAgreementSchema>
