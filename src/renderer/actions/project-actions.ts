import type { ActionId } from '../../core/actions/table.ts'
import { addArticles, importDetails } from '../session/articles.ts'
import { chooseBundle } from '../session/bundles.ts'
import { openIntake } from '../session/intake.ts'
import { keepBoth } from '../session/keep-both.ts'
import { saveCopy } from '../session/save-copy.ts'
import { closeProject, openFromDialog, openSample } from '../session/project.ts'
import type { Session } from '../session/session.ts'
import { sayError, type Dialog } from '../session/view.ts'
import type { Action } from './action.ts'

export const hasProject = (session: Session) => session.store.getState().project !== null
const canChange = (session: Session) => session.store.getState().project?.readOnly === null
const show = (dialog: Dialog) => (session: Session) => session.view.setState({ dialog })

async function ask(session: Session, name: 'project.showInFolder' | 'app.openExternalDocs'): Promise<void> {
  const answer = await session.client.ask(name, null)
  if (!answer.ok) sayError(session.view, answer.error)
}

export const projectActions = {
  'project.new': { perform: show({ kind: 'new-project' }) },
  'project.open': { perform: (session) => openFromDialog(session) },
  'project.sample': { perform: (session) => openSample(session) },
  'project.showInFolder': { when: hasProject, perform: (session) => ask(session, 'project.showInFolder') },
  'project.saveCopy': { when: hasProject, perform: (session) => saveCopy(session) },
  'project.keepBoth': { when: canChange, perform: (session) => keepBoth(session) },
  'history.open': {
    when: (session) => session.store.getState().article !== null,
    perform: (session) => {
      const { article } = session.store.getState()
      if (article) session.view.setState({ dialog: { kind: 'history', article: article.id } })
    },
  },
  'backups.open': { when: hasProject, perform: show({ kind: 'backups' }) },
  'project.close': { when: hasProject, perform: (session) => closeProject(session) },
  'project.blind': { when: canChange, perform: show({ kind: 'blind' }) },
  'settings.open': { perform: show({ kind: 'settings' }) },
  'articles.addFiles': { when: canChange, perform: (session) => addArticles(session, { what: 'files' }) },
  'articles.addFolder': { when: canChange, perform: (session) => addArticles(session, { what: 'folder' }) },
  'articles.importDetails': { when: canChange, perform: (session) => importDetails(session) },
  'articles.export': { when: hasProject, perform: show({ kind: 'export' }) },
  'articles.import': { when: canChange, perform: (session) => openIntake(session, null) },
  'bundle.export': { when: hasProject, perform: show({ kind: 'bundle-export' }) },
  'bundle.import': { when: canChange, perform: (session) => chooseBundle(session) },
  'rounds.open': { when: hasProject, perform: show({ kind: 'rounds' }) },
  'list.assigned': { when: hasProject, perform: ({ view }) => view.setState(({ filter }) => ({ filter: { ...filter, progress: null, assigned: !filter.assigned } })) },
  'bundle.takeBack': { when: canChange, perform: show({ kind: 'past-imports' }) },
  'article.details': {
    when: (session) => session.store.getState().article !== null,
    perform: (session) => {
      const { article } = session.store.getState()
      if (article) session.view.setState({ dialog: { kind: 'article-details', article: article.id } })
    },
  },
  'article.showOriginal': {
    when: ({ store }) => {
      const { article, rows } = store.getState()
      return article !== null && (rows.get(article.id)?.original ?? null) !== null
    },
    perform: async (session) => {
      const { article } = session.store.getState()
      const answer = article ? await session.client.ask('articles.showOriginal', { article: article.id }) : null
      if (answer && !answer.ok) sayError(session.view, answer.error)
    },
  },
  'article.note': {
    when: (session) => session.store.getState().article !== null && canChange(session),
    perform: (session) => {
      const { article } = session.store.getState()
      if (article) session.view.setState({ dialog: { kind: 'article-details', article: article.id, note: true } })
    },
  },
  'help.keys': { perform: show({ kind: 'help' }) },
  'help.guide': { perform: (session) => ask(session, 'app.openExternalDocs') },
} as const satisfies Partial<Record<ActionId, Action>>
