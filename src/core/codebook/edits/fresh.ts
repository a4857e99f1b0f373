import { tintSchema, underlineSchema, type Codebook, type Label, type Tint, type Underline } from '../../model/codebook.ts'
import { newId, type Environment } from '../../model/environment.ts'
import { fold } from '../../query/article-list.ts'
import { itemsOf, type ItemKind } from './items.ts'

/** A readable id that is not taken; a random one where the name has nothing to make one from. It never changes afterwards. */
export function freshId(name: string, taken: readonly string[], environment: Environment): string {
  const slug = fold(name).replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '').slice(0, 60)
  if (slug === '') return newId(environment)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}_${number}`
    if (!taken.includes(id)) return id
  }
}

/** Ids that a new item may not have: also those that were merged away, which are read as something else for ever. */
export function takenIds(codebook: Codebook, kind: ItemKind): string[] {
  return [...itemsOf(codebook, kind).map(({ id }) => id), ...codebook.aliases.filter((alias) => alias.kind === kind).map(({ from }) => from)]
}

export const inUse = (label: Label) => label.active && label.retired !== true

/** The first pair of colour and underline that no active label has: colours first, so that few labels differ in both. */
export function freeLook(labels: readonly Label[]): { tint: Tint; underline: Underline } {
  const taken = new Set(labels.filter(inUse).map(({ tint, underline }) => `${tint} ${underline}`))
  for (const underline of underlineSchema.options) {
    for (const tint of tintSchema.options) {
      if (!taken.has(`${tint} ${underline}`)) return { tint, underline }
    }
  }
  return { tint: 'slate', underline: 'solid' }
}

export interface LabelProblems {
  readonly name?: 'missing' | 'taken'
  readonly key?: 'wrong' | { readonly takenBy: string }
  readonly look?: { readonly takenBy: string }
}

/** What keeps a label from being saved. Keys and looks must be its own among active labels, names among all that are not retired. */
export function labelProblems(label: Label, codebook: Codebook): LabelProblems {
  const others = codebook.labels.filter(({ id, retired }) => id !== label.id && retired !== true)
  const rivals = inUse(label) ? others.filter(inUse) : []
  const sameKey = rivals.find(({ key }) => label.key !== undefined && key?.toLowerCase() === label.key.toLowerCase())
  const sameLook = rivals.find(({ tint, underline }) => tint === label.tint && underline === label.underline)
  return {
    ...(label.name.trim() === '' ? { name: 'missing' } : isTaken(label.name, others) ? { name: 'taken' } : {}),
    ...(label.key !== undefined && !/^[\p{L}\p{N}]$/u.test(label.key) ? { key: 'wrong' } : sameKey ? { key: { takenBy: sameKey.name } } : {}),
    ...(sameLook ? { look: { takenBy: sameLook.name } } : {}),
  }
}

/** Whether one of these has the name, whatever its case and accents. */
export function isTaken(name: string, others: readonly { readonly name: string }[]): boolean {
  return others.some((other) => fold(other.name.trim()) === fold(name.trim()))
}
