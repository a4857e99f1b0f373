import { join } from 'node:path'
import { lineOfPath } from '../../../core/formats/json-position.ts'
import { folderName, reviewPath } from '../../../core/model/folder-name.ts'
import { reviewSchema, type Review } from '../../../core/model/review.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import type { SetPlace } from '../sets/set-file.ts'
import { peopleFolders, placesOf } from './people-folders.ts'

export interface ReviewOnDisk {
  readonly review: Review
  readonly sha256: string
}

/** Where one person's review of an article is. */
export function reviewPlace(folder: string, reviewerKey: string, article: string): SetPlace {
  const name = reviewPath(reviewerKey, article)
  return { path: join(folder, ...name.split('/')), name, article, annotatorFolder: folderName(reviewerKey) }
}

/** Shape, version, and that it is this person's review of this article. `null`: no file. */
export async function readReview(disk: Disk, folder: string, place: SetPlace): Promise<Result<ReviewOnDisk | null>> {
  const inside = await resolveInside(disk, folder, place.name)
  if (!inside.ok) return inside
  const exists = await disk.exists(place.path)
  if (!exists.ok) return exists
  if (!exists.value) return ok(null)
  const text = await disk.readText(place.path)
  if (!text.ok) return text
  const review = parseReview(text.value, place)
  return review.ok ? ok({ review: review.value, sha256: sha256(text.value) }) : review
}

export function parseReview(text: string, place: SetPlace): Result<Review> {
  const parsed = parseFile(reviewSchema, text, place.name)
  if (!parsed.ok) return parsed
  const review = parsed.value
  if (!isSameName(review.article.path, place.article)) {
    return wrong(place, lineOfPath(text, ['article', 'path']), `it says that it is a review of ${review.article.path}`)
  }
  if (!isSameName(folderName(review.reviewer.key), place.annotatorFolder)) {
    return wrong(place, lineOfPath(text, ['reviewer', 'key']), `it says that it is by ${review.reviewer.name}, whose folder is another`)
  }
  for (const kind of ['decisions', 'comments'] as const) {
    const ids = review[kind].map(({ id }) => id)
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index)
    if (twice >= 0) return wrong(place, lineOfPath(text, [kind, twice]), `the id ${ids[twice]} is there twice`)
  }
  return ok({ ...review, article: { ...review.article, path: place.article } })
}

export interface FoundReviews {
  /** By reviewer folder. */
  readonly reviews: readonly Review[]
  readonly problems: readonly Problem[]
}

/** Everybody's reviews of one article. Those that cannot be used are listed and left as they are. */
export async function readReviewsOf(disk: Disk, folder: string, article: string): Promise<FoundReviews> {
  const people = await peopleFolders(disk, folder, 'reviews')
  const reviews: Review[] = []
  const problems: Problem[] = []
  for (const place of placesOf(folder, 'reviews', people, article)) {
    const read = await readReview(disk, folder, place)
    if (!read.ok) problems.push({ ...problemOf(read.error, place.name), file: place.name })
    else if (read.value) reviews.push(read.value.review)
  }
  return { reviews, problems }
}

/** Version control and other disks may spell an accent in another way (é as one character or as two). */
function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC')
}

function wrong({ name }: SetPlace, line: number, what: string) {
  return fail('review.damaged', `${name}, line ${line}: this review cannot be used: ${what}.`, 'Restore the file from a copy or from version control, or set it aside; it was left as it is.', {
    where: { file: name, line },
  })
}
