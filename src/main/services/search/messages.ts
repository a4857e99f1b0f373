import type { Codebook } from '../../../core/model/codebook.ts'
import type { SearchedArticle } from '../../../core/search/scan.ts'
import type { Result } from '../../../core/result.ts'
import type { FoundLine, SearchOutcome } from './search-engine.ts'

/** The articles as a question sees them; a number tells one state of the list from another, so that it is sent only when it changed. */
export interface ArticleState {
  readonly version: number
  readonly articles: readonly SearchedArticle[]
}

export interface AskedOfWorker {
  readonly run: number
  readonly query: string
  readonly codebook: Codebook
  readonly visible: readonly string[] | null
  readonly own: string
  readonly most: number
}

export type ToWorker =
  /** Another project: what was known of the one before is forgotten. */
  | { readonly kind: 'open'; readonly folder: string; readonly keep: boolean }
  | { readonly kind: 'articles'; readonly state: ArticleState }
  /** Ids; null: all. */
  | { readonly kind: 'doubt'; readonly articles: readonly string[] | null }
  | { readonly kind: 'prepare' }
  | ({ readonly kind: 'search' } & AskedOfWorker)
  | { readonly kind: 'cancel' }

export type FromWorker =
  | { readonly kind: 'lines'; readonly run: number; readonly lines: readonly FoundLine[] }
  | { readonly kind: 'done'; readonly run: number; readonly outcome: Result<SearchOutcome> }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
