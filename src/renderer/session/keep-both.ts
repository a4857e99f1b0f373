import { getI18n } from 'react-i18next'
import { enterProject } from './project.ts'
import { keepDrafts } from './drafts.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** Where two have written one set, both stay: the other version is shown in the review, beside the own one. */
export async function keepBoth(session: Session): Promise<void> {
  keepDrafts(session)
  await session.queue.drained()
  const answer = await session.client.ask('project.keepBoth', null)
  if (!answer.ok) return sayError(session.view, answer.error)
  const { articles, left, project } = answer.value
  const { t } = getI18n()
  await enterProject(session, project)
  const detail = left.length === 0 ? null : left.map(({ file, why }) => `${file}: ${why}`).join(' ')
  if (articles.length === 0) say(session.view, t('keepBoth.none'), { detail })
  else say(session.view, t('keepBoth.kept', { count: articles.length }), { detail: detail ?? articles.slice(0, 3).join(', '), action: { text: t('keepBoth.look'), perform: () => session.view.setState({ tab: 'review' }) } })
}
