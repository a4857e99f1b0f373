import { useEffect, useState } from 'react'
import type { Result } from '../../../core/result.ts'
import type { RoundAgreement, RoundView } from '../../../ipc/round-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { roundAgreement } from '../../session/rounds.ts'

type Answers = ReadonlyMap<string, Result<RoundAgreement>>

/** The agreement of each round in which an article that several code is finished, one round after the other. */
export function useRoundAgreement(rounds: readonly RoundView[] | null): Answers {
  const session = useSession()
  const [answers, setAnswers] = useState<Answers>(new Map())
  useEffect(() => {
    let shown = true
    async function askAll(): Promise<void> {
      for (const { round, progress } of rounds ?? []) {
        if (!shown) return
        if (progress.overlapDone === 0) continue
        const answer = await roundAgreement(session, round.id)
        if (shown) setAnswers((before) => new Map([...before, [round.id, answer]]))
      }
    }
    void askAll()
    return () => {
      shown = false
    }
  }, [session, rounds])
  return answers
}
