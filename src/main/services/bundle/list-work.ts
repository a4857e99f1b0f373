import { join } from 'node:path'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import { folderName } from '../../../core/model/folder-name.ts'
import { reviewSchema } from '../../../core/model/review.ts'
import { parseFile } from '../disk/parse-file.ts'
import { annotatorsOf, articlesOf } from '../sets/summaries.ts'
import type { BundleContext } from './context.ts'

export type WorkKind = 'annotations' | 'independent' | 'reviews'

/** A file of somebody's work on one article. */
export interface WorkFile {
  readonly kind: WorkKind
  readonly annotator: Annotator
  /** Path inside `articles/`. */
  readonly article: string
  /** Path inside the project. */
  readonly path: string
}

/** What there is of everybody's work, but for what whoever asks may not see yet. In the order of people and articles. */
export async function listWork(context: BundleContext): Promise<WorkFile[]> {
  const { disk, opened, by, maySee } = context
  const people = await everybody(context)
  const files: WorkFile[] = []
  for (const annotator of people) {
    for (const kind of ['annotations', 'independent', 'reviews'] as const) {
      const folder = `${kind}/${folderName(annotator.key)}`
      for (const article of await articlesOf(disk, join(opened.folder, ...folder.split('/')))) {
        if (annotator.key === by.key || maySee(article)) files.push({ kind, annotator, article, path: `${folder}/${article}.json` })
      }
    }
  }
  return files
}

/** Everybody with a set or a review here, whoever asks first. */
export async function everybody({ disk, opened, by }: BundleContext): Promise<Annotator[]> {
  const people = new Map([[by.key, by]])
  for (const person of await annotatorsOf(disk, opened.folder)) if (!people.has(person.key)) people.set(person.key, person)
  const folders = await disk.list(join(opened.folder, 'reviews'))
  for (const { name, kind } of folders.ok ? folders.value : []) {
    if (kind !== 'folder' || [...people.keys()].some((key) => folderName(key) === name.normalize('NFC'))) continue
    const [article] = await articlesOf(disk, join(opened.folder, 'reviews', name))
    const text = article === undefined ? null : await disk.readText(join(opened.folder, 'reviews', name, ...`${article}.json`.split('/')))
    const review = text?.ok ? parseFile(reviewSchema, text.value, name) : null
    if (review?.ok) people.set(review.value.reviewer.key, review.value.reviewer)
  }
  return [...people.values()]
}
