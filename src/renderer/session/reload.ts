import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Takes the set of an open article from main again, after what was shown turned out not to be so. */
export async function reloadArticle({ client, store, view }: Pick<Session, 'client' | 'store' | 'view'>, id: string): Promise<void> {
  if (store.getState().article?.id !== id) return
  const answer = await client.ask('annotations.reload', { article: id })
  if (!answer.ok) return sayError(view, answer.error)
  const { article } = store.getState()
  if (article?.id !== id) return
  store.setState({ article: { ...article, set: answer.value } })
  const there = new Set(answer.value.annotations.map((annotation) => annotation.id))
  view.setState((state) => ({ selected: state.selected.filter((annotation) => there.has(annotation)) }))
}
