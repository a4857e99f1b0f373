import { verifyAnnotation } from '../../anchoring/verify.ts'
import { EMPTY_DIFF } from '../../annotating/diff.ts'
import { attributeById } from '../../codebook/lookup.ts'
import { compareAnnotations, type Annotation, type Relation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import { newId, timestamp, type Environment } from '../../model/environment.ts'
import type { SetDiff } from '../../model/gesture.ts'
import type { Value } from '../../model/value.ts'
import { contextOf } from '../../text/selector.ts'
import type { Refused } from '../adapter.ts'
import type { Extra, InterchangeAnnotation, InterchangeSet, ParsedDocument } from '../interchange.ts'
import { isObject } from '../json-lines.ts'
import type { FilePlace } from '../origins.ts'
import { pushTo } from '../push-to.ts'
import type { Mapping } from './mapping.ts'
import { readForeignValue } from './read-value.ts'

export interface PlannedSet {
  readonly diff: SetDiff
  readonly added: number
  readonly relations: number
  /** The set has them already: same label, same places. */
  readonly there: number
  /** Foreign id of each annotation that was taken or is there already → the annotation of the set. */
  readonly became: ReadonlyMap<string, { readonly annotation: string; readonly how: 'added' | 'there' }>
  readonly refused: readonly Refused[]
}

export interface PlanContext {
  readonly article: string
  readonly text: string
  readonly format: string
  readonly mapping: Mapping
  readonly environment: Environment
  /** Where a foreign record stands in its file. */
  readonly where?: ((id: string | null) => FilePlace) | undefined
}

type Drop = (id: string | null, what: string, why: string) => void

/** What a foreign set adds to the annotator’s own on the same article. What is there already is not added twice. */
export function planSet(own: Pick<AnnotationSet, 'annotations' | 'relations' | 'state'>, document: Pick<ParsedDocument, 'name' | 'extra'>, foreign: InterchangeSet, context: PlanContext): PlannedSet {
  const { article, text, format, mapping, environment } = context
  const refused: Refused[] = []
  const drop: Drop = (id, what, why) => void refused.push({ ...(context.where?.(id) ?? { file: document.name, line: null }), what, why })
  const became = new Map<string, { annotation: string; how: 'added' | 'there' }>()
  const free = new Map<string, string[]>()
  for (const annotation of own.annotations) pushTo(free, placeOf(annotation), annotation.id)
  const added: Annotation[] = []
  for (const annotation of foreign.annotations) {
    const label = mapping.labels.get(annotation.label) ?? null
    if (label === null) {
      drop(annotation.id, `annotation ${annotation.id}`, `the label ${annotation.label} is left out`)
      continue
    }
    const made = annotationOf(annotation, label, context, drop)
    const wrong = verifyAnnotation(text, made)
    if (wrong !== null) {
      drop(annotation.id, `annotation ${annotation.id}`, wrong.slice(wrong.indexOf(': ') + 2))
      continue
    }
    const same = free.get(placeOf(made))?.shift()
    became.set(annotation.id, same === undefined ? { annotation: made.id, how: 'added' } : { annotation: same, how: 'there' })
    if (same === undefined) added.push(made)
  }
  const relations: Relation[] = []
  const linked = new Set(own.relations.map(({ type, from, to }) => linkOf(type, from.annotation, to.annotation)))
  for (const relation of foreign.relations) {
    const type = mapping.relations.get(relation.type) ?? null
    const [from, to] = [became.get(relation.from.annotation), relation.to.document === undefined ? became.get(relation.to.annotation) : undefined]
    const what = `relation ${relation.id}`
    if (type === null) drop(relation.id, what, `the relation ${relation.type} is left out`)
    else if (relation.to.document !== undefined) drop(relation.id, what, 'it leads to another document')
    else if (from === undefined || to === undefined) drop(relation.id, what, 'an annotation that it needs was not taken')
    else if (!linked.has(linkOf(type, from.annotation, to.annotation))) {
      linked.add(linkOf(type, from.annotation, to.annotation))
      const now = timestamp(environment.now())
      relations.push({ id: newId(environment), type, from: { article, annotation: from.annotation }, to: { article, annotation: to.annotation }, created: relation.created ?? now, modified: relation.modified ?? now, ...keep(relation.extra, format, { foreign_id: relation.id }) })
    }
  }
  for (const name of Object.keys(foreign.values ?? {})) drop(null, `value ${name}`, 'it is about the whole document, for which Concord has no place')
  const [first, ...rest] = added
  const carrier = first && withCarried(first, document, foreign, format)
  const annotations = (carrier ? [carrier, ...rest] : added).toSorted(compareAnnotations)
  const reopened = own.state.status === 'done' && (annotations.length > 0 || relations.length > 0)
  const state = reopened ? { from: own.state, to: { ...own.state, status: 'in_progress' as const, changed: timestamp(environment.now()) } } : null
  return {
    diff: { ...EMPTY_DIFF, annotations: { added: annotations, updated: [], removed: [] }, relations: { added: relations, updated: [], removed: [] }, state },
    added: annotations.length,
    relations: relations.length,
    there: [...became.values()].filter(({ how }) => how === 'there').length,
    became,
    refused,
  }
}

function annotationOf(annotation: InterchangeAnnotation, label: string, { text, format, mapping, environment }: PlanContext, drop: Drop): Annotation {
  const attributes: [string, Value][] = []
  for (const [name, value] of Object.entries(annotation.attributes)) {
    const id = mapping.attributes.get(name) ?? null
    const attribute = id === null ? undefined : attributeById(mapping.codebook, id)
    const what = `${name} of annotation ${annotation.id}`
    if (!attribute) {
      drop(annotation.id, what, `the attribute ${name} is left out`)
      continue
    }
    const read = readForeignValue(mapping.codebook, attribute, value, mapping.values[name] ?? {})
    if (typeof read === 'string') drop(annotation.id, what, read)
    else if (!attribute.labels.includes(label)) drop(annotation.id, what, `the label ${label} has no attribute ${attribute.name} in the codebook`)
    else attributes.push([attribute.id, read])
  }
  const now = timestamp(environment.now())
  const [start, end] = [annotation.fragments[0]?.start ?? 0, annotation.fragments.at(-1)?.end ?? 0]
  return {
    id: newId(environment),
    label,
    fragments: joined(annotation.fragments),
    ...contextOf(text, start, end),
    attributes: Object.fromEntries(attributes),
    ...(annotation.note !== undefined && { note: annotation.note }),
    created: annotation.created ?? now,
    modified: annotation.modified ?? annotation.created ?? now,
    ...keep(annotation.extra, format, { foreign_id: annotation.id }),
  }
}

/** What makes an annotation of the set the same as one that comes: its quote follows from its place. */
function placeOf({ label, fragments }: Pick<Annotation, 'label' | 'fragments'>): string {
  return `${label}\n${fragments.map(({ start, end }) => `${start}-${end}`).join(' ')}`
}

function linkOf(type: string, from: string, to: string): string {
  return `${type}\n${from}\n${to}`
}

/** Pieces that touch are one piece. */
function joined(fragments: InterchangeAnnotation['fragments']): Annotation['fragments'] {
  const pieces: Annotation['fragments'] = []
  for (const { start, end, quote } of fragments) {
    const last = pieces.at(-1)
    if (last && last.end === start) pieces.splice(-1, 1, { start: last.start, end, quote: last.quote + quote })
    else pieces.push({ start, end, quote })
  }
  return pieces
}

function keep(extra: Extra | undefined, format: string, kept: Readonly<Record<string, unknown>>): { extra: Record<string, unknown> } {
  const own = extra?.[format]
  return { extra: { ...extra, [format]: { ...(isObject(own) ? own : {}), ...kept } } }
}

/** What the format has about the set and the document rides on the first annotation: sets have no history of their own for it. */
function withCarried(annotation: Annotation, document: Pick<ParsedDocument, 'extra'>, foreign: InterchangeSet, format: string): Annotation {
  const [set, whole] = [foreign.extra?.[format], document.extra?.[format]]
  if (!isObject(set) && !isObject(whole)) return annotation
  return { ...annotation, ...keep(annotation.extra, format, { ...(isObject(set) && { of_set: set }), ...(isObject(whole) && { of_document: whole }) }) }
}
