import type { Annotation, Relation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'

/** Hashes of a set's records, in the order of its lists. */
export interface SetHashes {
  readonly annotations: readonly string[]
  readonly relations: readonly string[]
}

/** An annotator's set with the hashes by which decisions know its records. Whoever reads a set makes them once. */
export interface ReviewedSet {
  readonly set: AnnotationSet
  readonly hashes: SetHashes
}

/** `sha256` answers hex of a text in UTF-8. */
export function withHashes(set: AnnotationSet, sha256: (text: string) => string): ReviewedSet {
  const hash = (record: Annotation | Relation): string => sha256(hashedText(record))
  return { set, hashes: { annotations: set.annotations.map(hash), relations: set.relations.map(hash) } }
}

/**
 * What tells whether a record is still the one that was decided on: its JSON on one line, keys in code-unit order. Without
 * `created` and `modified`, so that a touch that changes nothing makes no decision stale.
 */
export function hashedText(record: Annotation | Relation): string {
  const { created: _, modified: __, ...rest } = record
  return canonical(rest)
}

/** Not by way of a schema, as files are written: a record was read through one, and there are thousands. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let text = ''
  for (const [key, item] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(item)}`
  }
  return `{${text}}`
}
