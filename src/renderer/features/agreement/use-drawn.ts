import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import type { AgreementWords } from '../../../core/agreement/words/words.ts'
import { agreementOf } from '../../session/agreement.ts'
import { agreementWords, drawnOf } from '../../session/agreement-report.ts'
import { useSession, useSessionState } from '../../session/context.tsx'

/** What is said of numbers, in the language of the window. */
export function useAgreementWords(): AgreementWords {
  const { i18n } = useTranslation()
  return agreementWords(i18n.language)
}

/** The numbers with everything that it takes to show them; null before there are any. */
export function useDrawn(): Drawn | null {
  const session = useSession()
  const words = useAgreementWords()
  const report = useStore(agreementOf(session), (state) => state.report)
  const rows = useSessionState((state) => state.rows)
  const codebook = useSessionState((state) => state.project?.codebook)
  return useMemo(() => (report && rows && codebook ? drawnOf(session, words) : null), [session, words, report, rows, codebook])
}
