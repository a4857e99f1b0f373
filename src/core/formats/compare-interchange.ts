import { groupBy } from '../agreement/group.ts'
import { sameJson } from '../model/equal.ts'
import type { Interchange, InterchangeAnnotation, InterchangeDocument, InterchangeSet, ParsedDocument } from './interchange.ts'
import type { Loss, LossKind } from './losses.ts'
import { moveToText, withoutBlanks } from './project/align.ts'
import { pairAnnotations } from './pair-annotations.ts'
import { nameKey } from './safe-names.ts'

export interface Difference {
  readonly kind: LossKind
  /** `a.txt, “the quote”: attribute certainty is missing`. */
  readonly what: string
}

/**
 * What of `before` is not in `after`, by the kinds in which losses are reported. Annotations are matched so that
 * the fewest differences remain. Where a text differs in blanks only, places are compared as the import would align them. Names are the same when only case, marks, blanks and signs differ. Annotations are what counts: scheme and extra data are compared by `sameInterchange` only.
 */
export function differencesOf(before: Pick<Interchange, 'documents'>, after: readonly ParsedDocument[]): Difference[] {
  const found: Difference[] = []
  const names = new Map(after.map((document) => [document.name, document]))
  const free = new Set(after)
  const left: InterchangeDocument[] = []
  for (const document of before.documents) {
    const named = names.get(document.name)
    if (named && free.delete(named)) compareDocuments(document, named, found)
    else left.push(document)
  }
  // By text only what no other document claims by its name.
  const bySigns = left.length === 0 ? null : groupBy([...free], ({ text }) => withoutBlanks(text ?? ''))
  for (const document of left) {
    const candidates = bySigns?.get(withoutBlanks(document.text))?.filter((candidate) => free.has(candidate)) ?? []
    const other = candidates.find(({ text }) => text === document.text) ?? candidates[0]
    if (!other) {
      found.push({ kind: 'documents', what: `${document.name} is missing` })
      for (const key of Object.keys(document.metadata)) found.push({ kind: 'metadata', what: `${document.name}: ${key}` })
      for (const set of document.sets) missSet(document, set, found)
      continue
    }
    free.delete(other)
    compareDocuments(document, other, found)
  }
  return found
}

/** Differences that nobody reported: of each kind, those beyond the count of its losses. */
export function unreported(differences: readonly Difference[], losses: readonly Loss[]): Difference[] {
  const left = new Map<LossKind, number>()
  for (const { kind, count } of losses) left.set(kind, (left.get(kind) ?? 0) + count)
  return differences.filter(({ kind }) => {
    const allowed = left.get(kind) ?? 0
    left.set(kind, allowed - 1)
    return allowed <= 0
  })
}

function compareDocuments(before: InterchangeDocument, after: ParsedDocument, found: Difference[]): void {
  if (after.name !== before.name) found.push({ kind: 'document names', what: `${before.name} became ${after.name}` })
  if (after.text !== null && after.text !== before.text) found.push({ kind: 'text', what: `${before.name}: the text differs` })
  for (const [key, value] of Object.entries(before.metadata)) {
    if (!sameJson(value, after.metadata[key])) found.push({ kind: 'metadata', what: `${before.name}: ${key}` })
  }
  const pairs = pairSets(before.sets, alignedTo(before.text, after).sets)
  for (const set of before.sets) {
    const other = pairs.get(set)
    if (!other) {
      missSet(before, set, found)
      continue
    }
    if (set.annotator !== null && other.annotator !== set.annotator) found.push({ kind: 'annotators', what: `${before.name}: ${set.annotator}` })
    if (set.status !== undefined && other.status !== set.status) found.push({ kind: 'statuses', what: `${before.name}: ${set.status}` })
    if (set.note !== undefined && other.note !== set.note) found.push({ kind: 'notes', what: `${before.name}: note on the set` })
    compareSets(before, set, other, found)
  }
}

function alignedTo(text: string, after: ParsedDocument): ParsedDocument {
  if (after.text === null || after.text === text || withoutBlanks(after.text) !== withoutBlanks(text)) return after
  return moveToText(after, after.text, text).document
}

function missSet(document: InterchangeDocument, set: InterchangeSet, found: Difference[]): void {
  if (set.annotator !== null) found.push({ kind: 'annotators', what: `${document.name}: ${set.annotator} is missing` })
  if (set.status !== undefined) found.push({ kind: 'statuses', what: `${document.name}: ${set.status}` })
  for (const annotation of set.annotations) found.push({ kind: 'annotations', what: `${placeOf(document, annotation)} is missing` })
  for (const relation of set.relations) found.push({ kind: 'relations', what: `${document.name}: ${relation.type} (${relation.id})` })
}

