import { z } from 'zod'
import { annotatorSchema } from '../../model/annotation-set.ts'
import { agreementResultSchema } from '../result.ts'
import { agreementRequestSchema } from './request.ts'

export const spanModes = ['strict', 'boundaries', 'overlap', 'type'] as const
export type SpanMode = (typeof spanModes)[number]

/** Every measure of a report. What each means is in docs/agreement.md. */
export const measures = [
  'f1_strict', 'f1_boundaries', 'f1_overlap', 'f1_type',
  'precision_strict', 'precision_boundaries', 'precision_overlap', 'precision_type',
  'recall_strict', 'recall_boundaries', 'recall_overlap', 'recall_type',
  'found', 'same_boundaries', 'same_label', 'same_attributes',
  'label_percent', 'label_alpha', 'label_cohen', 'label_scott', 'label_fleiss',
  'character_alpha', 'character_cohen', 'character_scott', 'character_fleiss',
  'token_alpha', 'token_cohen', 'token_scott', 'token_fleiss',
  'unitizing_alpha', 'gamma',
  'attribute_percent', 'attribute_alpha',
] as const
export const measureSchema = z.enum(measures)
export type MeasureId = z.infer<typeof measureSchema>

/** What a number is about. Of a pair, `a` is the reference: the other way round, precision and recall change places. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.literal('pair'), a: z.string(), b: z.string() }),
  z.strictObject({ kind: z.literal('label'), label: z.string() }),
  z.strictObject({ kind: z.literal('attribute'), attribute: z.string() }),
  z.strictObject({ kind: z.literal('article'), article: z.string() }),
  /** By when the last of an article's sets was marked done: `2031-03` or `2031-03-04`. */
  z.strictObject({ kind: z.literal('period'), period: z.string() }),
])
export type Scope = z.infer<typeof scopeSchema>

export const figureSchema = z.strictObject({ measure: measureSchema, scope: scopeSchema, result: agreementResultSchema })
export type Figure = z.infer<typeof figureSchema>

const counted = z.int().nonnegative()

export const agreementReportSchema = z.strictObject({
  request: agreementRequestSchema,
  /** Version of the codebook that labels and values were read by. */
  codebook: z.string(),
  annotators: z.array(z.strictObject({ ...annotatorSchema.shape, articles: counted, spans: counted })),
  articles: counted,
  spans: counted,
  /** Sets that agreement stands on: frozen copies, and sets that were done but not frozen. */
  sets: z.strictObject({ frozen: counted, done: counted }),
  /** Sets that were left out, by reason. */
  dropped: z.record(z.string(), counted),
  figures: z.array(figureSchema),
  labels: z.array(z.string()),
  attributes: z.array(z.strictObject({ attribute: z.string(), metric: z.enum(['nominal', 'ordinal', 'interval', 'sets']) })),
  periods: z.array(z.string()),
  /** Articles with a set of two or more, by path, with the annotators and spans that count. */
  perArticle: z.array(z.strictObject({ article: z.string(), annotators: counted, spans: counted })),
  /** Pairs of spans by their two labels, the same both ways; `alone`: spans that the other of two did not mark. */
  confusion: z.strictObject({ cells: z.array(z.array(counted)), alone: z.array(counted) }),
  /** Paired spans by how many words their starts and ends are apart: at the same place; 0 (blanks and marks only), 1, 2, 3, to 5, to 10, more. */
  boundaries: z.strictObject({ starts: z.array(counted), ends: z.array(counted) }),
})
export type AgreementReport = z.infer<typeof agreementReportSchema>
