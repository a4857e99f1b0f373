import type { SourceFile } from './adapter.ts'
import type { InterchangeDocument, InterchangeSet } from './interchange.ts'
import type { Losses } from './losses.ts'
import { fileNameFor, folderOf, nameOf, stemOf } from './paths.ts'

/*
 * For formats with one file for each person and document: `talks/a/Ines.tsv` and `talks/a/Tom.tsv`, as INCEpTION exports them. Files
 * side by side that hold the same text are one document; one alone is a document of its own name that does not say who annotated.
 */

export interface PersonFile {
  readonly file: SourceFile
  readonly document: string
  readonly annotator: string | null
}

/** `keyOf` gives something that only files of the same text have in common; null keeps a file alone. */
export function groupByText(mine: readonly SourceFile[], keyOf: (file: SourceFile) => string | null): SourceFile[][] {
  const groups = new Map<string, SourceFile[]>()
  const folders = new Map<string, number>()
  for (const { path } of mine) folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1)
  for (const file of mine) {
    const folder = folderOf(file.path)
    const text = folder === '' || (folders.get(folder) ?? 0) < 2 ? null : keyOf(file)
    const key = text === null || text === '' ? `file ${file.path}` : `text ${folder}\n${text}`
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  return [...groups.values()]
}

/** Whose file each of a group is. */
export function peopleOf(files: readonly SourceFile[]): PersonFile[] {
  const [first] = files
  const alone = files.length === 1 || !first || folderOf(first.path) === ''
  return files.map((file) => (alone ? { file, document: nameOf(file.path), annotator: null } : { file, document: folderOf(file.path), annotator: stemOf(file.path) }))
}

export interface PersonPath {
  /** Without the ending. */
  readonly path: string
  readonly set: InterchangeSet
}

/** Where each set of a document goes. */
export function pathsFor(document: InterchangeDocument, losses: Losses): PersonPath[] {
  const sets: readonly InterchangeSet[] = document.sets.length === 0 ? [{ annotator: null, annotations: [], relations: [] }] : document.sets
  const [only] = sets
  if (sets.length === 1 && only) {
    if (only.annotator !== null) losses.add('annotators', 'who annotated, where there is one set of a document', `${document.name}: ${only.annotator}`)
    return [{ path: document.name, set: only }]
  }
  const taken = new Set<string>()
  return sets.map((set, index) => {
    const wish = fileNameFor(set.annotator, `annotator-${index + 1}`)
    let name = wish
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wish}-${number}`
    taken.add(name.toLowerCase())
    if (set.annotator !== null && name !== set.annotator) losses.add('annotators', 'names of annotators that cannot name a file', set.annotator)
    return { path: `${document.name}/${name}`, set }
  })
}
