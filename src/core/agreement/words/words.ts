import type { DropReason } from '../project/select.ts'
import type { MeasureId } from '../project/report.ts'
import type { UndefinedReason } from '../result.ts'

/** A number in words: its name, what it means, and when not to trust it. */
export interface MeasureWords {
  readonly name: string
  readonly means: string
  readonly caution: string
}

/** What was left out: sets by why, and spans and values. */
export type LeftOut = DropReason | 'empty_span' | 'unmatched_span' | 'unconfirmed_default' | 'no_second_answer' | 'not_on_the_scale'

/** What the screen, the report and the command line say of agreement, in one language. */
export interface AgreementWords {
  readonly language: 'en' | 'de'
  readonly measures: Readonly<Record<MeasureId, MeasureWords>>
  readonly undefined: Readonly<Record<UndefinedReason, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly metrics: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'sets', string>>
  /** Distances of boundaries, in the order of the report. */
  readonly steps: readonly string[]
  readonly kinds: Readonly<Record<'same' | 'attributes' | 'boundaries' | 'label' | 'label_and_boundaries' | 'only', string>>
  readonly report: ReportWords
}

/** Headings and sentences of the report. */
export interface ReportWords {
  readonly title: string
  readonly notDefined: string
  readonly standsOn: (articles: number, annotators: number, spans: number) => string
  readonly frozen: (frozen: number, done: number) => string
  readonly nothing: string
  readonly interval: (low: string, high: string) => string
  readonly noInterval: string
  readonly f1InWords: (hundredths: number) => string
  /** By the lower end of the interval, as Krippendorff (2004) advises. */
  readonly alphaInWords: (least: number) => string
  readonly leftOut: string
  readonly nothingLeftOut: string
  readonly means: string
  readonly caution: string
  readonly pairs: string
  readonly labels: string
  readonly attributes: string
  readonly articles: string
  readonly time: string
  readonly confusion: string
  readonly confusionNote: string
  readonly boundaries: string
  readonly boundariesNote: string
  readonly starts: string
  readonly ends: string
  readonly alone: string
  readonly annotator: string
  readonly article: string
  readonly label: string
  readonly attribute: string
  readonly metric: string
  readonly period: string
  readonly spans: string
  readonly items: string
  readonly value: string
  readonly measure: string
  readonly allNumbers: string
  readonly explained: string
  readonly made: (seed: number, version: string) => string
  readonly acceptance: string
  readonly acceptanceNote: string
  readonly taken: string
  readonly changed: string
  readonly rejected: string
  readonly added: string
}
