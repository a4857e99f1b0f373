import type { FormatName } from '../../../../core/formats/adapter.ts'
import type { PlacedLoss } from '../../../../core/formats/project/loss-places.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import type { Result } from '../../../../core/result.ts'
import type { ArticleFacts } from '../../articles/facts.ts'
import type { Problem } from '../../sets/problem.ts'
import type { WrittenFile } from '../write-files.ts'

/** The project that something is written from, and what of it may be seen. */
export interface OutgoingProject {
  readonly folder: string
  readonly name: string
  readonly codebook: Codebook
  readonly articles: readonly Pick<ArticleFacts, 'path' | 'title' | 'header'>[]
  /** Whoever writes sees their own sets, and of the others those of these articles. */
  readonly own: string
  readonly visible: readonly string[]
}

/** Annotation sets in a format. */
export interface SetsWish {
  readonly what: 'sets'
  readonly format: FormatName
  /** Values of the format's own options. */
  readonly own: Readonly<Record<string, string>>
  /** Paths; null: all. */
  readonly articles: readonly string[] | null
  /** Keys; null: all annotators. */
  readonly annotators: readonly string[] | null
  /** Ids; null: all. */
  readonly labels: readonly string[] | null
}

export type OutgoingWish = SetsWish

/** One file, or one sheet of one, as it will be written. */
export interface SampleFile {
  readonly name: string
  readonly text: string
  /** There is more of it. */
  readonly cut: boolean
}

export type Counted = 'articles' | 'annotators' | 'annotations' | 'relations' | 'rows' | 'columns' | 'labels' | 'measures'
export interface Count {
  readonly of: Counted
  readonly count: number
}

export interface OutgoingPreview {
  readonly counts: readonly Count[]
  readonly samples: readonly SampleFile[]
  readonly leftOut: readonly Problem[]
  readonly hidden: number
}

/** What was written, before it is put in its place. */
export interface OutgoingReceipt {
  readonly files: readonly WrittenFile[]
  readonly counts: readonly Count[]
  /** Read from disk again and compared. Null: only written. */
  readonly verified: boolean | null
  readonly losses: readonly PlacedLoss[]
  /** What is wrong with what was read back, in sentences. */
  readonly differences: readonly string[]
  /** What to do in the other tool. */
  readonly advice: readonly string[]
  readonly leftOut: readonly Problem[]
  readonly hidden: number
}

/** What the worker is asked, one question at a time; to give up on one, the worker is ended. `outFolder` is empty and the worker's own. */
export type ToWorker =
  | { readonly kind: 'preview'; readonly project: OutgoingProject; readonly wish: OutgoingWish }
  | { readonly kind: 'write'; readonly project: OutgoingProject; readonly wish: OutgoingWish; readonly outFolder: string }

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'previewed'; readonly outcome: Result<OutgoingPreview> }
  | { readonly kind: 'written'; readonly outcome: Result<OutgoingReceipt> }
