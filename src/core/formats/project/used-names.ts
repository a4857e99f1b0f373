import type { InterchangeSet } from '../interchange.ts'
import { isStrings } from '../json-lines.ts'

/** What an attribute's values are like, to know what to make of it. */
export interface UsedAttribute {
  count: number
  /** Foreign labels that carry it. */
  readonly on: Set<string>
  readonly types: Set<'boolean' | 'number' | 'list' | 'other'>
  /** Words and members of lists, each once. */
  readonly words: Set<string>
}

/** The foreign names that sets use, and how often. Plain data, so that a worker can hand it over. */
export interface UsedNames {
  readonly labels: Map<string, number>
  readonly attributes: Map<string, UsedAttribute>
  readonly relations: Map<string, number>
}

export function noNames(): UsedNames {
  return { labels: new Map(), attributes: new Map(), relations: new Map() }
}

/** Adds what a set uses to `used`, in place. */
export function countNames(used: UsedNames, set: InterchangeSet): void {
  for (const { label, attributes } of set.annotations) {
    add(used.labels, label, 1)
    for (const [name, value] of Object.entries(attributes)) {
      const seen = attributeIn(used, name)
      seen.count += 1
      seen.on.add(label)
      if (!('value' in value)) continue
      const payload: unknown = value.value
      seen.types.add(typeof payload === 'boolean' ? 'boolean' : typeof payload === 'number' ? 'number' : isStrings(payload) ? 'list' : 'other')
      for (const word of typeof payload === 'string' ? [payload] : isStrings(payload) ? payload : []) seen.words.add(word)
    }
  }
  for (const { type } of set.relations) add(used.relations, type, 1)
}

/** What several use together. */
export function joinNames(several: readonly UsedNames[]): UsedNames {
  const joined = noNames()
  for (const { labels, attributes, relations } of several) {
    for (const [name, count] of labels) add(joined.labels, name, count)
    for (const [name, count] of relations) add(joined.relations, name, count)
    for (const [name, { count, on, types, words }] of attributes) {
      const seen = attributeIn(joined, name)
      seen.count += count
      for (const label of on) seen.on.add(label)
      for (const type of types) seen.types.add(type)
      for (const word of words) seen.words.add(word)
    }
  }
  return joined
}

function attributeIn({ attributes }: UsedNames, name: string): UsedAttribute {
  const seen = attributes.get(name) ?? { count: 0, on: new Set(), types: new Set(), words: new Set() }
  attributes.set(name, seen)
  return seen
}

function add(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more)
}
