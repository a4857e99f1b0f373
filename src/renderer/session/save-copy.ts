import { getI18n } from 'react-i18next'
import { keepDrafts } from './drafts.ts'
import { openCopy } from './project.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** Saves the project with everything that is in memory in another place; where it cannot be saved here, work can go on there. */
export async function saveCopy(session: Session): Promise<void> {
  keepDrafts(session)
  const { article } = session.store.getState()
  const held = session.queue.pending().map(({ gesture, changes }) => ({ gesture, changes: [...changes] }))
  const answer = await session.client.ask('project.saveCopy', { held, shown: article && { article: article.id, text: article.text } })
  if (!answer.ok) return sayError(session.view, answer.error)
  if (!answer.value) return
  const { token, location, left } = answer.value
  const { t } = getI18n()
  say(session.view, t('copy.saved', { location }), {
    detail: left.length === 0 ? t('copy.saved.detail') : t('copy.saved.left', { count: left.length, files: left.slice(0, 3).map(({ file }) => file).join(', ') }),
    action: { text: t('copy.open'), perform: () => void openCopy(session, token) },
  })
}
