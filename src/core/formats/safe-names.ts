/*
 * Names for formats that cannot hold every name: brat's types, labels in CoNLL tags, XML names. The same names give the same
 * result wherever they come in the file, and two different names never become one.
 */

export interface SafeNames {
  /** The name as it is written; the same name gives the same answer. */
  readonly of: (name: string) => string
}

/**
 * `isSafe` says which names stay as they are. Others become a slug, or where nothing of them is left in ASCII their id; one that is
 * taken gets a number. `known` are all names that are known beforehand, so that the order of use does not matter among them.
 */
export function createSafeNames(isSafe: (name: string) => boolean, known: readonly { readonly name: string; readonly id?: string }[] = []): SafeNames {
  const written = new Map<string, string>()
  const taken = new Set<string>()
  const ids = new Map(known.map(({ name, id }) => [name, id]))
  const give = (name: string): string => {
    const id = ids.get(name)
    const slug = slugOf(name)
    const wish = isSafe(name) ? name : isSafe(slug) && !/^x[0-9a-f_]+$/.test(slug) ? slug : id !== undefined && isSafe(id) ? id : slug
    let free = wish
    for (let number = 2; taken.has(free); number += 1) free = `${wish}_${number}`
    taken.add(free)
    written.set(name, free)
    return free
  }
  // Names that are safe keep themselves, whatever an unsafe one would become.
  for (const { name } of known.filter((entry) => isSafe(entry.name))) if (!written.has(name)) give(name)
  for (const { name } of known) if (!written.has(name)) give(name)
  return { of: (name) => written.get(name) ?? give(name) }
}

/** Names with the same key differ in case, marks, blanks and signs only: they are recognised as the same when they come back. */
export function nameKey(name: string): string {
  return slugOf(name).toLowerCase()
}

/** ASCII letters, digits, `_` and `-`: marks come off letters, everything else becomes `_`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '').replaceAll('ß', 'ss').replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('đ', 'd').replaceAll('ł', 'l')
  const ascii = plain.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^_+|_+$/g, '')
  // A name most of which ASCII does not have is better told by its code points.
  const slug = [...name].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length > ascii.length * 2 ? '' : ascii
  return slug === '' ? `x${[...name].map((sign) => sign.codePointAt(0)?.toString(16)).join('_').slice(0, 40)}` : slug
}
