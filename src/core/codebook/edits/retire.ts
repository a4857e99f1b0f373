import type { Attribute, Codebook, Condition } from '../../model/codebook.ts'
import { freeLook, inUse } from './fresh.ts'
import { itemsOf, putItem, withItems, withRetired, type ItemKind } from './items.ts'

/** What is retired rather than removed, because annotations may name it. */
export type Retirable = 'label' | 'attribute' | 'relation' | 'sector'

export function retire(codebook: Codebook, kind: Retirable, id: string): Codebook {
  return withRetiredItem(codebook, kind, id, true)
}

/** Offered again. A label whose key or look another one has by now gets a free look, and no key. */
export function restore(codebook: Codebook, kind: Retirable, id: string): Codebook {
  const restored = withRetiredItem(codebook, kind, id, false)
  const label = kind === 'label' ? restored.labels.find((each) => each.id === id) : undefined
  if (!label || !inUse(label)) return restored
  const rivals = restored.labels.filter((other) => other.id !== id && inUse(other))
  const { key, ...rest } = label
  const keyIsFree = key !== undefined && !rivals.some((other) => other.key?.toLowerCase() === key.toLowerCase())
  const lookIsFree = !rivals.some(({ tint, underline }) => tint === label.tint && underline === label.underline)
  return putItem(restored, 'label', { ...rest, ...(keyIsFree ? { key } : {}), ...(lookIsFree ? {} : freeLook(rivals)) })
}

function withRetiredItem(codebook: Codebook, kind: Retirable, id: string, retired: boolean): Codebook {
  const item = itemsOf(codebook, kind).find((each) => each.id === id)
  return item ? putItem(codebook, kind, withRetired(item, retired)) : codebook
}

/** A value that is no longer offered is no longer filled in either. */
export function retireValue(codebook: Codebook, attributeId: string, valueId: string): Codebook {
  return changeValues(codebook, attributeId, (attribute) => withoutDefault({ ...attribute, values: valuesWith(attribute, valueId, true) }, valueId))
}

export function restoreValue(codebook: Codebook, attributeId: string, valueId: string): Codebook {
  return changeValues(codebook, attributeId, (attribute) => ({ ...attribute, values: valuesWith(attribute, valueId, false) }))
}

function valuesWith({ values = [] }: Attribute, id: string, retired: boolean) {
  return values.map((value) => (value.id === id ? withRetired(value, retired) : value))
}

function changeValues(codebook: Codebook, id: string, change: (attribute: Attribute) => Attribute): Codebook {
  return withItems(codebook, 'attribute', codebook.attributes.map((attribute) => (attribute.id === id ? change(attribute) : attribute)))
}

function withoutDefault(attribute: Attribute, valueId: string): Attribute {
  const { default: rule, ...rest } = attribute
  if (rule?.rule !== 'value') return attribute
  const { value } = rule
  if (value === valueId) return rest
  if (!Array.isArray(value)) return attribute
  const kept = value.filter((item): item is string => typeof item === 'string' && item !== valueId)
  if (kept.length === value.length || value.some((item) => typeof item !== 'string')) return attribute
  return kept.length === 0 ? rest : { ...rest, default: { ...rule, value: kept } }
}

/**
 * Without the item, and without what named it. Only for what no annotation names: rules, worked examples, entities, and
 * whatever no saved version has had.
 */
export function remove(codebook: Codebook, kind: ItemKind, id: string): Codebook {
  const rest = withItems(codebook, kind, itemsOf(codebook, kind).filter((item) => item.id !== id))
  const aliases = rest.aliases.filter((alias) => !(alias.kind === kind && alias.to === id) && !(kind === 'attribute' && alias.attribute === id))
  return unnamed({ ...rest, aliases }, kind, id)
}

function unnamed(codebook: Codebook, kind: ItemKind, id: string): Codebook {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id)
  switch (kind) {
    case 'label':
      return {
        ...codebook,
        attributes: codebook.attributes.map((attribute) => ({ ...attribute, labels: without(attribute.labels) })),
        relations: codebook.relations.map((relation) => ({ ...relation, from: without(relation.from), to: without(relation.to) })),
      }
    case 'attribute':
      return { ...codebook, attributes: codebook.attributes.map((attribute) => withoutConditionOn(attribute, id)) }
    case 'sector':
      return withItems(codebook, 'entity', itemsOf(codebook, 'entity').map(({ sector, ...entity }) => (sector === undefined || sector === id ? entity : { ...entity, sector })))
    default:
      return codebook
  }
}

function withoutConditionOn(attribute: Attribute, id: string): Attribute {
  const { required_when, default: rule, ...rest } = attribute
  const named = (condition: Condition | undefined) => condition?.attribute === id
  const { unless, ...always } = rule ?? {}
  const counts = rule?.rule === 'form_from_actors' && (rule.attribute ?? 'actor') === id
  const kept = !rule || counts ? undefined : named(unless) ? (always as Attribute['default']) : rule
  return { ...rest, ...(required_when && !named(required_when) ? { required_when } : {}), ...(kept ? { default: kept } : {}) }
}
