import type { AcceptanceRow } from '../../../core/agreement/html/report-html.ts'
import type { EvidenceAnswer, EvidenceRequest } from '../../../core/agreement/project/evidence.ts'
import type { AgreementReport } from '../../../core/agreement/project/report.ts'
import type { AgreementRequest } from '../../../core/agreement/project/request.ts'
import type { Result } from '../../../core/result.ts'
import type { Problem } from '../sets/problem.ts'
import type { UsedFile } from './gather.ts'

/** What the worker is asked. It works on one question at a time; to give up on one, the worker is ended. */
export type ToWorker =
  | { readonly kind: 'compute'; readonly folder: string; readonly request: AgreementRequest; readonly articles: readonly string[]; readonly visible: readonly string[] | null }
  | { readonly kind: 'evidence'; readonly request: EvidenceRequest }

export interface ComputedAgreement {
  readonly report: AgreementReport
  readonly problems: readonly Problem[]
  readonly acceptance: readonly AcceptanceRow[]
  readonly files: readonly UsedFile[]
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'computed'; readonly outcome: Result<ComputedAgreement> }
  | { readonly kind: 'evidence'; readonly answer: EvidenceAnswer | null }
