import { useMemo } from 'react'
import { useStore } from 'zustand'
import { parseQuery } from '../../../core/search/parse.ts'
import type { QueryProblem } from '../../../core/search/problem.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { searchOf } from '../../session/search.ts'

/** What is wrong with the query as it stands, or nothing. */
export function useProblem(): QueryProblem | null {
  const query = useStore(searchOf(useSession()), (state) => state.query)
  const codebook = useSessionState((state) => state.project?.codebook)
  return useMemo(() => {
    const parsed = codebook ? parseQuery(query, codebook) : null
    return parsed && !parsed.ok ? parsed.error : null
  }, [query, codebook])
}