/** By annotator first; then those with the most to say take what is left, in order. */
function pairSets(before: readonly InterchangeSet[], after: readonly InterchangeSet[]): Map<InterchangeSet, InterchangeSet> {
  const free = new Set(after)
  const pairs = new Map<InterchangeSet, InterchangeSet>()
  const pair = (set: InterchangeSet, other: InterchangeSet | undefined) => {
    if (!other) return
    pairs.set(set, other)
    free.delete(other)
  }
  for (const set of before) pair(set, [...free].find(({ annotator }) => annotator === set.annotator))
  for (const set of before) if (!pairs.has(set) && set.annotations.length > 0) pair(set, [...free][0])
  for (const set of before) if (!pairs.has(set)) pair(set, [...free][0])
  return pairs
}

function compareSets(document: InterchangeDocument, before: InterchangeSet, after: InterchangeSet, found: Difference[]): void {
  const pairs = pairAnnotations(before.annotations, after.annotations, (a, b) => differencesBetween(a, b).length)
  // Ends of relations are compared by what they are, so that two annotations that say the same may stand for each other.
  const ids = new Map<string, string>()
  const ends = new Map(after.annotations.map((annotation) => [annotation.id, JSON.stringify([annotation.label, annotation.fragments[0]])]))
  for (const annotation of before.annotations) {
    const other = pairs.get(annotation)
    if (!other) {
      found.push({ kind: 'annotations', what: `${placeOf(document, annotation)} is missing` })
      continue
    }
    ids.set(annotation.id, ends.get(other.id) ?? '')
    for (const { kind, what } of differencesBetween(annotation, other)) found.push({ kind, what: `${placeOf(document, annotation)}: ${what}` })
  }
  const links = new Map<string, number>()
  const linkKey = (type: string, from: string | undefined, to: string | undefined) => JSON.stringify([nameKey(type), from, to])
  for (const { type, from, to } of after.relations) {
    const key = linkKey(type, ends.get(from.annotation), ends.get(to.annotation) ?? to.annotation)
    links.set(key, (links.get(key) ?? 0) + 1)
  }
  for (const relation of before.relations) {
    const key = linkKey(relation.type, ids.get(relation.from.annotation), relation.to.document === undefined ? ids.get(relation.to.annotation) : relation.to.annotation)
    const count = links.get(key) ?? 0
    if (count === 0) found.push({ kind: 'relations', what: `${document.name}: ${relation.type} (${relation.id})` })
    else links.set(key, count - 1)
  }
  for (const [name, value] of Object.entries(before.values ?? {})) {
    if (!sameJson(value, after.values?.[name])) found.push({ kind: 'values', what: `${document.name}: ${name} of the document` })
  }
}

function differencesBetween(before: InterchangeAnnotation, after: InterchangeAnnotation): Difference[] {
  const found: Difference[] = []
  const add = (kind: LossKind, what: string) => found.push({ kind, what })
  if (after.id !== before.id) add('ids', `id ${before.id} became ${after.id}`)
  if (nameKey(after.label) !== nameKey(before.label)) add('labels', `label ${before.label} became ${after.label}`)
  if (!sameJson(before.fragments, after.fragments)) {
    add(before.fragments.length === after.fragments.length ? 'places' : 'fragments', `stands elsewhere: ${JSON.stringify(after.fragments)}`)
  }
  const named = new Map(Object.entries(after.attributes).map(([name, value]) => [nameKey(name), value]))
  for (const [name, value] of Object.entries(before.attributes)) {
    const other = after.attributes[name] ?? named.get(nameKey(name))
    if (other === undefined) add('attributes', `attribute ${name} is missing`)
    else if (!sameJson(value, other)) add('values', `attribute ${name} became ${JSON.stringify(other)}`)
  }
  if (before.note !== undefined && before.note !== after.note) add('notes', 'the note differs')
  if (before.created !== undefined && before.created !== after.created) add('timestamps', 'the time of its making differs')
  if (before.modified !== undefined && before.modified !== after.modified) add('timestamps', 'the time of its last change differs')
  return found
}

function placeOf(document: { readonly name: string }, annotation: InterchangeAnnotation): string {
  return `${document.name}, “${annotation.fragments.map(({ quote }) => quote).join(' … ')}”`
}
