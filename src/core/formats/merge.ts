import { sameJson } from '../model/equal.ts'
import type { ParsedDocument, Scheme } from './interchange.ts'

/** Documents of the same name and text become one with the sets of all: each annotator's file says only what is theirs. */
export function mergeSets(documents: readonly ParsedDocument[]): ParsedDocument[] {
  const merged = new Map<string, ParsedDocument>()
  const full = new Map<string, number>()
  for (const document of documents) {
    let { name } = document
    // Where the last one of the same name and annotators found its place: thousands may have the same name.
    const who = JSON.stringify([name, ...document.sets.map(({ annotator }) => annotator)])
    const from = full.get(who) ?? 1
    if (from > 1) name = `${document.name} (${from})`
    for (let number = from + 1; ; number += 1) {
      const before = merged.get(name)
      if (!before) merged.set(name, name === document.name ? document : { ...document, name })
      else if (before.text !== document.text || shareAnnotator(before, document)) {
        name = `${document.name} (${number})`
        full.set(who, number)
        continue
      } else merged.set(name, { ...before, metadata: { ...document.metadata, ...before.metadata }, sets: [...before.sets, ...document.sets] })
      break
    }
  }
  return [...merged.values()]
}

function shareAnnotator(before: ParsedDocument, document: ParsedDocument): boolean {
  return document.sets.some(({ annotator }) => before.sets.some((set) => set.annotator === annotator))
}

/** Schemes of several files as one: the first of each name counts, and own data only where all say the same. */
export function mergeSchemes(schemes: readonly Scheme[]): Scheme {
  const [first] = schemes
  if (!first) return { labels: [], attributes: [], relations: [] }
  const { extra, ...rest } = first
  const same = schemes.every((scheme) => sameJson(scheme.extra, extra))
  return {
    ...rest,
    labels: byName(schemes.flatMap(({ labels }) => labels)),
    attributes: byName(schemes.flatMap(({ attributes }) => attributes)),
    relations: byName(schemes.flatMap(({ relations }) => relations)),
    ...(same && extra && { extra }),
  }
}

function byName<T extends { readonly name: string }>(items: readonly T[]): T[] {
  const found = new Map<string, T>()
  for (const item of items) if (!found.has(item.name)) found.set(item.name, item)
  return [...found.values()]
}
