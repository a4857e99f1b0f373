import type { Annotation, Relation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import { attributeById, labelById, relationTypeById } from '../../codebook/lookup.ts'
import type { Attribute, Codebook } from '../../model/codebook.ts'
import type { Value } from '../../model/value.ts'
import type { Extra, InterchangeAnnotation, InterchangeDocument, InterchangeRelation, InterchangeSet, Scheme } from '../interchange.ts'
import { isObject } from '../json-lines.ts'

/** How things of a codebook are called outside: by name, or by id where two have the same name. */
export interface CodebookNames {
  readonly label: (id: string) => string
  readonly attribute: (id: string) => string
  readonly relation: (id: string) => string
  readonly value: (attribute: Attribute | undefined, value: Value) => Value
  readonly scheme: Scheme
}

/** Colours of label tints as hex, for tools that want one: those of the light theme. */
const COLORS = { blue: '#3b73c4', orange: '#c2671a', teal: '#1f8a84', rose: '#c24a6e', gold: '#a67c00', violet: '#7a5bc2', green: '#3f8a3a', slate: '#64748b' } as const

export function namesOf(codebook: Codebook): CodebookNames {
  const [labels, attributes, relations] = [unambiguous(codebook.labels), unambiguous(codebook.attributes), unambiguous(codebook.relations)]
  const label = (id: string) => labels.get(labelById(codebook, id)?.id ?? id) ?? id
  const attribute = (id: string) => attributes.get(attributeById(codebook, id)?.id ?? id) ?? id
  const relation = (id: string) => relations.get(relationTypeById(codebook, id)?.id ?? id) ?? id
  const choices = new Map(codebook.attributes.map((one) => [one.id, unambiguous(one.values ?? [])]))
  const value = (of: Attribute | undefined, stored: Value): Value => {
    const names = of && ['choice', 'choices', 'scale'].includes(of.type) ? choices.get(of.id) : undefined
    if (!names || !('value' in stored)) return stored
    const { value: payload } = stored
    if (typeof payload === 'string') return { ...stored, value: names.get(payload) ?? payload }
    return Array.isArray(payload) ? { ...stored, value: payload.map((item) => (typeof item === 'string' ? (names.get(item) ?? item) : item)) as typeof payload } : stored
  }
  const scheme: Scheme = {
    name: codebook.name,
    labels: codebook.labels.filter(({ retired }) => retired !== true).map((one) => ({
      name: label(one.id),
      id: one.id,
      color: COLORS[one.tint],
      kind: one.kind,
      ...(one.definition !== '' && { definition: one.definition }),
      ...(one.key !== undefined && { key: one.key }),
    })),
    attributes: codebook.attributes.filter(({ retired, type }) => retired !== true && type !== 'link').map((one) => ({
      name: attribute(one.id),
      id: one.id,
      type: one.type,
      labels: one.labels.map(label),
      ...(one.help !== '' && { definition: one.help }),
      ...(one.values && { values: one.values.filter(({ retired }) => retired !== true).map((item) => ({ name: choices.get(one.id)?.get(item.id) ?? item.id, id: item.id, ...(item.definition !== undefined && { definition: item.definition }) })) }),
    })),
    relations: codebook.relations.filter(({ retired }) => retired !== true).map((one) => ({ name: relation(one.id), id: one.id, from: one.from.map(label), to: one.to.map(label), ...(one.definition !== '' && { definition: one.definition }) })),
  }
  return { label, attribute, relation, value, scheme }
}

function unambiguous(items: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { name } of items) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(items.map(({ id, name }) => [id, counts.get(name) === 1 ? name : id]))
}

export interface ExportArticle {
  readonly path: string
  readonly text: string
  readonly metadata: Readonly<Record<string, unknown>>
}

/** What an import keeps for the format it came from, so that it can be written again: under the format’s name in `extra`. */
export interface Kept {
  readonly foreign_id?: string
  readonly of_set?: unknown
  readonly of_document?: unknown
}

/** The article with the sets of its annotators, in the words of the codebook. `format` gets back what an import kept for it. */
export function toInterchange(article: ExportArticle, sets: readonly AnnotationSet[], codebook: Codebook, names: CodebookNames, format: string): InterchangeDocument {
  const documentExtra = sets.flatMap(({ annotations }) => annotations).map((annotation) => keptOf(annotation, format)?.of_document).find(isObject)
  return {
    name: article.path,
    text: article.text,
    metadata: article.metadata,
    sets: sets.map((set) => setOf(set, codebook, names, format)),
    ...(documentExtra && { extra: { [format]: documentExtra } }),
  }
}

function setOf(set: AnnotationSet, codebook: Codebook, names: CodebookNames, format: string): InterchangeSet {
  const ids = foreignIds(set.annotations, format)
  const relationIds = foreignIds(set.relations, format)
  const setExtra = set.annotations.map((annotation) => keptOf(annotation, format)?.of_set).find(isObject)
  const extra = { ...set.extra, ...(setExtra && { [format]: setExtra }) }
  return {
    annotator: set.annotator.name,
    ...(set.state.status === 'done' && { status: 'done' as const }),
    ...(set.state.note !== undefined && { note: set.state.note }),
    annotations: set.annotations.map((annotation): InterchangeAnnotation => ({
      id: ids.get(annotation.id) ?? annotation.id,
      label: names.label(annotation.label),
      fragments: annotation.fragments,
      attributes: Object.fromEntries(Object.entries(annotation.attributes).map(([id, value]) => [names.attribute(id), names.value(attributeById(codebook, id), value)])),
      ...(annotation.note !== undefined && { note: annotation.note }),
      created: annotation.created,
      modified: annotation.modified,
      ...extraWithout(annotation, format),
    })),
    relations: set.relations.filter(({ from }) => from.article === set.article.path).map((relation): InterchangeRelation => ({
      id: relationIds.get(relation.id) ?? relation.id,
      type: names.relation(relation.type),
      from: { annotation: ids.get(relation.from.annotation) ?? relation.from.annotation },
      to: relation.to.article === set.article.path ? { annotation: ids.get(relation.to.annotation) ?? relation.to.annotation } : { annotation: relation.to.annotation, document: relation.to.article },
      created: relation.created,
      modified: relation.modified,
      ...extraWithout(relation, format),
    })),
    ...(Object.keys(extra).length > 0 && { extra }),
  }
}

function keptOf(record: Annotation | Relation, format: string): Kept | null {
  const own = record.extra?.[format]
  return isObject(own) ? own : null
}

/** Ids as the format had them, where they are still each its own. */
function foreignIds(records: readonly (Annotation | Relation)[], format: string): Map<string, string> {
  const found = new Map<string, string>()
  const taken = new Set(records.map(({ id }) => id))
  for (const record of records) {
    const id = keptOf(record, format)?.foreign_id
    if (typeof id !== 'string' || taken.has(id)) continue
    taken.add(id)
    found.set(record.id, id)
  }
  return found
}

function extraWithout(record: Annotation | Relation, format: string): { extra?: Extra } {
  if (!record.extra) return {}
  const { [format]: own, ...others } = record.extra
  const { foreign_id: _id, of_set: _set, of_document: _document, ...rest } = isObject(own) ? own : {}
  const extra = { ...others, ...(Object.keys(rest).length > 0 && { [format]: rest }) }
  return Object.keys(extra).length > 0 ? { extra } : {}
}
