import type { Attribute, ChoiceValue, Codebook, Label, RegisteredEntity, RelationType } from '../../model/codebook.ts'

/** What a codebook lists. */
export interface Items {
  label: Label
  attribute: Attribute
  relation: RelationType
  rule: Codebook['rules'][number]
  example: Codebook['examples'][number]
  sector: ChoiceValue
  entity: RegisteredEntity
}
export type ItemKind = keyof Items

export const itemKinds = ['label', 'attribute', 'relation', 'rule', 'example', 'sector', 'entity'] as const satisfies readonly ItemKind[]

type Lists = { readonly [K in ItemKind]: (codebook: Codebook) => readonly Items[K][] }

const LISTS: Lists = {
  label: ({ labels }) => labels,
  attribute: ({ attributes }) => attributes,
  relation: ({ relations }) => relations,
  rule: ({ rules }) => rules,
  example: ({ examples }) => examples,
  sector: ({ sectors }) => sectors,
  entity: ({ entities }) => entities ?? [],
}

export function itemsOf<K extends ItemKind>(codebook: Codebook, kind: K): readonly Items[K][] {
  return LISTS[kind](codebook)
}

const PUT: { readonly [K in ItemKind]: (codebook: Codebook, items: Items[K][]) => Codebook } = {
  label: (codebook, labels) => ({ ...codebook, labels }),
  attribute: (codebook, attributes) => ({ ...codebook, attributes }),
  relation: (codebook, relations) => ({ ...codebook, relations }),
  rule: (codebook, rules) => ({ ...codebook, rules }),
  example: (codebook, examples) => ({ ...codebook, examples }),
  sector: (codebook, sectors) => ({ ...codebook, sectors }),
  entity: (codebook, entities) => {
    // A codebook that keeps none has no list: its bytes are those of one that never had any.
    const { entities: _, ...rest } = codebook
    return entities.length === 0 ? rest : { ...rest, entities }
  },
}

export function withItems<K extends ItemKind>(codebook: Codebook, kind: K, items: Items[K][]): Codebook {
  return PUT[kind](codebook, items)
}

/** The item in the place of the one with its id, or at the end. */
export function putItem<K extends ItemKind>(codebook: Codebook, kind: K, item: Items[K]): Codebook {
  return withItems(codebook, kind, replaced(itemsOf(codebook, kind), item))
}

export function replaced<T extends { readonly id: string }>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item]
}

/** The item at another place of its list, counted without it; past the ends is the end. */
export function moveItem(codebook: Codebook, kind: ItemKind, id: string, to: number): Codebook {
  return withItems(codebook, kind, moved(itemsOf(codebook, kind), id, to))
}

export function moved<T extends { readonly id: string }>(items: readonly T[], id: string, to: number): T[] {
  const item = items.find((other) => other.id === id)
  const rest = items.filter((other) => other.id !== id)
  return item ? rest.toSpliced(Math.max(0, to), 0, item) : rest
}

/** One place up (-1) or down (1) among those that are not retired, which are listed apart. */
export function moveBy<T extends { readonly id: string; readonly retired?: boolean | undefined }>(items: readonly T[], id: string, by: 1 | -1): T[] {
  const shown = items.filter(({ retired }) => retired !== true)
  const neighbour = shown[shown.findIndex((item) => item.id === id) + by]
  return neighbour && shown.some((item) => item.id === id) ? moved(items, id, items.indexOf(neighbour)) : [...items]
}

export function withRetired<T extends { readonly retired?: boolean | undefined }>(item: T, retired: boolean): T {
  const { retired: _, ...rest } = item
  // Left out rather than false, as the format has it.
  return (retired ? { ...rest, retired: true } : rest) as T
}
