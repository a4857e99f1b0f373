import type { Range } from '../../core/text/ranges.ts'
import type { ItemGroup } from '../../core/review/differences.ts'
import type { EarlierElsewhere, ReviewOverview, ReviewUndoState, ReviewedArticle } from '../../ipc/review-shapes.ts'
import { perProject } from './per-project.ts'

/** Which articles the matrix shows. */
export type MatrixFilter = 'all' | 'open' | 'ready'

/** What the decision panel is about: deciding, or a part of it that needs more than one key. */
export type ReviewMode = 'decide' | 'combine' | 'edit' | 'add' | 'link' | 'reason' | 'comment'

/** What was done last, for the live region; a new object each time. */
export interface ReviewTold {
  readonly what: 'taken' | 'combined' | 'edited' | 'added' | 'nothing' | 'later' | 'reopened' | 'reason' | 'comment' | 'bulk' | 'standing' | 'undone' | 'redone'
  readonly quote: string
  /** How many are open after it. */
  readonly open: number
  /** Of a bulk: how many were decided. */
  readonly count: number
}

/** What the Review tab knows and how it is looked at. Main holds the reviews; the own one may be ahead of it by pending gestures. */
export interface ReviewState {
  readonly overview: ReviewOverview | null
  readonly matrix: { readonly text: string; readonly show: MatrixFilter }
  /** The article whose differences are shown; null: the matrix is. */
  readonly article: ReviewedArticle | null
  /** Id of the article that is being opened. */
  readonly opening: string | null
  /** What was decided on its words in other articles. */
  readonly earlier: EarlierElsewhere
  /** Key of the item that is being decided. */
  readonly item: string | null
  readonly list: { readonly group: ItemGroup | 'all'; readonly decided: boolean }
  /** Key of the one annotator whose set is gone through; null: everybody's, side by side. */
  readonly only: string | null
  /** Only what these records are about is listed, by `memberKey`: the spans behind a number. Null: everything. */
  readonly focus: ReadonlySet<string> | null
  /** The own set beside what became of it, in place of what is to be decided. */
  readonly became: boolean
  readonly mode: ReviewMode
  /** Words selected in the text, as in `ViewState`. */
  readonly selection: { readonly anchor: number; readonly focus: number }
  readonly undo: ReviewUndoState
  readonly told: ReviewTold | null
  /** Counts requests for the focus to go back to the list. */
  readonly wants: number
}

export const NO_ARTICLE = {
  article: null, earlier: [], opening: null, item: null, mode: 'decide', only: null, focus: null, became: false, selection: { anchor: 0, focus: 0 }, list: { group: 'all', decided: false }, told: null,
} as const satisfies Partial<ReviewState>

const NOTHING: ReviewState = { overview: null, matrix: { text: '', show: 'all' }, ...NO_ARTICLE, undo: { undo: null, redo: null }, wants: 0 }

/** The review of the open project; another project begins anew. */
export const reviewOf = perProject<ReviewState>(NOTHING)

/** The words that are selected in the text under review. */
export function reviewSelection({ selection: { anchor, focus } }: Pick<ReviewState, 'selection'>): Range | null {
  return anchor === focus ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}
