import { sameBytes, type SourceFile } from '../adapter.ts'
import { folderOf, nameOf } from '../paths.ts'

export interface AnnPlace {
  /** Path of the .ann file. */
  readonly ann: string
  readonly document: string
  readonly annotator: string | null
}

/**
 * An .ann file goes with its .txt and with the configuration in its folder or the nearest one above. Folders side by side that have a
 * text in common hold one annotator each: brat knows no other way to say who annotated.
 */
export function groupAnnFiles(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  const byPath = new Map(all.map((file) => [file.path, file]))
  const textOf = (ann: SourceFile) => byPath.get(`${nameOf(ann.path)}.txt`)
  const groups = new Map<string, SourceFile[]>()
  for (const ann of mine) {
    const folder = folderOf(ann.path)
    const above = folder === '' ? null : folderOf(folder)
    const base = nameOf(ann.path).slice(folder === '' ? 0 : folder.length + 1)
    const shared = above === null ? ann.path : `${above}/*/${base}`
    const others = groups.get(shared)
    const same = others?.[0] && sameBytes(textOf(others[0])?.bytes, textOf(ann)?.bytes)
    if (!others) groups.set(shared, [ann])
    else if (same) others.push(ann)
    else groups.set(ann.path, [ann])
  }
  return [...groups.values()].map((anns) => {
    const texts = anns.flatMap((ann) => textOf(ann) ?? [])
    return [...anns, ...texts, ...configsFor(anns[0]?.path ?? '', byPath)]
  })
}

const CONFIGS = ['annotation.conf', 'visual.conf', 'tools.conf', 'kb_shortcuts.conf']

function configsFor(path: string, byPath: ReadonlyMap<string, SourceFile>): SourceFile[] {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const prefix = folder === '' ? '' : `${folder}/`
    if (byPath.has(`${prefix}annotation.conf`)) return CONFIGS.flatMap((name) => byPath.get(prefix + name) ?? [])
    if (folder === '') return []
  }
}
