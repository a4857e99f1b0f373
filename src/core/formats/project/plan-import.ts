import { verifyAnnotation } from '../../anchoring/verify.ts'
import { EMPTY_DIFF } from '../../annotating/diff.ts'
import { attributeById } from '../../codebook/lookup.ts'
import { compareAnnotations, type Annotation, type Relation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import { newId, timestamp, type Environment } from '../../model/environment.ts'
import { sameJson } from '../../model/equal.ts'
import type { SetDiff } from '../../model/gesture.ts'
import type { Value } from '../../model/value.ts'
import { contextOf } from '../../text/selector.ts'
import type { Refused } from '../adapter.ts'
import type { Extra, InterchangeAnnotation, InterchangeSet, ParsedDocument } from '../interchange.ts'
import { isObject } from '../json-lines.ts'
import type { Mapping } from './mapping.ts'
import { readForeignValue } from './read-value.ts'

export interface PlannedSet {
  readonly diff: SetDiff
  readonly added: number
  readonly relations: number
  /** The set has them already: same label, same places. */
  readonly there: number
  readonly refused: readonly Refused[]
}

export interface PlanContext {
  readonly article: string
  readonly text: string
  readonly format: string
  readonly mapping: Mapping
  readonly environment: Environment
}

/** What a foreign set adds to the annotator’s own on the same article. What is there already is not added twice. */
export function planSet(own: Pick<AnnotationSet, 'annotations' | 'relations' | 'state'>, document: ParsedDocument, foreign: InterchangeSet, context: PlanContext): PlannedSet {
  const { article, text, format, mapping, environment } = context
  const refused: Refused[] = []
  const drop = (what: string, why: string) => refused.push({ file: document.name, line: null, what, why })
  const ids = new Map<string, string>()
  const free = new Set(own.annotations)
  const added: Annotation[] = []
  let there = 0
  for (const annotation of foreign.annotations) {
    const label = mapping.labels.get(annotation.label) ?? null
    if (label === null) {
      drop(`annotation ${annotation.id}`, `the label ${annotation.label} is left out`)
      continue
    }
    const made = annotationOf(annotation, label, context, drop)
    const wrong = verifyAnnotation(text, made)
    if (wrong !== null) {
      drop(`annotation ${annotation.id}`, wrong.slice(wrong.indexOf(': ') + 2))
      continue
    }
    const same = [...free].find((candidate) => candidate.label === label && sameJson(candidate.fragments, made.fragments))
    if (same) {
      free.delete(same)
      ids.set(annotation.id, same.id)
      there += 1
      continue
    }
    ids.set(annotation.id, made.id)
    added.push(made)
  }
  const relations: Relation[] = []
  for (const relation of foreign.relations) {
    const type = mapping.relations.get(relation.type) ?? null
    const [from, to] = [ids.get(relation.from.annotation), relation.to.document === undefined ? ids.get(relation.to.annotation) : undefined]
    if (type === null) drop(`relation ${relation.id}`, `the relation ${relation.type} is left out`)
    else if (relation.to.document !== undefined) drop(`relation ${relation.id}`, 'it leads to another document')
    else if (from === undefined || to === undefined) drop(`relation ${relation.id}`, 'an annotation that it needs was not taken')
    else if (![...own.relations, ...relations].some((known) => known.type === type && known.from.annotation === from && known.to.annotation === to)) {
      const now = timestamp(environment.now())
      relations.push({ id: newId(environment), type, from: { article, annotation: from }, to: { article, annotation: to }, created: relation.created ?? now, modified: relation.modified ?? now, ...keep(relation.extra, format, { foreign_id: relation.id }) })
    }
  }
  for (const name of Object.keys(foreign.values ?? {})) drop(`value ${name}`, 'it is about the whole document, for which Concord has no place')
  const [first, ...rest] = added
  const carrier = first && withCarried(first, document, foreign, format)
  const annotations = (carrier ? [carrier, ...rest] : added).toSorted(compareAnnotations)
  const reopened = own.state.status === 'done' && (annotations.length > 0 || relations.length > 0)
  const state = reopened ? { from: own.state, to: { ...own.state, status: 'in_progress' as const, changed: timestamp(environment.now()) } } : null
  return {
    diff: { ...EMPTY_DIFF, annotations: { added: annotations, updated: [], removed: [] }, relations: { added: relations, updated: [], removed: [] }, state },
    added: annotations.length,
    relations: relations.length,
    there,
    refused,
  }
}

function annotationOf(annotation: InterchangeAnnotation, label: string, { text, format, mapping, environment }: PlanContext, drop: (what: string, why: string) => void): Annotation {
  const attributes: [string, Value][] = []
  for (const [name, value] of Object.entries(annotation.attributes)) {
    const id = mapping.attributes.get(name) ?? null
    const attribute = id === null ? undefined : attributeById(mapping.codebook, id)
    const what = `${name} of annotation ${annotation.id}`
    if (!attribute) {
      drop(what, `the attribute ${name} is left out`)
      continue
    }
    const read = readForeignValue(mapping.codebook, attribute, value, mapping.values[name] ?? {})
    if (typeof read === 'string') drop(what, read)
    else if (!attribute.labels.includes(label)) drop(what, `the label ${label} has no attribute ${attribute.name} in the codebook`)
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
function withCarried(annotation: Annotation, document: ParsedDocument, foreign: InterchangeSet, format: string): Annotation {
  const [set, whole] = [foreign.extra?.[format], document.extra?.[format]]
  if (!isObject(set) && !isObject(whole)) return annotation
  return { ...annotation, ...keep(annotation.extra, format, { ...(isObject(set) && { of_set: set }), ...(isObject(whole) && { of_document: whole }) }) }
}
