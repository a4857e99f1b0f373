import type { Attribute, ChoiceValue, Codebook } from '../../model/codebook.ts'
import { withRetired } from './items.ts'
import type { Uses } from './uses.ts'

/**
 * An earlier version as the next one. What came since and is in use already stays, retired, so that every annotation
 * can still be read. `parent` and `change` are the caller's to fill in.
 */
export function goBack(now: Codebook, earlier: Codebook, uses: readonly Uses[]): Codebook {
  const used = (table: 'labels' | 'attributes' | 'relations', id: string) => uses.some((each) => (each[table][id] ?? 0) > 0)
  const usedValue = (attribute: string, id: string) => uses.some((each) => (each.values[attribute]?.[id] ?? 0) > 0)
  /** Merged away in the earlier version, so that it reads them as something else already. */
  const merged = (kind: Codebook['aliases'][number]['kind'], id: string, attribute?: string) =>
    earlier.aliases.some((alias) => alias.kind === kind && alias.from === id && (attribute === undefined || alias.attribute === undefined || alias.attribute === attribute))
  const since = <T extends { readonly id: string; readonly retired?: boolean | undefined }>(table: 'labels' | 'attributes' | 'relations', kind: 'label' | 'attribute' | 'relation', items: readonly T[], before: readonly T[]): T[] =>
    items
      .filter(({ id }) => !before.some((item) => item.id === id) && used(table, id) && !merged(kind, id))
      .map((item) => withRetired(item, true))

  const labels = [...earlier.labels, ...since('labels', 'label', now.labels, earlier.labels)]
  const kept = since('attributes', 'attribute', now.attributes, earlier.attributes)
  const relations = [
    ...earlier.relations,
    ...since('relations', 'relation', now.relations, earlier.relations),
  ]
  const neededByLinks = now.relations.filter(({ id }) => kept.some(({ relation }) => relation === id) && !relations.some((relation) => relation.id === id))
  const allRelations = [...relations, ...neededByLinks.map((relation) => withRetired(relation, true))]
  const isLabel = (id: string) => labels.some((label) => label.id === id) || merged('label', id)
  const withValues = (attribute: Attribute): Attribute => {
    const later = now.attributes.find(({ id }) => id === attribute.id)
    const added = (later?.values ?? []).filter(
      ({ id }) => !attribute.values?.some((value) => value.id === id) && usedValue(attribute.id, id) && !merged('value', id, attribute.id),
    )
    if (added.length === 0) return attribute
    return { ...attribute, values: [...(attribute.values ?? []), ...added.map((value): ChoiceValue => withRetired(value, true))] }
  }
  const sectors = now.sectors
    .filter(({ id }) => !earlier.sectors.some((sector) => sector.id === id) && uses.some(({ entities }) => entities.some(({ sector }) => sector === id)))
    .map((sector) => withRetired(sector, true))
  return {
    ...earlier,
    labels,
    attributes: [...earlier.attributes.map(withValues), ...kept.map((attribute) => standalone(attribute, isLabel))],
    sectors: [...earlier.sectors, ...sectors],
    relations: allRelations.map((relation) => ({ ...relation, from: relation.from.filter(isLabel), to: relation.to.filter(isLabel) })),
  }
}

/** A retired attribute asks for nothing and fills nothing in, so it depends on nothing that may be gone. */
function standalone(attribute: Attribute, isLabel: (id: string) => boolean): Attribute {
  const { required_when: _when, default: _rule, ...rest } = attribute
  const values = rest.values?.some(({ retired }) => retired !== true) === false ? rest.values.map((value) => withRetired(value, false)) : rest.values
  return { ...rest, labels: rest.labels.filter(isLabel), ...(values ? { values } : {}) }
}
