import type { ArticleRow } from '../../core/model/project.ts'
import type { AddReport, ArticleFields } from '../../ipc/shapes.ts'
import type { Result } from '../../core/result.ts'
import { keepDrafts } from './drafts.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** Opens an article; a later call wins over one that is still waiting. */
export async function openArticle(session: Session, id: string): Promise<boolean> {
  const { store, view, client } = session
  const { article, opening } = store.getState()
  if (opening === id) return false
  if (article?.id === id && opening === null) return true
  session.place.flush()
  keepDrafts(session)
  store.setState({ opening: id })
  const answer = await client.ask('articles.open', { article: id })
  if (store.getState().opening !== id) return false
  if (!answer.ok) {
    store.setState({ opening: null })
    sayError(view, answer.error)
    return false
  }
  // Gestures that were made while it was on its way are on the article that is left; they went to main with its id.
  store.setState({ article: answer.value, opening: null })
  const { offset } = answer.value
  view.setState((state) => ({
    selection: { anchor: offset, focus: offset },
    selected: [],
    drawer: null,
    find: { ...state.find, at: 0 },
    wants: { ...state.wants, text: state.wants.text + 1 },
  }))
  session.place.remember(id, answer.value.offset)
  return true
}

/** Opens an article to read it: the focus goes to its text, also when it is open already. */
export async function readArticle(session: Session, id: string): Promise<void> {
  const isOpen = session.store.getState().article?.id === id
  if ((await openArticle(session, id)) && isOpen) session.view.setState(({ wants }) => ({ drawer: null, wants: { ...wants, text: wants.text + 1 } }))
}

/** Puts changed rows in, and takes removed ones out. */
export function takeRows(session: Session, rows: readonly ArticleRow[], removed: readonly string[] = []): void {
  session.store.setState((state) => {
    const next = new Map(state.rows)
    for (const id of removed) next.delete(id)
    for (const row of rows) next.set(row.id, row)
    const gone = state.article !== null && removed.includes(state.article.id)
    return gone ? { rows: next, article: null } : { rows: next }
  })
}

export async function setFields(session: Session, id: string, fields: ArticleFields): Promise<Result<ArticleRow>> {
  const answer = await session.client.ask('articles.setFields', { article: id, fields })
  if (answer.ok) takeRows(session, [answer.value])
  return answer
}

/** From the file dialog or dropped files (by their token); the report is shown when there is something to say. */
export async function addArticles(session: Session, from: { what: 'files' | 'folder' } | { token: string }): Promise<void> {
  const { client, store, view } = session
  if (!store.getState().project) return
  const answer =
    'token' in from ? await client.ask('articles.addDropped', from) : await client.ask('articles.addFromDialog', from)
  store.setState({ work: null })
  if (!answer.ok) return sayError(view, answer.error)
  if (answer.value) await afterAdding(session, answer.value)
}

async function afterAdding(session: Session, report: AddReport): Promise<void> {
  const { store, view } = session
  view.setState({ tab: 'annotate' })
  const first = report.added[0]
  const plain = report.duplicates.length + report.refused.length === 0 && report.added.every(({ notice, extracted }) => notice === null && extracted === null)
  if (!plain || report.cancelled || !first) view.setState({ dialog: { kind: 'add-report', report } })
  if (first && store.getState().article === null) await openArticle(session, first.id)
}

export async function importDetails(session: Session): Promise<void> {
  const answer = await session.client.ask('articles.chooseMetadata', null)
  if (!answer.ok) return sayError(session.view, answer.error)
  if (answer.value) session.view.setState({ dialog: { kind: 'metadata', preview: answer.value } })
}

export async function applyDetails(session: Session, token: string, message: (count: number) => string): Promise<void> {
  const answer = await session.client.ask('articles.applyMetadata', { token })
  if (!answer.ok) return sayError(session.view, answer.error)
  takeRows(session, answer.value)
  session.view.setState({ dialog: null })
  say(session.view, message(answer.value.length))
}
