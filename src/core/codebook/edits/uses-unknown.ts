import type { Codebook } from '../../model/codebook.ts'
import type { Uses } from './uses.ts'

/** What is to be reckoned with where sets cannot be looked at: that everything in the codebook may be in use. */
export function usesUnknown({ labels, attributes, relations, sectors }: Codebook): Uses {
  const each = (items: readonly { readonly id: string }[]) => Object.fromEntries(items.map(({ id }) => [id, 1]))
  return {
    annotations: 0,
    labels: each(labels),
    attributes: each(attributes),
    values: Object.fromEntries(attributes.map(({ id, values }) => [id, each(values ?? [])])),
    relations: each(relations),
    entities: sectors.map(({ id }) => ({ name: id, sector: id, count: 1 })),
    both: 0,
  }
}
