import { join } from 'node:path'
import { splitConflict } from '../../../core/conflicts/markers.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import type { SetPaths } from '../sets/paths.ts'
import { parseSet } from '../sets/set-file.ts'

/** A file in a person's own folder that holds another version of one of their sets. */
export interface ConflictingFile {
  /** Inside the project. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly article: string
  readonly versions: readonly AnnotationSet[]
  /** `copy`: a synchroniser put it beside the set. `marks`: the set's own file, with both sides of a merge in it, the own one first. */
  readonly kind: 'copy' | 'marks'
}

/** Looks through a person's own sets for what synchronisers and version control leave when two have written. */
export async function findConflicts(disk: Disk, paths: SetPaths): Promise<ConflictingFile[]> {
  const walked = await disk.walk(paths.setsFolder)
  const found: ConflictingFile[] = []
  for (const { path, kind } of walked.ok ? walked.value : []) {
    if (kind !== 'file' || !path.endsWith('.json')) continue
    const article = path.slice(0, -'.json'.length)
    const place = paths.set(article)
    const bytes = await disk.readBytes(join(paths.setsFolder, ...path.split('/')))
    if (!bytes.ok) continue
    const text = decode(bytes.value)
    if (text === null) continue
    const file = { file: place.name, path: place.path, sha256: sha256(bytes.value), bytes: bytes.value }
    const sides = splitConflict(text)
    if (sides) {
      const [ours, theirs] = [parseSet(sides.ours, place), parseSet(sides.theirs, place)]
      if (ours.ok && theirs.ok) found.push({ ...file, article, versions: [ours.value, theirs.value], kind: 'marks' })
      continue
    }
    const set = parseFile(annotationSetSchema, text, place.name)
    if (set.ok && isCopyName(article, set.value.article.path)) {
      const version = parseSet(text, { ...paths.set(set.value.article.path), annotatorFolder: place.annotatorFolder })
      if (version.ok) found.push({ ...file, article: set.value.article.path, versions: [version.value], kind: 'copy' })
    }
  }
  return found
}

/**
 * `a.txt (conflicted copy 2031-03-04)`, `a.txt.sync-conflict-…`, `a.txt 2`, `a.txt-LAPTOP`: every synchroniser has its own way of adding to
 * a name, so what the file says of itself decides, and the name only has to begin like it.
 */
export function isCopyName(place: string, article: string): boolean {
  const [a, b] = [place.normalize('NFC'), article.normalize('NFC')]
  return a !== b && a.startsWith(b) && !a.slice(b.length).includes('/')
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
