import { ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { findOccurrences } from '../workspace/find-occurrences.ts'
import type { HandlerContext } from './context.ts'

export function occurrenceHandlers({ desk }: HandlerContext): SomeHandlers<'occurrences'> {
  let searching: AbortController | null = null
  return {
    'occurrences.find': async (question) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      // Only the last question is of interest.
      searching?.abort()
      const own = new AbortController()
      searching = own
      try {
        return await findOccurrences(workspace.value, question, {
          signal: own.signal,
          onProgress: (done, total) => desk.send('work.progress', { kind: 'find', done, total }),
        })
      } finally {
        if (searching === own) {
          searching = null
          desk.send('work.progress', { kind: 'find', done: 1, total: 1 })
        }
      }
    },
    'occurrences.cancel': async () => {
      searching?.abort()
      return ok(null)
    },
  }
}
