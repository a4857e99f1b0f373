import type { FormatName, Refused } from '../../../../core/formats/adapter.ts'
import type { InterchangeSet, Scheme } from '../../../../core/formats/interchange.ts'
import type { Judgement } from '../../../../core/formats/judge-unit.ts'
import type { Origin } from '../../../../core/formats/origins.ts'
import type { UsedNames } from '../../../../core/formats/project/used-names.ts'
import type { Counting } from '../../../../core/formats/units.ts'
import type { Result } from '../../../../core/result.ts'
import type { ArticleFacts } from '../../articles/facts.ts'

/** What is to be read, and the project that it is held against. */
export interface ReadWish {
  /** Absolute files and folders. */
  readonly paths: readonly string[]
  /** Null: recognised by content. */
  readonly format: FormatName | null
  /** Values of the formats' own options. */
  readonly own: Readonly<Record<string, string>>
  /** By the path in a judgement: count that group's offsets like this. */
  readonly repairs: readonly (readonly [string, Counting])[]
  readonly folder: string
  readonly articles: readonly Pick<ArticleFacts, 'path' | 'textSha256' | 'problem'>[]
}

/**
 * How a document stands to the articles. `blanks`: the same text but for blanks. `name`: the format holds no text, and the quotes fit an
 * article of that name. `differs`: an article of that name has another text. `missing`: no text, and no such article. `unusable`: its text
 * cannot be kept as an article.
 */
export type DocumentStanding = 'same' | 'blanks' | 'name' | 'new' | 'differs' | 'missing' | 'unusable'

export interface DocumentPlace {
  readonly document: string
  readonly standing: DocumentStanding
  /** Path inside `articles/`: where it is, or would be. */
  readonly article: string | null
}

export interface Sample {
  readonly annotator: string | null
  readonly document: string
  readonly article: string
  readonly label: string
  readonly quote: string
}

/** One annotator in the files; null: the files do not say who. */
export interface Person {
  readonly annotator: string | null
  readonly documents: number
  readonly annotations: number
  readonly relations: number
  readonly used: UsedNames
}

/** What was read, in short. */
export interface IntakeSummary {
  readonly files: readonly string[]
  readonly formats: readonly string[]
  /** Files that no format knows. */
  readonly left: readonly string[]
  readonly judgements: readonly { readonly file: string; readonly judgement: Judgement }[]
  readonly people: readonly Person[]
  readonly scheme: Scheme
  readonly places: readonly DocumentPlace[]
  readonly samples: readonly Sample[]
  readonly refused: readonly Refused[]
  readonly remarks: readonly string[]
}

/** A document that has, or would have, an article. */
export interface IntakeDocument {
  readonly name: string
  readonly article: string
  readonly origin: Origin
  /** Null: the article is there. */
  readonly text: string | null
  readonly sets: readonly InterchangeSet[]
  readonly extra?: Readonly<Record<string, unknown>> | undefined
}

/** What the worker is asked, one question at a time; to give up on one, the worker is ended. */
export type ToWorker =
  | { readonly kind: 'recognise'; readonly paths: readonly string[] }
  | { readonly kind: 'read'; readonly wish: ReadWish }
  | { readonly kind: 'documents'; readonly from: number }

/** What files are by their content. */
export interface RecognisedFiles {
  /** Some can be read as articles. */
  readonly articles: boolean
  readonly formats: readonly FormatName[]
  readonly names: readonly string[]
}

export type FromWorker =
  | { readonly kind: 'recognised'; readonly outcome: Result<RecognisedFiles> }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly outcome: Result<IntakeSummary> }
  /** Some of the documents from there on; none at the end. */
  | { readonly kind: 'documents'; readonly documents: readonly IntakeDocument[]; readonly total: number }
