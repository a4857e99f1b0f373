import type { Attribute, Codebook, Label } from '../model/codebook.ts'
import { keyOf, nearestOf } from './nearest.ts'
import type { FilterName } from './query.ts'

/** The filters that every project has, by the key they are written with. */
export const FILTER_KEYS = ['label', 'annotator', 'date', 'status', 'article', 'outlet', 'is', 'has'] as const satisfies readonly FilterName[]
export type FilterKey = (typeof FILTER_KEYS)[number]

/** Of an article, as the list says it; `open` is all that is not done. */
export const STATUSES = ['not-started', 'in-progress', 'done', 'nothing-to-mark', 'open', 'in-review', 'returned', 'accepted'] as const
export const IS = ['incomplete', 'complete'] as const
export const HAS = ['note'] as const
/** What can be asked of every attribute beside its values. */
export const ANSWERS = ['any', 'not-stated', 'not-applicable', 'empty'] as const

export function isFilterKey(key: string): key is FilterKey {
  return FILTER_KEYS.some((known) => known === key)
}

/** Attributes that a query can ask for: those whose values are in the records themselves. */
export function askedAttributes(codebook: Codebook): Attribute[] {
  return codebook.attributes.filter(({ type }) => type !== 'link')
}

export function attributeNamed(codebook: Codebook, key: string): Attribute | undefined {
  return named(askedAttributes(codebook), key)
}

export function labelNamed(codebook: Codebook, name: string): Label | undefined {
  return named(codebook.labels, name)
}

export function named<T extends { readonly id: string; readonly name: string }>(items: readonly T[], given: string): T | undefined {
  const key = keyOf(given)
  return items.find(({ id }) => id === given) ?? items.find(({ id, name }) => keyOf(id) === key || keyOf(name) === key)
}

export function nearestName(items: readonly { readonly id: string; readonly name: string }[], given: string): string | null {
  return nearestOf(given, items.flatMap(({ id, name }) => [keyOf(name), id]))
}
