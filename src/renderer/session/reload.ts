import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Takes the set of an open article from main again, after what was shown turned out not to be so. */
export async function reloadArticle({ client, store, view }: Pick<Session, 'client' | 'store' | 'view'>, id: string): Promise<void> {
  if (store.getState().article?.id !== id) return
  const answer = await client.ask('annotations.reload', { article: id })
  if (!answer.ok) return sayError(view, answer.error)
  const { article } = store.getState()
  if (article?.id !== id) return
  if (answer.value.article.text_sha256 !== article.textSha256) return reopen({ client, store, view }, id)
  store.setState({ article: { ...article, set: answer.value } })
  const there = new Set(answer.value.annotations.map((annotation) => annotation.id))
  view.setState((state) => ({ selected: state.selected.filter((annotation) => there.has(annotation)) }))
}

/** The article's text is another one: it is shown, with the set that is on it; the place is kept as well as may be. */
async function reopen({ client, store, view }: Pick<Session, 'client' | 'store' | 'view'>, id: string): Promise<void> {
  const answer = await client.ask('articles.open', { article: id })
  if (!answer.ok) return sayError(view, answer.error)
  if (store.getState().article?.id !== id) return
  const { text } = answer.value
  store.setState({ article: answer.value })
  view.setState(({ selection }) => {
    const focus = Math.min(selection.focus, text.length)
    return { selected: [], selection: { anchor: focus, focus } }
  })
}
