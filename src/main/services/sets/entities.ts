import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Entity } from '../../../core/model/value.ts'

/** An entity and how often it was recorded. */
export interface EntityUse extends Entity {
  readonly count: number
}

/** The entities recorded in a set, each once, in the order they first come. */
export function entitiesOf(set: Pick<AnnotationSet, 'annotations'>): EntityUse[] {
  const uses = new Map<string, EntityUse>()
  for (const { attributes } of set.annotations) {
    for (const value of Object.values(attributes)) {
      if (!('value' in value) || !Array.isArray(value.value)) continue
      for (const item of value.value) {
        if (typeof item === 'string') continue
        const key = entityKey(item)
        uses.set(key, { ...item, count: (uses.get(key)?.count ?? 0) + 1 })
      }
    }
  }
  return [...uses.values()]
}

export function entityKey({ name, code, sector }: Entity): string {
  return JSON.stringify([name, code ?? null, sector ?? null])
}
