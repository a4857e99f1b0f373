import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet, type ArticleText, type SetPlace } from '../sets/set-file.ts'
import { peopleFolders, placesOf } from './people-folders.ts'

/** An annotator's set as it is on disk, every quote checked against the text. */
export interface FoundSet {
  readonly set: AnnotationSet
  readonly sha256: string
  /** Inside the project, for messages. */
  readonly file: string
}

export interface FoundSets {
  /** By annotator folder. */
  readonly sets: readonly FoundSet[]
  /** Sets that cannot be used, and why; they are kept as they are. */
  readonly problems: readonly Problem[]
}

/** Everybody's sets on one article. */
export async function readSetsOf(disk: Disk, folder: string, article: string, text: ArticleText): Promise<FoundSets> {
  return readSetsIn(disk, folder, 'annotations', article, text)
}

/** The copies that were frozen when their annotators had marked the article done and had seen nobody else's. */
export async function readIndependentSetsOf(disk: Disk, folder: string, article: string, text: ArticleText): Promise<FoundSets> {
  return readSetsIn(disk, folder, 'independent', article, text)
}

async function readSetsIn(disk: Disk, folder: string, root: string, article: string, text: ArticleText): Promise<FoundSets> {
  const people = await peopleFolders(disk, folder, root)
  const read = await Promise.all(placesOf(folder, root, people, article).map((place) => readOne(disk, folder, place, text)))
  return { sets: read.flatMap(({ set }) => set ?? []), problems: read.flatMap(({ problem }) => problem ?? []) }
}

async function readOne(disk: Disk, folder: string, place: SetPlace, text: ArticleText): Promise<{ set?: FoundSet; problem?: Problem }> {
  const inside = await resolveInside(disk, folder, place.name)
  if (!inside.ok) return { problem: problemOf(inside.error, place.name) }
  const read = await readVerifiedSet(disk, place, text)
  if (!read.ok) return { problem: { ...problemOf(read.error, place.name), file: place.name } }
  return read.value ? { set: { ...read.value, file: place.name } } : {}
}
