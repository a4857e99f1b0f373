/**
 * How a codebook that comes stands to the one that is here. `older`: this one was made from it. `newer`: it was made from this one.
 * `diverged`: both were made from one earlier version. `other`: nothing that is known connects them.
 */
export type VersionStanding = 'same' | 'older' | 'newer' | 'diverged' | 'other'

/** `parents`: what each version that is known here or in the bundle was made from. */
export function compareVersions(here: string, there: string, parents: ReadonlyMap<string, string | null>): VersionStanding {
  if (here === there) return 'same'
  const before = lineOf(here, parents)
  const after = lineOf(there, parents)
  if (before.includes(there)) return 'older'
  if (after.includes(here)) return 'newer'
  return after.some((version) => before.includes(version)) ? 'diverged' : 'other'
}

/** A version and those that it was made from, the latest first, as far as they are known. */
export function lineOf(version: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line: string[] = []
  for (let next: string | null | undefined = version; next !== null && next !== undefined && !line.includes(next); next = parents.get(next)) line.push(next)
  return line
}
