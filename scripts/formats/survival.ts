import { ADAPTERS } from '../../src/core/formats/adapters.ts'
import type { Adapter, Refused } from '../../src/core/formats/adapter.ts'
import { differencesOf } from '../../src/core/formats/compare-interchange.ts'
import type { InterchangeDocument, Scheme } from '../../src/core/formats/interchange.ts'
import type { LossKind } from '../../src/core/formats/losses.ts'
import { mergeSchemes } from '../../src/core/formats/merge.ts'
import { moveToText, withoutBlanks } from '../../src/core/formats/project/align.ts'
import { withTexts } from '../../src/core/formats/read-sources.ts'
import { readBack, toSource } from '../../src/core/formats/round-trip.ts'

export interface Exchange {
  readonly scheme: Scheme
  readonly documents: readonly InterchangeDocument[]
}

/** Formats that are read and written. */
export const BOTH_WAYS: readonly Adapter[] = ADAPTERS.filter(({ parse, serialize }) => parse && serialize)

/** Written in a format and read again. A text that the format does not hold is that of before. */
export function through(adapter: Adapter, before: Exchange): Exchange & { readonly refused: readonly Refused[] } {
  const written = adapter.serialize?.(before, {})
  const files = [...(written?.files ?? [])].map(toSource)
  const back = readBack(adapter, files, written?.readBack?.())
  if (!back.ok) throw new Error(`${adapter.name}: ${back.error.message}`)
  const refused = back.value.flatMap((parsed) => [...parsed.refused])
  const texts = new Map(before.documents.map(({ name, text }) => [name, text]))
  const documents = withTexts(back.value.flatMap((parsed) => parsed.documents).map((document) => (document.text === null ? { ...document, text: texts.get(document.name) ?? null } : document)), refused)
  return { scheme: mergeSchemes(back.value.map((parsed) => parsed.scheme)), documents, refused }
}

export interface Survival {
  readonly kept: number
  readonly of: number
}

/** How many of the spans, piece by piece, stand at the same words of the same text. */
export function spansKept(before: Exchange, after: Exchange): Survival {
  const found = new Map<string, string[]>()
  const byText = new Map(before.documents.map(({ text }) => [withoutBlanks(text), text]))
  for (const document of after.documents) {
    const text = byText.get(withoutBlanks(document.text))
    if (text === undefined) continue
    const there = text === document.text ? document : moveToText(document, document.text, text).document
    const places = there.sets.flatMap(({ annotations }) => annotations.flatMap(({ fragments }) => fragments.map(({ start, end, quote }) => `${start} ${end} ${quote}`)))
    found.set(text, [...(found.get(text) ?? []), ...places])
  }
  let kept = 0
  let of = 0
  for (const { text, sets } of before.documents) {
    const left = new Map<string, number>()
    for (const place of found.get(text) ?? []) left.set(place, (left.get(place) ?? 0) + 1)
    for (const fragment of sets.flatMap(({ annotations }) => annotations.flatMap(({ fragments }) => fragments))) {
      const place = `${fragment.start} ${fragment.end} ${fragment.quote}`
      const count = left.get(place) ?? 0
      of += 1
      if (count === 0) continue
      kept += 1
      left.set(place, count - 1)
    }
  }
  return { kept, of }
}

export const KINDS = ['spans', 'discontinuous', 'labels', 'attributes', 'values', 'notes', 'relations', 'annotators', 'done', 'facts', 'times', 'ids'] as const
export type Kind = (typeof KINDS)[number]

/** What of each kind comes back from one format. */
export function survivalIn(adapter: Adapter, before: Exchange): Record<Kind, Survival> {
  const after = through(adapter, before)
  const counts = new Map<LossKind, number>()
  for (const { kind } of differencesOf(before, after.documents)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const lost = (...kinds: LossKind[]) => kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
  const sets = before.documents.flatMap((document) => document.sets)
  const annotations = sets.flatMap((set) => set.annotations)
  const values = annotations.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0)
  const gone = lost('annotations')
  const valuesGone = Math.round((values * gone) / Math.max(1, annotations.length))
  const result = (total: number, without: number): Survival => ({ of: total, kept: Math.max(0, total - without) })
  return {
    spans: spansKept(before, after),
    discontinuous: result(annotations.filter(({ fragments }) => fragments.length > 1).length, gone > 0 ? annotations.length : lost('fragments')),
    labels: result(annotations.length, gone + lost('labels')),
    attributes: result(values, valuesGone + lost('attributes')),
    values: result(values, valuesGone + lost('attributes', 'values')),
    notes: result(annotations.filter(({ note }) => note !== undefined).length, gone > 0 ? annotations.length : lost('notes')),
    relations: result(sets.reduce((sum, { relations }) => sum + relations.length, 0), lost('relations')),
    annotators: result(sets.length, lost('annotators')),
    done: result(sets.filter(({ status }) => status === 'done').length, lost('statuses')),
    facts: result(before.documents.reduce((sum, { metadata }) => sum + Object.keys(metadata).length, 0), lost('metadata')),
    times: result(annotations.length * 2, 2 * gone + lost('timestamps')),
    ids: result(annotations.length, gone + lost('ids')),
  }
}
