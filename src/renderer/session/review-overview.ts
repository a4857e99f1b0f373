import type { ArticleRow } from '../../core/model/project.ts'
import { fold } from '../../core/query/article-list.ts'
import type { OverviewRow, ReviewOverview } from '../../ipc/review-shapes.ts'
import { memoLast } from './memo.ts'
import { reviewOf, type MatrixFilter } from './review.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Asks for the matrix. It stays as it is until the answer is there. */
export async function lookOver(session: Session): Promise<void> {
  const project = session.store.getState().project?.id
  const answer = await session.client.ask('review.overview', null)
  session.store.setState({ work: null })
  if (session.store.getState().project?.id !== project) return
  if (answer.ok) reviewOf(session).setState({ overview: answer.value })
  else sayError(session.view, answer.error)
}

/** As many as one question may name. */
const MOST_ROWS = 500

/** Brings rows of the matrix up to date; people who come new change its columns. */
export async function lookAgain(session: Session, articles: readonly string[] | null): Promise<void> {
  const store = reviewOf(session)
  if (!store.getState().overview) return
  if (articles === null || articles.length > MOST_ROWS) return lookOver(session)
  const answer = await session.client.ask('review.rows', { articles: [...articles] })
  const { overview } = store.getState()
  if (!answer.ok || !overview) return
  const known = new Set(overview.annotators.map(({ key }) => key))
  if (answer.value.some(({ sets }) => sets.some(({ annotator }) => !known.has(annotator)))) return lookOver(session)
  const fresh = new Map(answer.value.map((row) => [row.article, row]))
  store.setState({ overview: { ...overview, rows: overview.rows.map((row) => fresh.get(row.article) ?? row) } })
}

export interface MatrixRow {
  readonly row: ArticleRow
  readonly review: OverviewRow
}

/** The rows that are shown, in the order of the overview. */
export const matrixRows: (overview: ReviewOverview, rows: ReadonlyMap<string, ArticleRow>, text: string, show: MatrixFilter) => readonly MatrixRow[] = memoLast(
  (overview: ReviewOverview, rows: ReadonlyMap<string, ArticleRow>, text: string, show: MatrixFilter) => {
    const words = fold(text).split(/\s+/).filter((word) => word !== '')
    return overview.rows.flatMap((review): MatrixRow[] => {
      const row = rows.get(review.article)
      if (!row || !isShown(review, show)) return []
      const searched = fold(`${row.title} ${row.path}`)
      return words.every((word) => searched.includes(word)) ? [{ row, review }] : []
    })
  },
)

function isShown({ sets, counts }: OverviewRow, show: MatrixFilter): boolean {
  if (show === 'open') return counts !== null && counts.open > 0
  if (show === 'ready') return sets.length > 0 && sets.every(({ standing }) => !['not_started', 'in_progress'].includes(standing.status))
  return true
}
