import { Worker } from 'node:worker_threads'
import type { EvidenceAnswer, EvidenceRequest } from '../../../core/agreement/project/evidence.ts'
import type { AgreementRequest } from '../../../core/agreement/project/request.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
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
  let worker: Worker | null = null
  let giveUp: (() => void) | null = null
  /** Questions about spans follow one another. */
  let asking: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    const ended = worker
    worker = null
    giveUp?.()
    giveUp = null
    void ended?.terminate()
  }

  /** The worker's answer to a message, or why there is none. */
  const ask = <T>(message: ToWorker, read: (answer: FromWorker) => Result<T> | null): Promise<Result<T>> =>
    new Promise((resolve) => {
      const asked = (worker ??= begin(script))
      const settle = (answer: Result<T>): void => {
        asked.off('message', heard)
        asked.off('error', failed)
        giveUp = null
        resolve(answer)
      }
      const heard = (answer: FromWorker): void => {
        const found = read(answer)
        if (found) settle(found)
      }
      const failed = (error: unknown): void => {
        if (worker === asked) worker = null
        settle(fail('agreement.failed', `Agreement could not be worked out: ${error instanceof Error ? error.message : String(error)}`, 'Try again; nothing was changed.', { retry: true }))
      }
      asked.on('message', heard)
      asked.on('error', failed)
      giveUp = () => settle(cancelled())
      asked.postMessage(message)
    })

  return {
    compute: ({ folder, request, articles, visible, onProgress }) => {
      if (giveUp) end()
      return ask({ kind: 'compute', folder, request, articles, visible: visible && [...visible] }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'computed' ? answer.outcome : null
      })
    },
    evidence: (request) => {
      const next = asking.then((): Promise<Result<EvidenceAnswer>> | Result<EvidenceAnswer> => {
        if (!worker || giveUp) return gone()
        return ask({ kind: 'evidence', request }, (answer) => (answer.kind === 'evidence' ? (answer.answer ? ok(answer.answer) : gone()) : null))
      })
      asking = next
      return next
    },
    cancel: () => {
      if (giveUp) end()
    },
    close: end,
  }
}

function cancelled() {
  return fail('work.cancelled', 'Working out agreement was cancelled; nothing was changed.', 'Start it again when you need it.')
}

function gone() {
  return fail('agreement.gone', 'What these numbers stand on is no longer at hand.', 'Compute agreement again.')
}

/** The app ends when it is asked to, whatever is being worked out. */
function begin(script: string | URL): Worker {
  const worker = new Worker(script)
  worker.unref()
  return worker
}
