/** Where several documents have one name, the later ones get ` (2)`, ` (3)` … */
export function uniqueNames<T extends { readonly name: string }>(documents: readonly T[]): T[] {
  const taken = new Set<string>()
  const tries = new Map<string, number>()
  return documents.map((document) => {
    let { name } = document
    for (let number = (tries.get(name) ?? 1) + 1; taken.has(name); number += 1) {
      name = `${document.name} (${number})`
      tries.set(document.name, number)
    }
    taken.add(name)
    return name === document.name ? document : { ...document, name }
  })
}
