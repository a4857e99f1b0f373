import { join } from 'node:path'
import { otherVersionOf } from '../../../core/conflicts/other-version.ts'
import { annotationSetSchema, type AnnotationSet, type Annotator } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { setPath } from '../../../core/model/folder-name.ts'
import { fail, ok, type AppError, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { createSetPaths } from '../sets/paths.ts'
import { readSet } from '../sets/set-file.ts'
import { findConflicts } from './find-versions.ts'

export interface KeepBothOptions {
  readonly disk: Disk
  readonly folder: string
  readonly annotator: Annotator
  /** Own sets whose file somebody else has written since it was read, with the work here still unsaved. */
  readonly unsaved: readonly AnnotationSet[]
  /** From now on that file is the one that is written over: what is in it is kept. */
  readonly takeOver: (article: string, sha256: string) => void
}

export interface KeptBoth {
  /** Articles of which another version now stands beside the own one. */
  readonly articles: readonly string[]
  readonly left: readonly { readonly file: string; readonly why: string }[]
}

/**
 * Where two have written one set: the own version stays the own one, every other becomes a set beside it that the review shows, and each
 * file that had to make way lies byte for byte in `conflicts/`. Nothing is merged, and nothing is thrown away.
 */
export async function keepBoth({ disk, folder, annotator, unsaved, takeOver }: KeepBothOptions): Promise<Result<KeptBoth>> {
  const paths = createSetPaths(folder, annotator.key)
  const articles = new Set<string>()
  const left: { file: string; why: string }[] = []
  const note = (file: string, { message }: AppError) => void left.push({ file, why: message })

  for (const set of unsaved) {
    const place = paths.set(set.article.path)
    const bytes = await disk.readBytes(place.path)
    if (!bytes.ok) {
      if (bytes.error.code !== 'file.missing') note(place.name, bytes.error)
      continue
    }
    const aside = await putAside(disk, folder, place.name, bytes.value)
    if (!aside.ok) return aside
    const theirs = await readSet(disk, place)
    // What cannot be read is aside, as it was found.
    if (theirs.ok && theirs.value && differs(theirs.value.set, set)) {
      const kept = await putBeside(disk, folder, annotator, theirs.value.set)
      if (!kept.ok) return kept
      articles.add(set.article.path)
    }
    takeOver(set.article.path, sha256(bytes.value))
  }

  for (const found of await findConflicts(disk, paths)) {
    const aside = await putAside(disk, folder, found.file, found.bytes)
    if (!aside.ok) return aside
    const own = found.kind === 'marks' ? found.versions[0] : await ownSet(disk, paths, found.article, unsaved)
    const others = found.kind === 'marks' ? found.versions.slice(1) : found.versions
    for (const version of others) {
      if (own && !differs(version, own)) continue
      const kept = await putBeside(disk, folder, annotator, version)
      if (!kept.ok) return kept
      articles.add(found.article)
    }
    const made =
      found.kind === 'marks' && own
        ? await disk.writeAtomic(found.path, serialise(annotationSetSchema, own), { expected: found.sha256 })
        : await disk.remove(found.path)
    if (!made.ok) note(found.file, made.error)
  }
  return ok({ articles: [...articles].toSorted(), left })
}

async function ownSet(disk: Disk, paths: ReturnType<typeof createSetPaths>, article: string, unsaved: readonly AnnotationSet[]): Promise<AnnotationSet | undefined> {
  const here = unsaved.find((set) => set.article.path === article)
  if (here) return here
  const read = await readSet(disk, paths.set(article))
  return read.ok ? read.value?.set : undefined
}

function differs(a: AnnotationSet, b: AnnotationSet): boolean {
  const said = ({ annotations, relations, state }: AnnotationSet) => JSON.stringify([annotations, relations, state.status, state.note])
  return said(a) !== said(b)
}

/** The bytes as they were found, under the place that they were found at. */
async function putAside(disk: Disk, folder: string, name: string, bytes: Uint8Array): Promise<Result<unknown>> {
  const target = await resolveInside(disk, folder, `conflicts/${name}.${sha256(bytes).slice(0, 12)}`)
  return target.ok ? disk.writeAtomic(target.value, bytes, { expected: undefined }) : target
}

/** As a set of its own, under the first free name; one that is there already is not put there twice. */
async function putBeside(disk: Disk, folder: string, annotator: Annotator, version: AnnotationSet): Promise<Result<unknown>> {
  for (let number = 1; number < 100; number += 1) {
    const other = otherVersionOf(annotator, number)
    const text = serialise(annotationSetSchema, { ...version, annotator: other })
    const inside = await resolveInside(disk, folder, setPath(other.key, version.article.path))
    if (!inside.ok) return inside
    const there = await disk.readText(inside.value)
    if (there.ok && there.value === text) return ok(null)
    if (there.ok) continue
    return disk.writeAtomic(join(inside.value), text, { expected: null })
  }
  return fail('conflict.many', `There are too many versions of the set on ${version.article.path}.`, 'Look at them in the review, and take those away that are not wanted.')
}
