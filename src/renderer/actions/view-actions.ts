import type { ActionId } from '../../core/actions/table.ts'
import { openArticle } from '../session/articles.ts'
import { goToMatch, shownRows } from '../session/derived.ts'
import { updateSettings } from '../session/project.ts'
import type { Session } from '../session/session.ts'
import { resolvedTheme } from '../session/theme.ts'
import { foldedKey, isNarrow } from '../session/narrow.ts'
import type { Pane } from '../session/view.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const hasArticle = (session: Session) => session.store.getState().article !== null
const finding = (session: Session) => hasArticle(session) && session.view.getState().find.open

function step(session: Session, by: 1 | -1): void {
  const { rows, article } = session.store.getState()
  const list = shownRows(rows, session.view.getState())
  const at = list.findIndex((row) => row.id === article?.id)
  const next = at < 0 ? list[0] : list[at + by]
  if (next) void openArticle(session, next.id)
}

function togglePane(session: Session, pane: Pane): void {
  if (isNarrow(pane)) {
    session.view.setState(({ drawer }) => ({ tab: 'annotate', drawer: drawer === pane ? null : pane }))
    return
  }
  const { tab, panes } = session.view.getState()
  // From the codebook the key leads back to the text, where the pane is.
  const open = tab === 'annotate' ? !panes[pane] : true
  session.view.setState({ tab: 'annotate', drawer: null, panes: { ...panes, [pane]: open } })
  const { layout } = session.store.getState().settings
  void updateSettings(session, { layout: { ...layout, [foldedKey(pane)]: open ? 0 : 1 } })
}

function showList(session: Session): void {
  session.view.setState(({ panes, wants }) => ({
    tab: 'annotate',
    wants: { ...wants, filter: wants.filter + 1 },
    ...(isNarrow('list') ? { drawer: 'list' } : { panes: { ...panes, list: true } }),
  }))
}

export const viewActions = {
  'palette.open': { perform: (session) => session.view.setState({ dialog: { kind: 'palette' } }) },
  'article.next': { when: hasProject, perform: (session) => step(session, 1) },
  'article.previous': { when: hasProject, perform: (session) => step(session, -1) },
  'list.filter': { when: hasProject, perform: showList },
  'find.open': {
    when: hasArticle,
    perform: (session) =>
      session.view.setState(({ find, wants }) => ({ tab: 'annotate', drawer: null, find: { ...find, open: true }, wants: { ...wants, find: wants.find + 1 } })),
  },
  'find.next': { when: finding, perform: (session) => goToMatch(session, 1) },
  'find.previous': { when: finding, perform: (session) => goToMatch(session, -1) },
  'view.annotate': { when: hasProject, perform: (session) => session.view.setState({ tab: 'annotate' }) },
  'view.codebook': { when: hasProject, perform: (session) => session.view.setState({ tab: 'codebook' }) },
  'view.list': { when: hasProject, perform: (session) => togglePane(session, 'list') },
  'view.inspector': { when: hasProject, perform: (session) => togglePane(session, 'inspector') },
  'view.theme': {
    perform: (session) =>
      updateSettings(session, { theme: resolvedTheme(session.store.getState().settings.theme) === 'dark' ? 'light' : 'dark' }),
  },
} as const satisfies Partial<Record<ActionId, Action>>
