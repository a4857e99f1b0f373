import type { Annotation, Relation } from '../model/annotation.ts'
import type { Attribute, Codebook, Condition, Stage } from '../model/codebook.ts'
import type { Payload } from '../model/value.ts'
import { labelById, resolveId, storedValue } from './lookup.ts'

const STAGES: readonly Stage[] = ['now', 'before_done', 'if_stated']

/**
 * What the inspector asks of an annotation, by stage and then in the codebook's order. Retired attributes and those of
 * other labels are left out, unless the annotation has a value for them: what is recorded is never hidden.
 */
export function attributesOf(
  codebook: Codebook,
  label: string,
  annotation?: Pick<Annotation, 'attributes'>,
): Attribute[] {
  const shown = codebook.attributes.filter((attribute) => {
    const offered = !attribute.retired && carries(codebook, attribute, label)
    return (
      offered || (annotation !== undefined && storedValue(codebook, annotation.attributes, attribute.id) !== undefined)
    )
  })
  return STAGES.flatMap((stage) => shown.filter((attribute) => attribute.stage === stage))
}

const offered = new WeakMap<Codebook, Map<string, readonly Attribute[]>>()

/** What `attributesOf` answers for a label alone; remembered, as it is the same for all annotations of the label. */
function offeredBy(codebook: Codebook, label: string): readonly Attribute[] {
  let known = offered.get(codebook)
  if (!known) offered.set(codebook, (known = new Map()))
  let made = known.get(label)
  if (!made) known.set(label, (made = attributesOf(codebook, label)))
  return made
}

/** Whether annotations with this label carry the attribute. */
export function carries(codebook: Codebook, attribute: Attribute, label: string): boolean {
  const target = labelById(codebook, label)?.id ?? label
  return attribute.labels.some((id) => id === target || resolveId(codebook, 'label', id) === target)
}

/** Ids of stored values that the codebook knows no attribute for, as after an import; to be shown, not lost. */
export function unknownAttributes(codebook: Codebook, annotation: Pick<Annotation, 'attributes'>): string[] {
  const known = new Set(codebook.attributes.map((attribute) => attribute.id))
  return Object.keys(annotation.attributes).filter(
    (id) => !known.has(id) && !known.has(resolveId(codebook, 'attribute', id)),
  )
}

/** Whether the attribute must be filled before the annotation is complete. */
export function isRequired(
  codebook: Codebook,
  attribute: Attribute,
  annotation: Pick<Annotation, 'attributes'>,
): boolean {
  if (attribute.stage !== 'if_stated') return true
  return attribute.required_when !== undefined && holds(codebook, attribute.required_when, annotation.attributes)
}

/**
 * Required and without a value. A default counts as a value, confirmed or not; so do not_stated and not_applicable. A
 * link is filled by a relation of its type that starts at the annotation. `relations` are those of the annotation's
 * set.
 */
export function missing(codebook: Codebook, annotation: Annotation, relations: readonly Relation[]): Attribute[] {
  return offeredBy(codebook, annotation.label).filter(
    (attribute) => isRequired(codebook, attribute, annotation) && !isFilled(codebook, attribute, annotation, relations),
  )
}

/** Nothing is missing. Unconfirmed defaults do not make an annotation incomplete. */
export function isComplete(codebook: Codebook, annotation: Annotation, relations: readonly Relation[]): boolean {
  return missing(codebook, annotation, relations).length === 0
}

export function isFilled(
  codebook: Codebook,
  attribute: Attribute,
  annotation: Pick<Annotation, 'id' | 'attributes'>,
  relations: readonly Relation[],
): boolean {
  const stored = storedValue(codebook, annotation.attributes, attribute.id)?.value
  if (stored) return stored.state === 'decided' || stored.state === 'default' ? !isBlank(stored.value) : true
  return attribute.type === 'link' && linksOf(codebook, attribute, annotation, relations).length > 0
}

/** The relations that a link attribute is a view of. */
export function linksOf(
  codebook: Codebook,
  attribute: Attribute,
  annotation: Pick<Annotation, 'id'>,
  relations: readonly Relation[],
): Relation[] {
  const type = attribute.relation
  if (type === undefined) return []
  return relations.filter(
    (relation) =>
      relation.from.annotation === annotation.id &&
      resolveId(codebook, 'relation', relation.type) === resolveId(codebook, 'relation', type),
  )
}

/** Ids (as stored) of the values that were filled in by rule and that nobody has confirmed. */
export function unconfirmed(annotation: Pick<Annotation, 'attributes'>): string[] {
  return Object.keys(annotation.attributes).filter((id) => annotation.attributes[id]?.state === 'default')
}

/** Whether the condition's attribute has a value, decided or default, that is or contains one of the condition's. */
export function holds(codebook: Codebook, condition: Condition, attributes: Annotation['attributes']): boolean {
  const stored = storedValue(codebook, attributes, resolveId(codebook, 'attribute', condition.attribute))?.value
  if (!stored || (stored.state !== 'decided' && stored.state !== 'default')) return false
  // Asked of every annotation of an article that is opened.
  if (typeof stored.value === 'string' && codebook.aliases.length === 0) return condition.equals.includes(stored.value)
  const meant = (id: string): string => resolveId(codebook, 'value', id, condition.attribute)
  return words(stored.value).some((id) => condition.equals.some((wanted) => meant(wanted) === meant(id)))
}

function words(payload: Payload): string[] {
  if (Array.isArray(payload)) return payload.map((item) => (typeof item === 'string' ? item : (item.code ?? item.name)))
  return typeof payload === 'object' ? [] : [String(payload)]
}

/** A value without content, as a cleared text field leaves it: it answers nothing. */
export function isBlank(payload: Payload): boolean {
  if (typeof payload === 'string') return payload.trim() === ''
  if (Array.isArray(payload)) return payload.length === 0
  if (typeof payload !== 'object') return false
  const { precision: _, ...rest } = { precision: undefined, ...payload }
  return Object.values(rest).every((item) => item === undefined || item === '')
}
