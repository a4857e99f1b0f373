import { join } from 'node:path'
import { adjudicatedPath, reviewPath } from '../../../core/model/folder-name.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { historyFiles } from '../sets/past.ts'
import { reviewHistoryFolder } from './review-store.ts'

export interface ArticlesBehind {
  /** The history may have what the review's file has not. */
  readonly replay: readonly string[]
  /** The adjudicated set may be older than the decisions. */
  readonly derive: readonly string[]
}

const AT_ONCE = 16

/**
 * What the app had not finished writing when it stopped. A history is written before its review, and that before the adjudicated
 * set, so their times tell, without reading any of them.
 */
export async function articlesBehind(disk: Disk, folder: string, reviewerKey: string): Promise<ArticlesBehind> {
  const replay: string[] = []
  const derive: string[] = []
  const files = await historyFiles(disk, reviewHistoryFolder(folder, reviewerKey))
  await inParallel(files, AT_ONCE, async ({ article, modified }) => {
    const review = await timeOf(disk, join(folder, ...reviewPath(reviewerKey, article).split('/')))
    const adjudicated = await timeOf(disk, join(folder, ...adjudicatedPath(article).split('/')))
    if (review === null || modified >= review) replay.push(article)
    if (adjudicated === null || review === null || review > adjudicated) derive.push(article)
  })
  return { replay: replay.toSorted(), derive: derive.toSorted() }
}

/** Milliseconds since the epoch, or null: there is no such file. */
async function timeOf(disk: Disk, path: string): Promise<number | null> {
  const stat = await disk.stat(path)
  return stat.ok && stat.value ? stat.value.modified : null
}
