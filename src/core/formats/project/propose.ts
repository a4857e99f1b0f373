import type { Codebook } from '../../model/codebook.ts'
import type { ImportMap, Target } from './import-map.ts'
import { suggestFor, type Candidate } from './suggest.ts'
import type { UsedNames } from './used-names.ts'

export type MappedKind = 'labels' | 'attributes' | 'relations'

/** A foreign name with what it is offered to become. */
export interface Proposal {
  readonly name: string
  readonly count: number
  readonly target: Target
  /** `none`: nothing in the codebook is like it, so that it is to be created. */
  readonly because: 'same' | 'similar' | 'remembered' | 'none'
}

/** What a foreign name can become. Values that lead to other annotations come as relations. */
export function candidatesFor(codebook: Codebook, kind: MappedKind): Candidate[] {
  if (kind === 'attributes') return codebook.attributes.filter(({ type, retired }) => type !== 'link' && retired !== true)
  return codebook[kind].filter(({ retired }) => retired !== true)
}

/** For each name, the most used first: what was chosen the last time, else what has the same name or one like it. */
export function propose(kind: MappedKind, used: UsedNames, codebook: Codebook, remembered: ImportMap): Proposal[] {
  const candidates = candidatesFor(codebook, kind)
  const counts = kind === 'attributes' ? Array.from(used.attributes, ([name, { count }]) => ({ name, count })) : Array.from(used[kind], ([name, count]) => ({ name, count }))
  return counts.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).map(({ name, count }): Proposal => {
    const before = Object.hasOwn(remembered[kind] ?? {}, name) ? remembered[kind]?.[name] : undefined
    if (before === null || (typeof before === 'string' && candidates.some(({ id }) => id === before))) return { name, count, target: before, because: 'remembered' }
    const found = suggestFor(name, candidates)
    return found ? { name, count, target: found.id, because: found.how } : { name, count, target: { create: name }, because: 'none' }
  })
}

/** Several maps as one; the first counts. */
export function mergeMaps(maps: readonly ImportMap[]): ImportMap {
  const merge = <T>(of: (map: ImportMap) => Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(maps.toReversed().flatMap((map) => Object.entries(of(map) ?? {})))
  return { labels: merge(({ labels }) => labels), attributes: merge(({ attributes }) => attributes), relations: merge(({ relations }) => relations), values: merge(({ values }) => values) }
}
