import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { annotateLines, lineKey, searchOf } from '../../session/search.ts'

/** Gives a label to the lines that are chosen, else to the one that has the focus. */
export function useAnnotate(lines: readonly FoundLine[]): (label: string) => void {
  const { t } = useTranslation()
  const session = useSession()
  return useCallback(
    (label) => {
      const { chosen, active } = searchOf(session).getState()
      const meant = lines.filter((line) => (chosen.size > 0 ? chosen.has(lineKey(line)) : lineKey(line) === active))
      const leftOut = (left: number) => (left > 0 ? t('search.left', { count: left }) : '')
      void annotateLines(session, label, meant, {
        done: (count, left) => `${t('search.annotated', { count })} ${leftOut(left)}`.trim(),
        none: leftOut,
        undo: t('occurrences.undo'),
      })
    },
    [lines, session, t],
  )
}
