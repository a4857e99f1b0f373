import { filterArticles, sortArticles, sortArticlesAgain, type ListOrder } from '../../core/query/article-list.ts'
import type { ArticleRow } from '../../core/model/project.ts'
import { findAll } from '../../core/text/find.ts'
import type { Range } from '../../core/text/ranges.ts'
import { memoLast } from './memo.ts'
import type { Session } from './session.ts'
import type { ViewState } from './view.ts'

let before: { readonly order: ListOrder; readonly rows: readonly ArticleRow[] } | null = null
const sorted = memoLast((rows: ReadonlyMap<string, ArticleRow>, order: ListOrder): readonly ArticleRow[] => {
  const next = before?.order === order ? sortArticlesAgain(before.rows, rows, order) : sortArticles(rows.values(), order)
  before = { order, rows: next }
  return next
})
const filtered = memoLast((rows: readonly ArticleRow[], filter: ViewState['filter']) => filterArticles(rows, filter.text, filter.progress, filter.assigned))

/** The article list as it is shown. The same array while nothing changed. */
export function shownRows(rows: ReadonlyMap<string, ArticleRow>, view: Pick<ViewState, 'filter' | 'order'>): readonly ArticleRow[] {
  return filtered(sorted(rows, view.order), view.filter)
}

const MOST_MATCHES = 5000

/** Where the open article says what is searched for: UTF-16 ranges, in order. */
export const findMatches: (text: string, query: string) => readonly Range[] = memoLast((text: string, query: string) =>
  findAll(text, query, { limit: MOST_MATCHES }),
)

export function goToMatch(session: Session, step: 1 | -1): void {
  const { article } = session.store.getState()
  const { find } = session.view.getState()
  const count = article ? findMatches(article.text, find.query).length : 0
  if (count === 0) return
  session.view.setState({ find: { ...find, at: (find.at + step + count) % count } })
}
