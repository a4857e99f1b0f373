import type { AppError, Result } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'

export type PendingGesture = RequestInput<'annotations.apply'>

/** What every queue needs to know of a gesture: which articles it changes. */
interface Queued {
  readonly changes: readonly { readonly article: string }[]
}

export interface GestureQueue<P extends Queued = PendingGesture> {
  readonly push: (gesture: P) => void
  /** Resolves when nothing is pending. */
  readonly drained: () => Promise<void>
  /** Sends what is left at once, in order, without waiting for answers: the window is closing. */
  readonly flush: () => void
  /** Tries a gesture that failed again now. */
  readonly hurry: () => void
  readonly size: () => number
  /** What main has not accepted yet, in order. */
  readonly pending: () => readonly P[]
}

export interface QueueSurroundings<P extends Queued = PendingGesture> {
  readonly send: (gesture: P) => Promise<Result<unknown>>
  /** Waits before a failed gesture is tried again. */
  readonly pause: (attempt: number) => Promise<void>
  /** A gesture that failed and will be tried again; null once it went through. */
  readonly onTrouble: (error: AppError | null) => void
  /** A gesture was refused; later ones on its articles, which stood on it, were dropped with it. The queue goes on when this resolves. */
  readonly onRefused: (articles: readonly string[], error: AppError) => Promise<void>
}

/** Gestures reach main in the order they were made, one at a time, so that each stands on what was really accepted before it. */
export function createGestureQueue<P extends Queued = PendingGesture>({ send, pause, onTrouble, onRefused }: QueueSurroundings<P>): GestureQueue<P> {
  let waiting: P[] = []
  let running: Promise<void> | null = null
  /** Ends the pause before a failed gesture is tried again; null while there is none. */
  let wake: (() => void) | null = null

  async function run(): Promise<void> {
    let attempt = 0
    for (let next = waiting[0]; next; next = waiting[0]) {
      const answer = await send(next)
      // flush() may have sent everything meanwhile.
      if (waiting[0] !== next) continue
      if (answer.ok) {
        waiting = waiting.slice(1)
        if (attempt > 0) onTrouble(null)
        attempt = 0
      } else if (answer.error.retry) {
        attempt += 1
        onTrouble(answer.error)
        await Promise.race([pause(attempt), new Promise<void>((resolve) => (wake = resolve))])
        wake = null
      } else {
        const articles = next.changes.map((change) => change.article)
        waiting = waiting.filter((gesture) => !gesture.changes.some((change) => articles.includes(change.article)))
        if (attempt > 0) onTrouble(null)
        attempt = 0
        await onRefused(articles, answer.error)
      }
    }
  }

  return {
    push: (gesture) => {
      waiting = [...waiting, gesture]
      running ??= run().finally(() => {
        running = null
      })
    },
    drained: async () => {
      while (running) await running
    },
    flush: () => {
      // The first is under way already, unless it failed and waits to be tried again.
      const rest = running && wake === null ? waiting.slice(1) : waiting
      waiting = []
      for (const gesture of rest) void send(gesture)
    },
    hurry: () => wake?.(),
    size: () => waiting.length,
    pending: () => waiting,
  }
}
