import { adapterNamed } from '../../core/formats/adapters.ts'
import type { Adapter, FormatName } from '../../core/formats/adapter.ts'
import type { Judgement } from '../../core/formats/judge-unit.ts'
import { propose, type MappedKind } from '../../core/formats/project/propose.ts'
import type { ImportMap } from '../../core/formats/project/import-map.ts'
import { joinNames } from '../../core/formats/project/used-names.ts'
import type { Counting } from '../../core/formats/units.ts'
import type { Annotator } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import type { ImportPreview, OffsetsView } from '../../ipc/import-shapes.ts'
import type { IntakeSummary } from '../services/interchange/intake/messages.ts'

const MOST = 200
const FEW = 8

export interface Described {
  readonly summary: IntakeSummary
  /** As the files were read before any repair was accepted. */
  readonly first: IntakeSummary['judgements']
  readonly own: Readonly<Record<string, string>>
  readonly codebook: Codebook
  readonly annotators: readonly Annotator[]
  readonly remembered: ImportMap
  /** Whether whoever imports may not see yet what this annotator of the files did on this article. */
  readonly hidden: (annotator: string | null, article: string) => boolean
}

/** What was read, for a person to look at before anything is written: long lists by their first entries. */
export function describeIntake({ summary, first, own, codebook, annotators, remembered, hidden }: Described): ImportPreview {
  const used = joinNames(summary.people.map((person) => person.used))
  const names = (kind: MappedKind) => propose(kind, used, codebook, remembered)
  const found = summary.formats.flatMap((name) => adapterNamed(name) ?? [])
  return {
    files: summary.files.length,
    formats: found.map(namedFormat),
    options: found.flatMap((adapter) => readOptions(adapter, own)),
    left: { count: summary.left.length, names: summary.left.slice(0, FEW) },
    offsets: offsetsOf(first, summary.judgements),
    documents: summary.places.length,
    people: summary.people.map(({ annotator, documents, annotations, relations, used: theirs }) => ({
      annotator,
      documents,
      annotations,
      relations,
      labels: Array.from(theirs.labels, ([name, count]) => ({ name, count })),
    })),
    annotators: annotators.map(({ key, name }) => ({ key, name })),
    articles: { counts: countBy(summary.places, ({ standing }) => standing), rows: troublesFirst(summary.places).slice(0, MOST) },
    samples: summary.samples.map(({ annotator, document, article, label, quote }) => ({ annotator, document, label, quote: hidden(annotator, article) ? null : quote })),
    refused: { count: summary.refused.length, rows: summary.refused.slice(0, MOST).map((row) => ({ ...row })) },
    remarks: { count: summary.remarks.length, rows: summary.remarks.slice(0, FEW) },
    labels: names('labels'),
    attributes: names('attributes'),
    relations: names('relations'),
  }
}

export function namedFormat({ name, title }: Adapter): { name: FormatName; title: string } {
  return { name, title }
}

function readOptions({ name, options = [] }: Adapter, own: Readonly<Record<string, string>>): ImportPreview['options'] {
  return options.filter(({ for: ways, values }) => ways !== 'write' && values.length > 1).map((option) => ({ format: name, name: option.name, values: [...option.values], value: own[option.name] ?? option.default }))
}

/** Files whose offsets are counted alike and for which the same repair would fit. */
export function offsetsKey({ counting, offer }: Judgement): string {
  return JSON.stringify([counting, offer?.counting ?? null])
}

/** The repair for each file whose key was accepted. */
export function repairsOf(first: IntakeSummary['judgements'], accepted: ReadonlySet<string>): (readonly [string, Counting])[] {
  return first.flatMap(({ file, judgement }) => (judgement.offer && accepted.has(offsetsKey(judgement)) ? [[file, judgement.offer.counting] as const] : []))
}

function offsetsOf(first: IntakeSummary['judgements'], now: IntakeSummary['judgements']): OffsetsView[] {
  const after = new Map(now.map(({ file, judgement }) => [file, judgement]))
  const groups = new Map<string, OffsetsView>()
  for (const { file, judgement } of first) {
    const key = offsetsKey(judgement)
    const { counting, by, offer } = judgement
    const current = after.get(file) ?? judgement
    const group = groups.get(key) ?? { key, counting, by, fits: 0, of: 0, files: 0, example: file, offer: offer && { counting: offer.counting, fits: 0 } }
    groups.set(key, {
      ...group,
      fits: group.fits + judgement.fits,
      of: group.of + current.of,
      files: group.files + 1,
      offer: group.offer && offer && { ...group.offer, fits: group.offer.fits + offer.fits },
    })
  }
  // Files in which nothing is placed say nothing.
  return [...groups.values()].filter(({ of }) => of > 0)
}

/** What will not be taken stands first: it is what a person must look at. */
function troublesFirst(places: IntakeSummary['places']): ImportPreview['articles']['rows'] {
  const rank = { differs: 0, missing: 0, unusable: 0, new: 1, blanks: 2, name: 2, same: 3 }
  return places.map((place) => ({ ...place })).toSorted((a, b) => rank[a.standing] - rank[b.standing])
}

function countBy<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}
