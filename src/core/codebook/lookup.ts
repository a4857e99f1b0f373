import type { Annotation } from '../model/annotation.ts'
import type { Attribute, ChoiceValue, Codebook, Label, RelationType } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'

type Aliased = Codebook['aliases'][number]['kind']

/**
 * The id that a stored id is read as. Merges can follow each other, so aliases are followed to the end; a circle ends
 * where it began. `attribute` says whose value it is, for the kind `value`.
 */
export function resolveId(codebook: Codebook, kind: Aliased, id: string, attribute?: string): string {
  // Asked for thousands of times over when an article is opened, of a codebook that has seldom merged anything.
  if (codebook.aliases.length === 0) return id
  const seen = new Set<string>()
  let current = id
  while (!seen.has(current)) {
    seen.add(current)
    const next = codebook.aliases.find(
      (alias) =>
        alias.kind === kind &&
        alias.from === current &&
        (alias.attribute === undefined || alias.attribute === attribute),
    )
    if (!next) return current
    current = next.to
  }
  return id
}

function find<T extends { readonly id: string }>(items: readonly T[], id: string, target: string): T | undefined {
  return items.find((item) => item.id === target) ?? items.find((item) => item.id === id)
}

/** The label that an id stands for now, retired ones included. */
export function labelById(codebook: Codebook, id: string): Label | undefined {
  return find(codebook.labels, id, resolveId(codebook, 'label', id))
}

export function attributeById(codebook: Codebook, id: string): Attribute | undefined {
  return find(codebook.attributes, id, resolveId(codebook, 'attribute', id))
}

export function relationTypeById(codebook: Codebook, id: string): RelationType | undefined {
  return find(codebook.relations, id, resolveId(codebook, 'relation', id))
}

/** The value of a choice, choices or scale that an id stands for now, retired ones included. */
export function choiceById(codebook: Codebook, attribute: Attribute, id: string): ChoiceValue | undefined {
  return find(attribute.values ?? [], id, resolveId(codebook, 'value', id, attribute.id))
}

export function sectorById(codebook: Codebook, id: string): ChoiceValue | undefined {
  return codebook.sectors.find((sector) => sector.id === id)
}

/** Labels that can be given to a selection now. */
export function offeredLabels(codebook: Codebook): Label[] {
  return codebook.labels.filter((label) => label.active && !label.retired)
}

/** The label that a key gives; capitals and small letters are the same key. */
export function labelByKey(codebook: Codebook, key: string): Label | undefined {
  return offeredLabels(codebook).find((label) => label.key?.toLowerCase() === key.toLowerCase())
}

/** Names to show; an id that the codebook does not know is shown as it is. */
export function nameOfLabel(codebook: Codebook, id: string): string {
  return labelById(codebook, id)?.name ?? id
}

export function nameOfAttribute(codebook: Codebook, id: string): string {
  return attributeById(codebook, id)?.name ?? id
}

export function nameOfRelation(codebook: Codebook, id: string): string {
  return relationTypeById(codebook, id)?.name ?? id
}

export function nameOfChoice(codebook: Codebook, attribute: Attribute, id: string): string {
  return choiceById(codebook, attribute, id)?.name ?? id
}

/**
 * The value of an attribute and the key it is stored under, which is an older id where attributes were merged. What is
 * stored under the attribute's own id comes first.
 */
export function storedValue(
  codebook: Codebook,
  attributes: Annotation['attributes'],
  attributeId: string,
): { readonly key: string; readonly value: Value } | undefined {
  const own = attributes[attributeId]
  if (own) return { key: attributeId, value: own }
  if (codebook.aliases.length === 0) return undefined
  const merged = Object.entries(attributes).find(([key]) => resolveId(codebook, 'attribute', key) === attributeId)
  return merged && { key: merged[0], value: merged[1] }
}
