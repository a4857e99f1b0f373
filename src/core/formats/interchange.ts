import type { AttributeType } from '../model/codebook.ts'
import type { Payload, Value } from '../model/value.ts'
import { formatDate, formatEntity, formatQuantity } from '../codebook/display.ts'
import { dateValueSchema, quantitySchema } from '../model/value.ts'

/*
 * What passes between formats: documents with their text, the sets of their annotators, and the scheme.
 *
 * What an adapter's author must know:
 * - `text` is `normaliseText(raw)`: no BOM, LF only. All offsets are UTF-16 over that text, end exclusive, and `quote` is
 *   exactly that slice. Foreign offsets are converted at the border with `units.ts`, judged with `judge-unit.ts`.
 * - Labels, attributes, relations and the values of choices are names as the foreign file has them. A foreign value is a
 *   `decided` value with the plainest payload that holds it: string, number, boolean or list of strings.
 * - `extra` holds, under the format's own name (`extra: { brat: … }`), whatever the model has no place for and the same format
 *   needs in order to write it back. JSON only. Other formats must not look at it, and count it as a loss of kind `extra`.
 * - Ids are unique within a document's set. A format without ids numbers its records (`a1`, `r1`) in file order.
 * - Absent and empty are the same for optional fields: leave a key out rather than writing `undefined`, '' or {}.
 */

export type Extra = Readonly<Record<string, unknown>>

/** One piece of a span. Foreign files may hold places without length (`start === end`); a project does not take those. */
export interface InterchangeFragment {
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface InterchangeAnnotation {
  readonly id: string
  readonly label: string
  /** At least one, in text order, apart. */
  readonly fragments: readonly InterchangeFragment[]
  readonly attributes: Readonly<Record<string, Value>>
  readonly note?: string
  /** ISO 8601 in UTC with milliseconds, as everywhere in Concord: `timestampOf` makes them. */
  readonly created?: string
  readonly modified?: string
  readonly extra?: Extra
}

/** `document` is absent when the other annotation is in the same document (of the same annotator). */
export interface InterchangeEnd {
  readonly annotation: string
  readonly document?: string
}

export interface InterchangeRelation {
  readonly id: string
  readonly type: string
  readonly from: InterchangeEnd
  readonly to: InterchangeEnd
  readonly created?: string
  readonly modified?: string
  readonly extra?: Extra
}

/** What one annotator (or one of a tool's anonymous annotation sets) says about one document. */
export interface InterchangeSet {
  /** Null where the file does not say who annotated. */
  readonly annotator: string | null
  readonly status?: 'in_progress' | 'done'
  readonly annotations: readonly InterchangeAnnotation[]
  readonly relations: readonly InterchangeRelation[]
  /** What is said about the document as a whole: classes of a text classification, document-level choices. */
  readonly values?: Readonly<Record<string, Value>>
  readonly note?: string
  readonly extra?: Extra
}

export interface InterchangeDocument {
  /** Path-like, with `/`; unique among the documents of one exchange. */
  readonly name: string
  readonly text: string
  /** Facts of the source (title, date, url, foreign meta keys): JSON values. */
  readonly metadata: Readonly<Record<string, unknown>>
  readonly sets: readonly InterchangeSet[]
  readonly extra?: Extra
}

/** As read: a format that carries only places and quotes leaves the text to be found by whoever reads it. */
export interface ParsedDocument extends Omit<InterchangeDocument, 'text'> {
  readonly text: string | null
}

export interface SchemeLabel {
  readonly name: string
  /** The id in Concord's codebook: a slug for formats that cannot hold the name. */
  readonly id?: string
  /** `#rrggbb`. */
  readonly color?: string
  readonly definition?: string
  readonly key?: string
  /** Name of the label above it in a hierarchy. */
  readonly parent?: string
  readonly kind?: 'event' | 'mention'
  readonly extra?: Extra
}

export interface SchemeValue {
  readonly name: string
  readonly id?: string
  readonly definition?: string
}

export interface SchemeAttribute {
  readonly name: string
  readonly id?: string
  readonly type: AttributeType
  /** Names of the labels that carry it; empty: any. */
  readonly labels: readonly string[]
  readonly values?: readonly SchemeValue[]
  readonly definition?: string
  readonly extra?: Extra
}

export interface SchemeRelation {
  readonly name: string
  readonly id?: string
  /** Names of the labels at either end; empty: any. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly definition?: string
  readonly extra?: Extra
}

/** What the file's own configuration, type system or codebook says; lists may be empty. */
export interface Scheme {
  readonly name?: string
  readonly labels: readonly SchemeLabel[]
  readonly attributes: readonly SchemeAttribute[]
  readonly relations: readonly SchemeRelation[]
  readonly extra?: Extra
}

export const NO_SCHEME: Scheme = { labels: [], attributes: [], relations: [] }

/** Documents may be walked once only (a generator), so that a large project streams through. */
export interface Interchange {
  readonly scheme: Scheme
  readonly documents: Iterable<InterchangeDocument>
}

/** The own data of a format on a record, as an object; `{}` where there is none. */
export function extraOf(record: { readonly extra?: Extra }, format: string): Readonly<Record<string, unknown>> {
  const own = record.extra?.[format]
  return typeof own === 'object' && own !== null && !Array.isArray(own) ? { ...own } : {}
}

/** `{ extra: { [format]: own } }`, or `{}` when there is nothing to keep: to be spread into a record. */
export function withExtra(format: string, own: Readonly<Record<string, unknown>>): { extra?: Extra } {
  const kept = Object.entries(own).filter(([, value]) => value !== undefined)
  return kept.length === 0 ? {} : { extra: { [format]: Object.fromEntries(kept) } }
}

/** Whether a record carries data of a format other than `format`: a loss for whoever writes that format. */
export function hasForeignExtra(record: { readonly extra?: Extra }, format: string): boolean {
  return Object.keys(record.extra ?? {}).some((name) => name !== format)
}

/** The quote of the whole annotation, its pieces joined by `between`. */
export function joinedQuote(annotation: InterchangeAnnotation, between = ' '): string {
  return annotation.fragments.map(({ quote }) => quote).join(between)
}

/** The hull: from the first piece's start to the last one's end. */
export function hullOf(annotation: InterchangeAnnotation): { readonly start: number; readonly end: number } {
  return { start: annotation.fragments[0]?.start ?? 0, end: annotation.fragments.at(-1)?.end ?? 0 }
}

/**
 * A value as text, in the forms that people type in Concord and that an import reads back by the attribute's type.
 * `exact`: reading the text gives the value without knowing the type (a decided string).
 */
export function valueText(value: Value): { readonly text: string; readonly exact: boolean } {
  if (value.state === 'not_stated' || value.state === 'not_applicable') return { text: value.state, exact: false }
  return { text: payloadText(value.value), exact: value.state === 'decided' && typeof value.value === 'string' }
}

function payloadText(payload: Payload): string {
  if (typeof payload !== 'object') return String(payload)
  if (Array.isArray(payload)) return payload.map((item) => (typeof item === 'string' ? item : formatEntity(item))).join('; ')
  const date = dateValueSchema.safeParse(payload)
  return date.success ? formatDate(date.data) : formatQuantity(quantitySchema.parse(payload))
}

/** ISO 8601 with any precision and offset as Concord's timestamp, or undefined where it is none. */
export function timestampOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d+))?(Z|\+00:?00)?$/.exec(text.trim())
  if (!parts) return undefined
  const [, day = '', clock = '', fraction = ''] = parts
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}
