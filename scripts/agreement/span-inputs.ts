import { z } from 'zod'
import { hasLength, type Continuum } from '../../src/core/agreement/unitizing/continuum.ts'
import type { SpanLike } from '../../src/core/agreement/spans/span.ts'
import { spansOfTags, type TagScheme } from '../../src/core/agreement/spans/tags.ts'
import { NotImplemented, type Case } from './case.ts'
import { fitting, textParam } from './inputs.ts'

const label = z.union([z.string(), z.number()]).nullish().transform((value) => (value === null || value === undefined ? null : String(value)))
const span = z.looseObject({ start: z.number(), end: z.number(), label })
const spans = z.array(span)
const byAnnotator = z.record(z.string(), spans)
const token = z.tuple([z.number(), z.number()])

const spanDocuments = z.looseObject({
  kind: z.literal('span_documents'),
  tags: z.array(z.string()).optional(),
  documents: z.array(z.looseObject({ id: z.string().optional(), gold: spans, response: spans, tokens: z.array(token).optional() })),
})
const twoAnnotators = z.looseObject({
  kind: z.literal('two_annotator_documents'),
  documents: z.array(z.looseObject({ id: z.string().optional(), ann1: spans, ann2: spans, tokens: z.array(token).optional() })),
})
const manyAnnotators = z.looseObject({
  kind: z.literal('multi_annotator_documents'),
  documents: z.array(z.looseObject({ id: z.string().optional(), text_length: z.number().optional(), tokens: z.array(token).optional(), annotators: byAnnotator })),
})
const oneText = z.looseObject({ kind: z.literal('spans'), text_length: z.number().optional(), tokens: z.array(token).optional(), annotators: byAnnotator })
const tagged = z.looseObject({ kind: z.literal('bio'), gold: z.array(z.array(z.string())), response: z.array(z.array(z.string())) })
const unitizing = z.looseObject({
  kind: z.literal('unitizing'),
  begin: z.number().optional(),
  length: z.number(),
  raters: z.array(z.string()).optional(),
  units: z.array(span.extend({ rater: z.string() })),
})
const unitPairs = z.looseObject({ kind: z.literal('unit_pairs'), pairs: z.array(z.tuple([span, span])) })
const spanInput = z.discriminatedUnion('kind', [spanDocuments, twoAnnotators, manyAnnotators, oneText, tagged, unitizing])

type RawSpan = z.infer<typeof span>

/** Spans of no length are left out, as the app leaves them out. */
function spansOf(raw: readonly RawSpan[]): SpanLike[] {
  return raw.filter(hasLength).map(({ start, end, label: name }) => ({ label: name ?? '', fragments: [{ start, end }] }))
}

export interface Document {
  readonly id: string
  readonly length: number | undefined
  readonly tokens: readonly { readonly start: number; readonly end: number }[] | undefined
  readonly annotators: ReadonlyMap<string, readonly SpanLike[]>
}

/** The documents, whatever the kind; gold and response are annotators of these names. Tags that are not evaluated are gone. */
export function documentsIn(one: Case): Document[] {
  const input = fitting(spanInput, one)
  const document = (id: string | undefined, index: number, annotators: Readonly<Record<string, readonly RawSpan[]>>, more: { text_length?: number | undefined; tokens?: [number, number][] | undefined }): Document => ({
    id: id ?? String(index),
    length: more.text_length,
    tokens: more.tokens?.map(([start, end]) => ({ start, end })),
    annotators: new Map(Object.entries(annotators).map(([name, raw]) => [name, spansOf(raw)])),
  })
  switch (input.kind) {
    case 'span_documents': {
      const wanted = input.tags && new Set(input.tags)
      const evaluated = (raw: readonly RawSpan[]): readonly RawSpan[] => raw.filter(({ label: name }) => !wanted || wanted.has(name ?? ''))
      return input.documents.map((one_, index) => document(one_.id, index, { gold: evaluated(one_.gold), response: evaluated(one_.response) }, one_))
    }
    case 'two_annotator_documents':
      return input.documents.map((one_, index) => document(one_.id, index, { ann1: one_.ann1, ann2: one_.ann2 }, one_))
    case 'multi_annotator_documents':
      return input.documents.map((one_, index) => document(one_.id, index, one_.annotators, one_))
    case 'spans':
      return [document(undefined, 0, input.annotators, input)]
    case 'unitizing': {
      const { begin, length, raters } = continuumIn(one)
      const own = raters.map((units, index) => [raterNames(input)[index] ?? '', units.map((unit) => ({ ...unit, start: unit.start - begin, end: unit.end - begin }))])
      return [document(undefined, 0, Object.fromEntries(own), { text_length: length })]
    }
    case 'bio': {
      const scheme = schemeOf(one)
      return input.gold.map((tags, index) => ({
        id: String(index),
        length: undefined,
        tokens: undefined,
        annotators: new Map([
          ['gold', spansOfTags(tags, scheme)],
          ['response', spansOfTags(input.response[index] ?? [], scheme)],
        ]),
      }))
    }
  }
}

function schemeOf(one: Case): TagScheme {
  const name = (textParam(one, 'scheme', 'mode') ?? 'lenient').toLowerCase()
  if (/iobes|bilou|bioes/.test(name)) return 'iobes'
  return name.includes('strict') || name === 'iob2' ? 'iob2' : 'lenient'
}

/** The labels that are evaluated, if the case names them. */
export function tagsOf(one: Case): readonly string[] {
  return spanDocuments.safeParse(one.input).data?.tags ?? []
}

/** The first two annotators of a document. */
export function twoOf({ annotators }: Document): readonly [readonly SpanLike[], readonly SpanLike[]] {
  const [first = [], second = []] = annotators.values()
  return [first, second]
}

function raterNames(input: z.infer<typeof unitizing>): string[] {
  return [...new Set([...(input.raters ?? []), ...input.units.map(({ rater }) => rater)])]
}

export function continuumIn(one: Case): Continuum {
  const units = unitizing.safeParse(one.input)
  if (units.success) {
    const raters = raterNames(units.data).map((name) =>
      units.data.units.filter(({ rater }) => rater === name).map(({ start, end, label: value }) => ({ start, end, label: value ?? '' })),
    )
    return { begin: units.data.begin ?? 0, length: units.data.length, raters }
  }
  const text = oneText.safeParse(one.input)
  if (!text.success || text.data.text_length === undefined) throw new NotImplemented(`input kind ${one.input.kind}`)
  const raters = Object.values(text.data.annotators).map((raw) => raw.map(({ start, end, label: value }) => ({ start, end, label: value ?? '' })))
  return { begin: 0, length: text.data.text_length, raters }
}

/** Pairs of units; a gap has no label. */
export function unitPairsIn(one: Case): (readonly [Section, Section])[] {
  const section = ({ start, end, label: name }: RawSpan): Section => ({ start, end, label: name })
  return fitting(unitPairs, one).pairs.map(([u, v]) => [section(u), section(v)] as const)
}

export interface Section {
  readonly start: number
  readonly end: number
  readonly label: string | null
}

export function asSpan({ start, end, label: name }: Section): SpanLike {
  return { label: name ?? '', fragments: [{ start, end }] }
}
