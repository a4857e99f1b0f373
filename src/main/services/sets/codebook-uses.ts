import { join } from 'node:path'
import { countUses, type Uses } from '../../../core/codebook/edits/uses.ts'
import type { AnnotationSet, Annotator } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import type { Sight } from '../review/sight.ts'
import { createSetPaths } from './paths.ts'
import { readSet } from './set-file.ts'
import { articlesOf } from './summaries.ts'

const READERS = 16

/** How an annotator's sets on disk use the codebook. Sets that cannot be read are counted nowhere. */
export async function usesOnDisk(disk: Disk, folder: string, annotator: Annotator, codebook: Codebook, both: readonly [string, string] | null): Promise<Uses> {
  return countUses(codebook, await setsOnDisk(disk, folder, annotator), both)
}

/** The same for a colleague: what may not be seen yet is not counted, only how many sets that are. */
export async function usesInSight(disk: Disk, folder: string, annotator: Annotator, codebook: Codebook, both: readonly [string, string] | null, sight: Sight): Promise<{ uses: Uses; hidden: number }> {
  const sets = await setsOnDisk(disk, folder, annotator)
  const visible = await sight.visible(sets.map(({ article }) => article.path))
  const shown = sets.filter(({ article }) => visible.has(article.path))
  return { uses: countUses(codebook, shown, both), hidden: sets.length - shown.length }
}

/** Everything an annotator has on disk, whether or not its article is still there. */
async function setsOnDisk(disk: Disk, folder: string, annotator: Annotator): Promise<AnnotationSet[]> {
  const paths = createSetPaths(folder, annotator.key)
  const articles = await articlesOf(disk, join(paths.setsFolder))
  const sets = await inParallel(articles, READERS, async (article) => {
    const read = await readSet(disk, paths.set(article))
    return read.ok && read.value ? read.value.set : null
  })
  return sets.filter((set) => set !== null)
}
