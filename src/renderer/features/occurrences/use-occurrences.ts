import { useCallback, useEffect, useMemo, useState } from 'react'
import { occurrencesIn, type OccurrenceQuestion } from '../../../core/query/occurrences.ts'
import type { AppError } from '../../../core/result.ts'
import type { FoundOccurrences } from '../../../ipc/shapes.ts'
import { useSession } from '../../session/context.tsx'
import type { Session } from '../../session/session.ts'

export type Scope = 'article' | 'project'

export type Search =
  | { readonly state: 'searching' }
  | { readonly state: 'stopped'; readonly error: AppError | null }
  | { readonly state: 'found'; readonly found: FoundOccurrences }

/** As many as main shows at most. */
const MOST = 500

/** Searches whenever the question changes: the open article here, the project in main. */
export function useOccurrences({ query, wholeWord, caseSensitive }: OccurrenceQuestion, scope: Scope) {
  const session = useSession()
  const [turn, setTurn] = useState(0)
  const [answered, setAnswered] = useState<{ readonly to: object; readonly search: Search } | null>(null)
  const asked = useMemo(() => ({ question: { query, wholeWord, caseSensitive }, scope, turn }), [query, wholeWord, caseSensitive, scope, turn])
  const here = useMemo((): Search | null => (asked.scope === 'article' ? { state: 'found', found: inArticle(session, asked.question) } : null), [session, asked])

  useEffect(() => {
    if (asked.scope === 'article') return
    const leave = new AbortController()
    const ask = async () => {
      const search = await inProject(session, asked.question, leave.signal)
      if (search) setAnswered({ to: asked, search })
    }
    void ask()
    return () => {
      leave.abort()
      void session.client.ask('occurrences.cancel', null)
    }
  }, [session, asked])

  const stop = useCallback(() => void session.client.ask('occurrences.cancel', null), [session])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const search: Search = here ?? (answered?.to === asked ? answered.search : { state: 'searching' })
  return { search, stop, again }
}

function inArticle(session: Session, question: OccurrenceQuestion): FoundOccurrences {
  const { article } = session.store.getState()
  if (!article) return { articles: [], more: false, unread: 0 }
  const found = occurrencesIn(article.text, article.set.annotations, question, MOST + 1)
  return { articles: found.length === 0 ? [] : [{ article: article.id, found: found.slice(0, MOST) }], more: found.length > MOST, unread: 0 }
}

/** Null when nobody wants the answer any more. */
async function inProject(session: Session, question: OccurrenceQuestion, left: AbortSignal): Promise<Search | null> {
  // Main must know what was annotated just before.
  await session.queue.drained()
  if (left.aborted) return null
  const answer = await session.client.ask('occurrences.find', question)
  if (left.aborted) return null
  if (answer.ok) return { state: 'found', found: answer.value }
  return { state: 'stopped', error: answer.error.code === 'work.cancelled' ? null : answer.error }
}
