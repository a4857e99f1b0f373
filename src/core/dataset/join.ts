import { labelById, resolveId } from '../codebook/lookup.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'

export interface Coded {
  readonly article: string
  readonly source: string
  readonly annotation: Annotation
  /** Relations that start at it. */
  readonly links: readonly Relation[]
}

/** An event with all its mentions, the one that carries the values first. */
export interface Joined {
  readonly first: Coded
  readonly mentions: readonly Coded[]
}

/**
 * Events, those joined that `same_as` says are the same, across articles. It leads from a later mention to the first one, which carries
 * the values: so the first is whichever leads to no other; of several, or in a circle, the first in the order given.
 */
export function joinRepeats(coded: readonly Coded[], codebook: Codebook): Joined[] {
  const events = coded.filter(({ annotation }) => labelById(codebook, annotation.label)?.kind === 'event')
  const byId = new Map(events.map((one) => [one.annotation.id, one]))
  const parents = new Map(events.map(({ annotation }) => [annotation.id, annotation.id]))
  const rootOf = (id: string): string => {
    let root = id
    for (let above = parents.get(root); above !== undefined && above !== root; above = parents.get(root)) {
      parents.set(root, parents.get(above) ?? above)
      root = above
    }
    return root
  }
  const leads = new Set<string>()
  for (const { annotation, links } of events) {
    for (const { type, to } of links) {
      if (resolveId(codebook, 'relation', type) !== resolveId(codebook, 'relation', 'same_as') || !byId.has(to.annotation) || to.annotation === annotation.id) continue
      leads.add(annotation.id)
      parents.set(rootOf(annotation.id), rootOf(to.annotation))
    }
  }
  const groups = new Map<string, Coded[]>()
  for (const one of events) {
    const root = rootOf(one.annotation.id)
    groups.set(root, [...(groups.get(root) ?? []), one])
  }
  return [...groups.values()].flatMap((mentions) => {
    const first = mentions.find(({ annotation }) => !leads.has(annotation.id)) ?? mentions[0]
    return first ? [{ first, mentions: [first, ...mentions.filter((one) => one !== first)] }] : []
  })
}
