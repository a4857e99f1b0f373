import { fail, ok, type Result } from '../../../../core/result.ts'
import { createAskedWorker } from '../../asked-worker.ts'
import type { FromWorker, IntakeDocument, IntakeSummary, ReadWish, RecognisedFiles, ToWorker } from './messages.ts'

export type OnProgress = (done: number, total: number) => void

/** Reads foreign files beside main, which goes on answering. One question at a time: reading anew ends what is under way. */
export interface IntakeService {
  read(wish: ReadWish, onProgress: OnProgress): Promise<Result<IntakeSummary>>
  recognise(paths: readonly string[]): Promise<Result<RecognisedFiles>>
  /** Everything that was read last and has an article. */
  documents(signal: AbortSignal, onProgress: OnProgress): Promise<Result<readonly IntakeDocument[]>>
  cancel(): void
  /** Lets go of the worker and of what it keeps. */
  close(): void
}

/** `script`: the built worker. */
export function createIntakeService(script: string | URL): IntakeService {
  const worker = createAskedWorker<ToWorker, FromWorker>(script, { cancelled, failed })

  return {
    read: (wish, onProgress) => {
      worker.cancel()
      return worker.ask({ kind: 'read', wish }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'read' ? answer.outcome : null
      })
    },
    recognise: (paths) => {
      worker.cancel()
      return worker.ask({ kind: 'recognise', paths }, (answer) => (answer.kind === 'recognised' ? answer.outcome : null))
    },
    documents: async (signal, onProgress) => {
      if (!worker.isRunning()) return fail('import.gone', 'The files are no longer at hand.', 'Choose them again.')
      const found: IntakeDocument[] = []
      for (let total = 1; found.length < total; ) {
        if (signal.aborted) return cancelled()
        const batch = await worker.ask({ kind: 'documents', from: found.length }, (answer) => (answer.kind === 'documents' ? ok(answer) : null))
        if (!batch.ok) return batch
        found.push(...batch.value.documents)
        total = batch.value.total
        onProgress(found.length, total)
      }
      return ok(found)
    },
    cancel: worker.cancel,
    close: worker.end,
  }
}

export function cancelled() {
  return fail('work.cancelled', 'The import was cancelled; nothing was changed.', 'Start it again when you need it.')
}

function failed(reason: string) {
  return fail('import.failed', `The files could not be read: ${reason}`, 'Take fewer at once, or others; nothing was changed.', { retry: true })
}
