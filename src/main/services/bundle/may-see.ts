import { join } from 'node:path'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import { reviewPath } from '../../../core/model/folder-name.ts'
import { reviewSchema } from '../../../core/model/review.ts'
import { isAssigned, isUnseen, mayView } from '../../../core/review/visibility.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import type { OpenedProject } from '../project/read-project.ts'
import { readRounds } from '../rounds/read-rounds.ts'
import { createSetPaths } from '../sets/paths.ts'
import { readSet } from '../sets/set-file.ts'

const READERS = 16

/** On which articles a person may see what others did, by the one rule for it, from what is on disk. An article that is not here yet is none of them. */
export async function whatMaySee(disk: Disk, { folder, project }: OpenedProject, articles: ArticleStore, { key }: Annotator): Promise<(article: string) => boolean> {
  const { blind } = project
  if (blind === false) return () => true
  const { rounds } = await readRounds(disk, folder)
  const sets = createSetPaths(folder, key)
  const visible = new Set<string>()
  await inParallel(articles.all(), READERS, async ({ path }) => {
    const own = await readSet(disk, sets.set(path))
    const question = { blind, own: own.ok && own.value ? own.value.set : null, assigned: isAssigned(rounds, key, path) }
    const text = await disk.readText(join(folder, ...reviewPath(key, path).split('/')))
    const review = text.ok ? parseFile(reviewSchema, text.value, path) : null
    if (mayView({ ...question, reviewing: !isUnseen(review?.ok ? review.value : null) }).visible) visible.add(path)
  })
  return (article) => visible.has(article)
}
