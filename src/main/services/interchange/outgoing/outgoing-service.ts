import { fail, ok, type Result } from '../../../../core/result.ts'
import { createAskedWorker } from '../../asked-worker.ts'
import type { Disk } from '../../disk/disk.ts'
import type { FromWorker, OutgoingPreview, OutgoingProject, OutgoingReceipt, OutgoingWish, ToWorker } from './messages.ts'
import { dropStaging, makeStaging, putInPlace } from './staging.ts'

type OnProgress = (done: number, total: number) => void

export interface PlacedReceipt extends OutgoingReceipt {
  /** The folder that the files are in. */
  readonly location: string
}

/** Writes what leaves the project beside main, which goes on answering. One question at a time: another one ends it. */
export interface OutgoingService {
  preview(project: OutgoingProject, wish: OutgoingWish, onProgress: OnProgress): Promise<Result<OutgoingPreview>>
  /** `stem`: what a folder of several files is called. Cancelled at any time, nothing of it stays. */
  write(project: OutgoingProject, wish: OutgoingWish, place: { readonly target: string; readonly stem: string }, onProgress: OnProgress): Promise<Result<PlacedReceipt>>
  cancel(): void
  /** Lets go of the worker. */
  close(): void
}

/** `script`: the built worker. */
export function createOutgoingService(disk: Disk, script: string | URL): OutgoingService {
  const worker = createAskedWorker<ToWorker, FromWorker>(script, { cancelled, failed })
  const ask: typeof worker.ask = (message, read) => {
    worker.cancel()
    return worker.ask(message, read)
  }

  return {
    preview: (project, wish, onProgress) =>
      ask({ kind: 'preview', project, wish }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'previewed' ? answer.outcome : null
      }),
    write: async (project, wish, { target, stem }, onProgress) => {
      const staging = await makeStaging(target)
      if (!staging.ok) return staging
      const written = await ask({ kind: 'write', project, wish, outFolder: staging.value }, (answer) => {
        if (answer.kind === 'progress') onProgress(answer.done, answer.total)
        return answer.kind === 'written' ? answer.outcome : null
      })
      // Only when the worker has stopped is it certain that it writes no more.
      await worker.stopped()
      if (!written.ok) {
        await dropStaging(staging.value)
        return written
      }
      const placed = await putInPlace(disk, staging.value, target, written.value.files.map(({ name }) => name), stem)
      if (!placed.ok) {
        await dropStaging(staging.value)
        return placed
      }
      const { location, renamed } = placed.value
      return ok({ ...written.value, location, files: written.value.files.map((file) => (renamed === null ? file : { ...file, name: renamed })) })
    },
    cancel: worker.cancel,
    close: worker.end,
  }
}

function cancelled() {
  return fail('work.cancelled', 'The export was cancelled; nothing was written.', 'Start it again when you need it.')
}

function failed(reason: string) {
  return fail('export.failed', `The export stopped: ${reason}`, 'Export fewer articles at once; nothing was written.', { retry: true })
}
