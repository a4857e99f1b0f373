import { Worker } from 'node:worker_threads'
import type { Result } from '../../core/result.ts'

/** What to answer where there is no answer. */
export interface NoAnswer {
  cancelled(): Result<never>
  failed(reason: string): Result<never>
}

/** A worker of main that answers one question at a time. It begins with the first, and keeps what it knows until it is ended. */
export interface AskedWorker<To, From extends { readonly kind: string }> {
  isRunning(): boolean
  /** A question waits for its answer. */
  isBusy(): boolean
  /** `read`: the answer that a message holds; null: the answer is yet to come. */
  ask<T>(message: To, read: (heard: From) => Result<T> | null): Promise<Result<T>>
  /** Ends the worker if a question waits, which is then answered as cancelled. */
  cancel(): void
  /** Lets go of the worker and of what it keeps. */
  end(): void
  /** Done when the last worker that was ended has stopped. */
  stopped(): Promise<unknown>
}

/** `script`: the built worker. */
export function createAskedWorker<To, From extends { readonly kind: string }>(script: string | URL, none: NoAnswer): AskedWorker<To, From> {
  let worker: Worker | null = null
  let giveUp: (() => void) | null = null
  let stopping: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    if (worker) stopping = worker.terminate()
    worker = null
    giveUp?.()
    giveUp = null
  }
  const begin = (): Worker => {
    const begun = new Worker(script)
    // The app ends when it is asked to, whatever is being worked out.
    begun.unref()
    return begun
  }

  return {
    isRunning: () => worker !== null,
    isBusy: () => giveUp !== null,
    ask: <T>(message: To, read: (heard: From) => Result<T> | null) =>
      new Promise<Result<T>>((resolve) => {
        const asked = (worker ??= begin())
        const settle = (answer: Result<T>): void => {
          asked.off('message', heard)
          asked.off('error', failed)
          giveUp = null
          resolve(answer)
        }
        const heard = (message: From): void => {
          const answer = read(message)
          if (answer) settle(answer)
        }
        const failed = (error: unknown): void => {
          if (worker === asked) worker = null
          settle(none.failed(error instanceof Error ? error.message : String(error)))
        }
        asked.on('message', heard)
        asked.on('error', failed)
        giveUp = () => settle(none.cancelled())
        asked.postMessage(message)
      }),
    cancel: () => {
      if (giveUp) end()
    },
    end,
    stopped: () => stopping,
  }
}
