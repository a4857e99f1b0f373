import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { setCodebookWords } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
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
  return null
}
