import { useEffect, useState } from 'react'
import type { AnnotatorUses } from '../../../../ipc/shapes.ts'
import { useSession } from '../../../session/context.tsx'
import { sayError } from '../../../session/view.ts'

/** How everybody's sets use the codebook; null while that is being counted. */
export function useUses(both: readonly [string, string] | null): readonly AnnotatorUses[] | null {
  const session = useSession()
  const [uses, setUses] = useState<readonly AnnotatorUses[] | null>(null)
  const [first, second] = both ?? [null, null]
  useEffect(() => {
    let wanted = true
    void session.client.ask('codebook.uses', { both: first === null || second === null ? null : [first, second] }).then((answer) => {
      if (!wanted) return
      if (answer.ok) setUses(answer.value)
      else sayError(session.view, answer.error)
    })
    return () => {
      wanted = false
    }
  }, [session, first, second])
  return uses
}
