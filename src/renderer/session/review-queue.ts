import type { RequestInput } from '../../ipc/contract.ts'
import { createGestureQueue, type GestureQueue } from './gesture-queue.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

type ReviewGestures = GestureQueue<RequestInput<'review.apply'>>

const queues = new WeakMap<Session, ReviewGestures>()
const LONGEST_PAUSE = 10_000

/** The review's gestures on their way to main, in the order they were made. */
export function reviewQueue(session: Session): ReviewGestures {
  const known = queues.get(session)
  if (known) return known
  const { client, store, view } = session
  const made = createGestureQueue<RequestInput<'review.apply'>>({
    send: (gesture) => client.ask('review.apply', gesture),
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE, 500 * 2 ** attempt))),
    onTrouble: (error) => store.setState({ save: error ? { state: 'failed', error, next: '' } : { state: 'saving' } }),
    onRefused: async (_, error) => {
      const { article } = reviewOf(session).getState()
      const answer = article && (await client.ask('review.open', { article: article.id, reviewing: false }))
      if (answer?.ok) reviewOf(session).setState({ article: answer.value })
      sayError(view, error)
    },
  })
  queues.set(session, made)
  return made
}
