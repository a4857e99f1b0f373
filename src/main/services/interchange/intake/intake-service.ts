import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../../../../core/result.ts'
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
  let worker: Worker | null = null
  let giveUp: (() => void) | null = null

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
        settle(fail('import.failed', `The files could not be read: ${error instanceof Error ? error.message : String(error)}`, 'Take fewer at once, or others; nothing was changed.', { retry: true }))
      }
      asked.on('message', heard)
      asked.on('error', failed)
      giveUp = () => settle(cancelled())
      asked.postMessage(message)
    })

  return {
    read: (wish, onProgress) => {
      if (giveUp) end()
      return ask({ kind: 'read', wish }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'read' ? answer.outcome : null
      })
    },
    recognise: (paths) => {
      if (giveUp) end()
      return ask({ kind: 'recognise', paths }, (answer) => (answer.kind === 'recognised' ? answer.outcome : null))
    },
    documents: async (signal, onProgress) => {
      if (!worker) return fail('import.gone', 'The files are no longer at hand.', 'Choose them again.')
      const found: IntakeDocument[] = []
      for (let total = 1; found.length < total; ) {
        if (signal.aborted) return cancelled()
        const batch = await ask({ kind: 'documents', from: found.length }, (answer) => (answer.kind === 'documents' ? ok(answer) : null))
        if (!batch.ok) return batch
        found.push(...batch.value.documents)
        total = batch.value.total
        onProgress(found.length, total)
      }
      return ok(found)
    },
    cancel: () => {
      if (giveUp) end()
    },
    close: end,
  }
}

export function cancelled() {
  return fail('work.cancelled', 'The import was cancelled; nothing was changed.', 'Start it again when you need it.')
}

/** The app ends when it is asked to, whatever is being read. */
function begin(script: string | URL): Worker {
  const worker = new Worker(script)
  worker.unref()
  return worker
}
