import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { setCodebookWords } from '../../../session/codebook-desk.ts'
import { useSession, useSessionState } from '../../../session/context.tsx'
import { guardDraft, takeUpDraft } from '../../../session/kept-draft.ts'
import { useAutomaticNote } from './use-codebook.ts'

/** Gives the session the words for what happens to the codebook while its tab is closed too. */
export function CodebookWording() {
  const { t } = useTranslation()
  const session = useSession()
  const note = useAutomaticNote()
  useEffect(() => {
    setCodebookWords(session, {
      note,
      back: (version, change) => t('versions.back', { version: version.slice(0, 8), change: change === '' ? t('versions.first') : change }),
      undo: t('editor.undo'),
      redo: t('editor.redo'),
      nothing: t('versions.nothing-before'),
      saved: t('editor.saved'),
      exported: (file) => t('exchange.exported', { file }),
    })
  })
  const project = useSessionState((state) => state.project?.id)
  const words = useRef({ found: '', look: '' })
  useEffect(() => {
    words.current = { found: t('editor.found'), look: t('editor.look') }
  })
  useEffect(() => {
    if (project === undefined) return
    void takeUpDraft(session, words.current)
    return guardDraft(session)
  }, [session, project])
  return null
}
