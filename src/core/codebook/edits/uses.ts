import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { Entity, Payload } from '../../model/value.ts'
import { attributeById } from '../lookup.ts'

/** How often ids stand in annotation sets, as stored: what is merged is counted under its own id. */
export interface Uses {
  readonly annotations: number
  readonly labels: Readonly<Record<string, number>>
  readonly attributes: Readonly<Record<string, number>>
  /** By attribute, then by value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly relations: Readonly<Record<string, number>>
  readonly entities: readonly (Entity & { readonly count: number })[]
  /** Annotations that have a value for both attributes that were asked for. */
  readonly both: number
}

/** `both`: two attributes whose values on one annotation are to be counted. */
export function countUses(codebook: Codebook, sets: Iterable<Pick<AnnotationSet, 'annotations' | 'relations'>>, both: readonly [string, string] | null): Uses {
  const labels = counter()
  const attributes = counter()
  const relations = counter()
  const values = new Map<string, ReturnType<typeof counter>>()
  const entities = new Map<string, Entity & { count: number }>()
  let annotations = 0
  let together = 0

  /** Ids only: free text stays where it is. */
  function countValue(attribute: string, payload: Payload): void {
    if (attributeById(codebook, attribute)?.values) {
      const ids = values.get(attribute) ?? counter()
      values.set(attribute, ids)
      for (const item of Array.isArray(payload) ? payload : [payload]) if (typeof item === 'string') ids.add(item)
    } else if (Array.isArray(payload)) {
      for (const item of payload) if (typeof item !== 'string') countEntity(item)
    }
  }

  function countEntity(entity: Entity): void {
    const key = JSON.stringify([entity.name, entity.code ?? null, entity.sector ?? null])
    entities.set(key, { ...entity, count: (entities.get(key)?.count ?? 0) + 1 })
  }

  for (const set of sets) {
    for (const annotation of set.annotations) {
      annotations += 1
      labels.add(annotation.label)
      for (const [attribute, value] of Object.entries(annotation.attributes)) {
        attributes.add(attribute)
        if ('value' in value) countValue(attribute, value.value)
      }
      if (both && both.every((id) => Object.hasOwn(annotation.attributes, id))) together += 1
    }
    for (const { type } of set.relations) relations.add(type)
  }
  return {
    annotations,
    labels: labels.table(),
    attributes: attributes.table(),
    values: Object.fromEntries(Array.from(values, ([id, ids]) => [id, ids.table()])),
    relations: relations.table(),
    entities: [...entities.values()],
    both: together,
  }
}

/** A map, because ids may be any text. */
function counter() {
  const counts = new Map<string, number>()
  return {
    add: (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1),
    table: () => Object.fromEntries(counts),
  }
}
