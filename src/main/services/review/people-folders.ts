import { join } from 'node:path'
import type { Disk } from '../disk/disk.ts'

/** The folders of people below `annotations/`, `independent/` or `reviews/`, sorted by name. */
export async function peopleFolders(disk: Disk, folder: string, root: string): Promise<string[]> {
  const entries = await disk.list(join(folder, root))
  return (entries.ok ? entries.value : []).filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.')).map(({ name }) => name)
}

/** Where the file of each of these people on an article is, by `ending`. */
export function placesOf(folder: string, root: string, people: readonly string[], article: string, ending = '.json') {
  return people.map((person) => {
    const name = `${root}/${person}/${article}${ending}`
    return { path: join(folder, ...name.split('/')), name, article, annotatorFolder: person }
  })
}
