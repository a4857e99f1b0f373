import { z } from 'zod'
import { resolveId } from '../codebook/lookup.ts'
import { hullEnd, hullStart, idSchema, quoteOf, timestampSchema, type Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import { valueSchema, type Value } from '../model/value.ts'
import type { OffsetMap } from '../text/code-points.ts'

const offsets = {
  /** Code points over the text without BOM and with LF line ends; `end` is exclusive. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The same in UTF-16 code units. */
  start_utf16: z.int().nonnegative(),
  end_utf16: z.int().positive(),
  quote: z.string().min(1),
}

export const exportFragmentSchema = z.strictObject(offsets)
export type ExportFragment = z.infer<typeof exportFragmentSchema>

/** One line of an export. The names and their order are a promise to whoever reads exports by script. */
export const exportRecordSchema = z.strictObject({
  id: idSchema,
  /** Path inside `articles/`, with `/`. */
  article: z.string().min(1),
  annotator: z.string().min(1),
  label: idSchema,
  /** With several pieces: the hull's offsets, and the pieces' quotes joined by " … ". */
  ...offsets,
  /** By attribute id, as in the annotation set; a link holds the ids of the annotations it points at. */
  attributes: z.record(idSchema, valueSchema),
  created: timestampSchema,
  modified: timestampSchema,
  fragments: z.array(exportFragmentSchema).min(2).optional(),
})
export type ExportRecord = z.infer<typeof exportRecordSchema>

/**
 * Export records of a set in record order. `map` is the offset map of the article's text, the one that the set names.
 */
export function toRecords(set: AnnotationSet, map: OffsetMap, codebook: Codebook): ExportRecord[] {
  const links = linksOf(set, codebook)
  const place = (start: number, end: number, quote: string): ExportFragment => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    start_utf16: start,
    end_utf16: end,
    quote,
  })
  return set.annotations.map((annotation) => ({
    id: annotation.id,
    article: set.article.path,
    annotator: set.annotator.name,
    label: annotation.label,
    ...place(hullStart(annotation), hullEnd(annotation), quoteOf(annotation)),
    attributes: sorted({ ...annotation.attributes, ...links.attributes.get(annotation.id) }),
    created: annotation.created,
    modified: annotation.modified,
    ...(annotation.fragments.length > 1 && {
      fragments: annotation.fragments.map(({ start, end, quote }) => place(start, end, quote)),
    }),
  }))
}

export interface Omitted {
  readonly what: string
  readonly count: number
}

/** What the fixed fields cannot hold, in words; kinds of which there are none are left out. */
export function omittedFrom(set: AnnotationSet, codebook: Codebook): Omitted[] {
  const records = [...set.annotations, ...set.relations]
  return [
    { what: 'relations that no link attribute shows', count: linksOf(set, codebook).left },
    {
      what: 'notes on annotations',
      count: set.annotations.filter((annotation) => annotation.note !== undefined).length,
    },
    { what: 'annotations that wait for a place since their article was changed', count: set.unplaced?.length ?? 0 },
    { what: 'statuses of annotation sets', count: 1 },
    { what: 'notes on statuses', count: set.state.note === undefined ? 0 : 1 },
    { what: 'records with data of other formats', count: records.filter(hasExtra).length + (hasExtra(set) ? 1 : 0) },
  ].filter((kind) => kind.count > 0)
}

export function addOmitted(total: readonly Omitted[], more: readonly Omitted[]): Omitted[] {
  const counts = new Map(total.map(({ what, count }) => [what, count]))
  for (const { what, count } of more) counts.set(what, (counts.get(what) ?? 0) + count)
  return [...counts].map(([what, count]) => ({ what, count }))
}

/**
 * Whether a record's code-point offsets cut its quotes out of the text: null, or what is wrong. `points` is the text as
 * a list of code points, so that this shares nothing with the conversion that made the offsets.
 */
export function verifyRecord(points: readonly string[], record: ExportRecord): string | null {
  for (const { start, end, quote } of record.fragments ?? [record]) {
    const found = points.slice(start, end).join('')
    if (found !== quote) {
      return `annotation ${record.id}: code points ${start}–${end} are ${JSON.stringify(found)}, the quote says ${JSON.stringify(quote)}`
    }
  }
  return null
}

function linksOf(
  set: AnnotationSet,
  codebook: Codebook,
): { attributes: Map<string, Record<string, Value>>; left: number } {
  const attributes = new Map<string, Record<string, Value>>()
  const byId = new Map(set.annotations.map((annotation) => [annotation.id, annotation]))
  let left = 0
  for (const relation of set.relations) {
    const from = relation.from.article === set.article.path ? byId.get(relation.from.annotation) : undefined
    const attribute = from && linkAttribute(codebook, relation.type, from)
    if (!from || attribute === undefined) {
      left += 1
      continue
    }
    const own = attributes.get(from.id) ?? {}
    const before = own[attribute]
    const targets = before?.state === 'decided' && Array.isArray(before.value) ? before.value.map(String) : []
    attributes.set(from.id, {
      ...own,
      [attribute]: { state: 'decided', value: [...targets, relation.to.annotation].toSorted() },
    })
  }
  return { attributes, left }
}

function linkAttribute(codebook: Codebook, type: string, from: Annotation): string | undefined {
  const relation = resolveId(codebook, 'relation', type)
  const candidates = codebook.attributes.filter(
    (attribute) =>
      attribute.type === 'link' &&
      attribute.relation !== undefined &&
      resolveId(codebook, 'relation', attribute.relation) === relation,
  )
  return (candidates.find((attribute) => attribute.labels.includes(from.label)) ?? candidates[0])?.id
}

function sorted(attributes: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function hasExtra(record: { readonly extra?: unknown }): boolean {
  return record.extra !== undefined
}
