import { reloadArticle } from './reload.ts'
import { keepDrafts } from './drafts.ts'
import type { Session } from './session.ts'
import { sayError, stepMade } from './view.ts'

/** What is being typed belongs to the latest state: main has it before the history is asked for. */
export async function settleForHistory(session: Session): Promise<void> {
  keepDrafts(session)
  await session.queue.drained()
}

/** Brings back all of an earlier state or some of its annotations, as one gesture; answers whether it was done. */
export async function restoreEarlier(session: Session, article: string, revision: number, ids: readonly string[] | null): Promise<boolean> {
  await settleForHistory(session)
  const answer = await session.client.ask('history.restore', { article, revision, ids: ids && [...ids] })
  if (!answer.ok) {
    sayError(session.view, answer.error)
    return false
  }
  if (answer.value.length > 0) stepMade(session.view, 'gesture')
  await reloadArticle(session, article)
  return true
}
