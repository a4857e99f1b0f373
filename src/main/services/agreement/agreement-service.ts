import type { EvidenceAnswer, EvidenceRequest } from '../../../core/agreement/project/evidence.ts'
import type { AgreementRequest } from '../../../core/agreement/project/request.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { createAskedWorker } from '../asked-worker.ts'
import type { ComputedAgreement, FromWorker, ToWorker } from './messages.ts'

export interface ComputeInWorker {
  readonly folder: string
  readonly request: AgreementRequest
  readonly articles: readonly string[]
  readonly visible: ReadonlySet<string> | null
  readonly onProgress: (done: number, total: number) => void
}

/** Works agreement out beside main, which goes on answering. One question at a time: another one ends it. */
export interface AgreementService {
  compute(question: ComputeInWorker): Promise<Result<ComputedAgreement>>
  /** Of what was computed last. */
  evidence(request: EvidenceRequest): Promise<Result<EvidenceAnswer>>
  cancel(): void
  /** Lets go of the worker and of what it keeps. */
  close(): void
}

/** `script`: the built worker. */
export function createAgreementService(script: string | URL): AgreementService {
  const worker = createAskedWorker<ToWorker, FromWorker>(script, { cancelled, failed })
  /** Questions about spans follow one another. */
  let asking: Promise<unknown> = Promise.resolve()

  return {
    compute: ({ folder, request, articles, visible, onProgress }) => {
      worker.cancel()
      return worker.ask({ kind: 'compute', folder, request, articles, visible: visible && [...visible] }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'computed' ? answer.outcome : null
      })
    },
    evidence: (request) => {
      const next = asking.then((): Promise<Result<EvidenceAnswer>> | Result<EvidenceAnswer> => {
        if (!worker.isRunning() || worker.isBusy()) return gone()
        return worker.ask({ kind: 'evidence', request }, (answer) => (answer.kind === 'evidence' ? (answer.answer ? ok(answer.answer) : gone()) : null))
      })
      asking = next
      return next
    },
    cancel: worker.cancel,
    close: worker.end,
  }
}

function cancelled() {
  return fail('work.cancelled', 'Working out agreement was cancelled; nothing was changed.', 'Start it again when you need it.')
}

function failed(reason: string) {
  return fail('agreement.failed', `Agreement could not be worked out: ${reason}`, 'Try again; nothing was changed.', { retry: true })
}

function gone() {
  return fail('agreement.gone', 'What these numbers stand on is no longer at hand.', 'Compute agreement again.')
}
