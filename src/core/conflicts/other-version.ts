import type { Annotator } from '../model/annotation-set.ts'

/**
 * Under whose name another version of a person's own set is kept beside it, so that the review shows the two like any others. It is not
 * a colleague: looking at it does not count as having seen one.
 */
export function otherVersionOf({ key, name }: Annotator, number: number): Annotator {
  const behind = number === 1 ? '(other version)' : `(other version ${number})`
  return { key: `${key} ${behind}`, name: `${name} ${behind}` }
}

/** Whether `key` is such a name of this person. */
export function isOtherVersion(key: string, ofKey: string): boolean {
  return key.startsWith(`${ofKey} (other version`) && /^\(other version(?: \d+)?\)$/.test(key.slice(ofKey.length + 1))
}
