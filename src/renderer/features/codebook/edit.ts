import { newId, type Environment } from '../../../core/model/environment.ts'
import { tintSchema, underlineSchema, type Attribute, type ChoiceValue, type Codebook, type Label, type RelationType, type Tint, type Underline } from '../../../core/model/codebook.ts'
import { fold } from '../../../core/query/article-list.ts'

/** A readable id that is not taken; a random one where the name has nothing to make one from. It never changes afterwards. */
export function freshId(name: string, taken: readonly string[], environment: Environment): string {
  const slug = fold(name).replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '').slice(0, 60)
  if (slug === '') return newId(environment)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}_${number}`
    if (!taken.includes(id)) return id
  }
}

const inUse = (label: Label) => label.active && label.retired !== true

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

/** What keeps a label from being saved. Keys and looks must be its own among active labels, names among all. */
export function labelProblems(label: Label, codebook: Codebook): LabelProblems {
  const others = codebook.labels.filter(({ id }) => id !== label.id)
  const rivals = label.active ? others.filter(inUse) : []
  const sameKey = rivals.find(({ key }) => label.key !== undefined && key?.toLowerCase() === label.key.toLowerCase())
  const sameLook = rivals.find(({ tint, underline }) => tint === label.tint && underline === label.underline)
  return {
    ...(label.name.trim() === '' ? { name: 'missing' } : others.some(({ name }) => fold(name.trim()) === fold(label.name.trim())) ? { name: 'taken' } : {}),
    ...(label.key !== undefined && !/^[\p{L}\p{N}]$/u.test(label.key) ? { key: 'wrong' } : sameKey ? { key: { takenBy: sameKey.name } } : {}),
    ...(sameLook ? { look: { takenBy: sameLook.name } } : {}),
  }
}

/** The codebook with this label in the place of the one with its id, or at the end. */
export function withLabel(codebook: Codebook, label: Label): Codebook {
  return { ...codebook, labels: replaced(codebook.labels, label) }
}

/** The same for an attribute; a link gets its relation if that is not there yet. */
export function withAttribute(codebook: Codebook, attribute: Attribute): Codebook {
  const relation = attribute.relation
  const known = relation === undefined || codebook.relations.some(({ id }) => id === relation)
  const made: RelationType[] = known ? [] : [{ id: relation, name: attribute.name, definition: attribute.help, from: attribute.labels, to: [] }]
  return { ...codebook, attributes: replaced(codebook.attributes, attribute), relations: [...codebook.relations, ...made] }
}

function replaced<T extends { readonly id: string }>(items: readonly T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item]
}

/** One value a line; a value that was there keeps its id and definition, one that is gone is retired, because annotations may have it. */
export function valuesFromLines(lines: string, before: readonly ChoiceValue[], environment: Environment): ChoiceValue[] {
  const names = [...new Set(linesOf(lines))]
  const taken = before.map(({ id }) => id)
  const kept = names.map((name) => {
    const known = before.find((value) => value.name === name)
    if (known) return withoutRetired(known)
    const id = freshId(name, taken, environment)
    taken.push(id)
    return { id, name }
  })
  const gone = before.filter(({ name }) => !names.includes(name)).map((value) => ({ ...value, retired: true }))
  return [...kept, ...gone]
}

function withoutRetired(value: ChoiceValue): ChoiceValue {
  const { retired: _, ...rest } = value
  return rest
}

export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}
