import { hasForeignExtra, joinedQuote, type InterchangeAnnotation, type InterchangeDocument, type Scheme } from './interchange.ts'
import type { LossKind, Losses } from './losses.ts'

/** What is the same to count for most formats. The others depend on how a format writes: the adapter counts them itself. */
export type CommonKind = Extract<LossKind, 'metadata' | 'annotators' | 'statuses' | 'notes' | 'timestamps' | 'relations' | 'attributes' | 'fragments' | 'ids' | 'extra'> | 'set notes' | 'document values'

/** Counts everything of these kinds in a document as lost, because the format has no place for it. */
export function loseAll(losses: Losses, document: InterchangeDocument, format: string, kinds: readonly CommonKind[]): void {
  const has = new Set(kinds)
  const lose = (kind: CommonKind, as: LossKind, what: string, example: string, count = 1) => {
    if (has.has(kind)) losses.add(as, what, example, count)
  }
  for (const key of Object.keys(document.metadata)) lose('metadata', 'metadata', 'facts about documents', `${document.name}: ${key}`)
  if (hasForeignExtra(document, format)) lose('extra', 'extra', 'data of other formats on documents', document.name)
  for (const set of document.sets) {
    if (set.annotator !== null) lose('annotators', 'annotators', 'who annotated', `${document.name}: ${set.annotator}`)
    if (set.status !== undefined) lose('statuses', 'statuses', 'whether a document is done', document.name)
    if (set.note !== undefined) lose('set notes', 'notes', 'notes on sets', document.name)
    for (const name of Object.keys(set.values ?? {})) lose('document values', 'values', 'values of whole documents', `${document.name}: ${name}`)
    if (hasForeignExtra(set, format)) lose('extra', 'extra', 'data of other formats on sets', document.name)
    for (const annotation of set.annotations) {
      const place = exampleOf(document, annotation)
      const { attributes, note, created, modified, fragments } = annotation
      for (const name of Object.keys(attributes)) lose('attributes', 'attributes', 'values of attributes', `${place}: ${name}`)
      if (note !== undefined) lose('notes', 'notes', 'notes on annotations', place)
      if (created !== undefined) lose('timestamps', 'timestamps', 'when annotations were made', place)
      if (modified !== undefined) lose('timestamps', 'timestamps', 'when annotations were last changed', place)
      if (fragments.length > 1) lose('fragments', 'fragments', 'discontinuous spans', place)
      lose('ids', 'ids', 'ids of annotations', place)
      if (hasForeignExtra(annotation, format)) lose('extra', 'extra', 'data of other formats on annotations', place)
    }
    for (const relation of set.relations) {
      lose('relations', 'relations', 'relations', `${document.name}: ${relation.type}`)
      if (hasForeignExtra(relation, format)) lose('extra', 'extra', 'data of other formats on relations', `${document.name}: ${relation.type}`)
    }
  }
}

/** Counts what of a scheme is lost when none of it is written. */
export function loseScheme(losses: Losses, scheme: Scheme): void {
  losses.add('scheme', 'labels, attributes and relations of the codebook', undefined, scheme.labels.length + scheme.attributes.length + scheme.relations.length)
}

/** How a receipt names an annotation: `talks/a.txt, “will deliver 40 ambulances”`. */
export function exampleOf(document: { readonly name: string }, annotation: InterchangeAnnotation): string {
  const quote = joinedQuote(annotation, ' … ')
  return `${document.name}, “${quote.length > 60 ? `${quote.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : quote}”`
}
