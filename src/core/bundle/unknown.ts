import { attributeById, choiceById, labelById, relationTypeById } from '../codebook/lookup.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import { isAlike } from './names.ts'

export type UnknownKind = 'label' | 'attribute' | 'value' | 'relation'

/** Something that sets in a bundle use and the codebook here does not know. */
export interface Unknown {
  readonly kind: UnknownKind
  /** Values: id of the attribute, as the codebook here calls it. */
  readonly attribute: string | null
  readonly id: string
  /** As the bundle's codebook calls it; the id where it does not know it either. */
  readonly name: string
  /** Values: the attribute's name. */
  readonly of: string | null
  /** How often the sets use it. */
  readonly count: number
  /** Whether the bundle's codebook says what it is, so that it can be added here. */
  readonly described: boolean
  /** What it can be read as here. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[]
  /** The one of them that has almost the same name. */
  readonly suggestion: string | null
}

/** Known here under the same id, but called something else there: it may mean something else. */
export interface NamedOtherwise {
  readonly kind: 'label' | 'attribute' | 'relation'
  readonly id: string
  readonly here: string
  readonly there: string
}

/** `there`: the bundle's codebook, or null where it has none that can be read. */
export function unknownIn(sets: readonly AnnotationSet[], here: Codebook, there: Codebook | null): { readonly unknown: Unknown[]; readonly otherwise: NamedOtherwise[] } {
  const used = usedIn(sets)
  const unknown: Unknown[] = []
  const otherwise: NamedOtherwise[] = []

  const look = (kind: NamedOtherwise['kind'], id: string, count: number, known: { readonly name: string } | undefined, from: { readonly name: string } | undefined, candidates: readonly Named[]): void => {
    if (!known) unknown.push({ kind, attribute: null, id, of: null, count, ...described(id, from, candidates) })
    else if (from && !isAlike(known.name, from.name)) otherwise.push({ kind, id, here: known.name, there: from.name })
  }

  for (const [id, count] of used.labels) look('label', id, count, labelById(here, id), there?.labels.find((label) => label.id === id), offered(here.labels))
  for (const [id, count] of used.attributes) {
    const from = there?.attributes.find((attribute) => attribute.id === id)
    look('attribute', id, count, attributeById(here, id), from, offered(here.attributes.filter(({ type }) => type === from?.type && type !== 'link')))
  }
  for (const [id, count] of used.relations) look('relation', id, count, relationTypeById(here, id), there?.relations.find((relation) => relation.id === id), offered(here.relations))
  for (const [attribute, values] of used.values) {
    const known = attributeById(here, attribute)
    if (!known?.values) continue
    const from = there?.attributes.find(({ id }) => id === attribute)?.values
    for (const [id, count] of values) {
      if (choiceById(here, known, id)) continue
      unknown.push({ kind: 'value', attribute: known.id, id, of: known.name, count, ...described(id, from?.find((value) => value.id === id), offered(known.values)) })
    }
  }
  return { unknown, otherwise }
}

interface Named {
  readonly id: string
  readonly name: string
}

function offered(items: readonly (Named & { readonly retired?: boolean | undefined })[]): Named[] {
  return items.filter(({ retired }) => retired !== true).map(({ id, name }) => ({ id, name }))
}

function described(id: string, from: { readonly name: string } | undefined, candidates: readonly Named[]): Pick<Unknown, 'name' | 'described' | 'candidates' | 'suggestion'> {
  const name = from?.name ?? id
  const suggestion = candidates.find((candidate) => isAlike(candidate.name, name))?.id ?? null
  return { name, described: from !== undefined, candidates, suggestion }
}

function usedIn(sets: readonly AnnotationSet[]) {
  const labels = new Map<string, number>()
  const attributes = new Map<string, number>()
  const relations = new Map<string, number>()
  const values = new Map<string, Map<string, number>>()
  for (const set of sets) {
    for (const { type } of set.relations) add(relations, type)
    for (const { label, attributes: held } of set.annotations) {
      add(labels, label)
      for (const [attribute, value] of Object.entries(held)) {
        add(attributes, attribute)
        if (!('value' in value)) continue
        const ids = values.get(attribute) ?? new Map<string, number>()
        values.set(attribute, ids)
        for (const item of Array.isArray(value.value) ? value.value : [value.value]) if (typeof item === 'string') add(ids, item)
      }
    }
  }
  return { labels, attributes, relations, values }
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1)
}
