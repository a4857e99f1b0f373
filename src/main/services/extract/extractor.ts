import { Worker } from 'node:worker_threads'
import type { OriginalKind } from '../../../core/extract/kinds.ts'
import { err } from '../../../core/result.ts'
import type { ExtractAnswer, ExtractQuestion } from './messages.ts'

/** Takes the text out of documents, beside whoever asks and within bounds of time and memory. */
export interface Extractor {
  /** One document after the other. An aborted question answers with an error like any other. */
  extract(kind: OriginalKind, name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<ExtractAnswer>
  close(): void
}

export interface ExtractorLimits {
  readonly seconds: number
  readonly megabytes: number
}

const LIMITS: ExtractorLimits = { seconds: 60, megabytes: 1536 }

/** `script`: the worker. It is started with the first document. */
export function createExtractor(script: string | URL, limits: ExtractorLimits = LIMITS): Extractor {
  let worker: Worker | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const end = (): void => {
    void worker?.terminate()
    worker = null
  }

  const ask = (question: ExtractQuestion, signal: AbortSignal | undefined): Promise<ExtractAnswer> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve(err('it was not read: adding was cancelled.'))
      const asked = (worker ??= begin(script, limits.megabytes))
      const settle = (answer: ExtractAnswer): void => {
        clearTimeout(timer)
        asked.off('message', settle)
        asked.off('error', failed)
        signal?.removeEventListener('abort', cancelled)
        resolve(answer)
      }
      const giveUp = (reason: string): void => {
        end()
        settle(err(reason))
      }
      const cancelled = (): void => giveUp('it was not read: adding was cancelled.')
      const failed = (error: unknown): void => giveUp(isMemory(error) ? 'reading it takes more memory than a document should. Save its text as plain text (.txt), and add that.' : 'it cannot be read: its reader failed. Save its text as plain text (.txt), and add that.')
      const timer = setTimeout(() => giveUp(`reading it took longer than ${limits.seconds} seconds. Save its text as plain text (.txt), and add that.`), limits.seconds * 1000)
      asked.on('message', settle)
      asked.on('error', failed)
      signal?.addEventListener('abort', cancelled)
      asked.postMessage(question)
    })

  return {
    extract: (kind, name, bytes, signal) => {
      const next = turn.then(() => ask({ kind, name, bytes }, signal))
      turn = next
      return next
    },
    close: end,
  }
}

function isMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The app ends when it is asked to, whatever is being read. */
function begin(script: string | URL, megabytes: number): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true })
  worker.unref()
  return worker
}
