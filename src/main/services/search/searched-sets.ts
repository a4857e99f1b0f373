import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { readSetsOf } from '../review/read-sets.ts'
import { peopleFolders } from '../review/people-folders.ts'
import { articlesOf } from '../sets/summaries.ts'
import { join } from 'node:path'

export interface SetsOfArticle {
  readonly sets: readonly AnnotationSet[]
  /** Sets that cannot be used; they are kept as they are. */
  readonly unusable: number
}

/** Everybody's sets as they are on disk, kept until they are in doubt. Whoever asks leaves out what may not be seen. */
export interface SearchedSets {
  doubt(paths: readonly string[] | null): void
  of(path: string, text: string): Promise<SetsOfArticle>
}

const NOTHING: SetsOfArticle = { sets: [], unusable: 0 }

export function createSearchedSets(disk: Disk, folder: string): SearchedSets {
  const known = new Map<string, SetsOfArticle>()
  /** Articles that somebody has a set on; null: not looked yet. */
  let coded: Promise<Set<string>> | null = null
  const look = async (): Promise<Set<string>> => {
    const people = await peopleFolders(disk, folder, 'annotations')
    const articles = await Promise.all(people.map((person) => articlesOf(disk, join(folder, 'annotations', person))))
    return new Set(articles.flat().map((path) => path.normalize('NFC')))
  }
  return {
    doubt: (paths) => {
      coded = null
      if (paths) for (const path of paths) known.delete(path)
      else known.clear()
    },
    of: async (path, text) => {
      const before = known.get(path)
      if (before) return before
      const isCoded = (await (coded ??= look())).has(path.normalize('NFC'))
      const found = isCoded ? await readSetsOf(disk, folder, path, { text, textSha256: sha256(text) }) : null
      const sets = found ? { sets: found.sets.map(({ set }) => set), unusable: found.problems.length } : NOTHING
      known.set(path, sets)
      return sets
    },
  }
}
