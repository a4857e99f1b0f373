import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReviewOverview, ReviewedArticle } from '../../ipc/review-shapes.ts'
import type { Session } from './session.ts'

/** Which articles the matrix shows. */
export type MatrixFilter = 'all' | 'open' | 'ready'

/** What the Review tab knows and how it is looked at. Main holds the reviews; the own one may be ahead of it by pending gestures. */
export interface ReviewState {
  readonly overview: ReviewOverview | null
  readonly matrix: { readonly text: string; readonly show: MatrixFilter }
  /** The article whose differences are shown; null: the matrix is. */
  readonly article: ReviewedArticle | null
  /** Id of the article that is being opened. */
  readonly opening: string | null
}

const NOTHING: ReviewState = { overview: null, matrix: { text: '', show: 'all' }, article: null, opening: null }

const stores = new WeakMap<Session, StoreApi<ReviewState>>()

/** The review of the open project; another project begins anew. */
export function reviewOf(session: Session): StoreApi<ReviewState> {
  const known = stores.get(session)
  if (known) return known
  const store = createStore<ReviewState>(() => NOTHING)
  stores.set(session, store)
  let project = session.store.getState().project?.id
  session.store.subscribe(({ project: now }) => {
    if (now?.id === project) return
    project = now?.id
    store.setState(NOTHING)
  })
  return store
}
