import { join } from 'node:path'
import { independentPath } from '../../../core/model/folder-name.ts'
import type { Review } from '../../../core/model/review.ts'
import { isReviewOf } from '../../../core/review/about-own.ts'
import { isUnseen } from '../../../core/review/visibility.ts'
import { ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { createSetPaths } from '../sets/paths.ts'
import { readReviewsOf } from './review-file.ts'
import { readSet } from '../sets/set-file.ts'

/**
 * The same where it may still be independent: nobody else's set was seen, and no reviewer has begun with this one. A review that began
 * before there was a copy counts from the first word on the set.
 */
export async function freezeIndependentSet(disk: Disk, folder: string, annotatorKey: string, article: string, own: Pick<Review, 'seen'>): Promise<Result<null>> {
  if (!isUnseen(own)) return ok(null)
  const { reviews } = await readReviewsOf(disk, folder, article)
  const begun = reviews.filter(({ reviewer }) => reviewer.key !== annotatorKey).filter((review) => isReviewOf(review, annotatorKey))
  if (begun.some(({ standings }) => standings.some(({ annotator }) => annotator === annotatorKey))) return ok(null)
  const copied = await disk.exists(join(folder, ...independentPath(annotatorKey, article).split('/')))
  if (!copied.ok) return copied
  return begun.length > 0 && copied.value ? ok(null) : freezeSet(disk, folder, annotatorKey, article)
}

/**
 * Freezes an annotator's set on an article as it is on disk: a byte copy in `independent/`. Only for a set that is done, and only
 * while its annotator has seen no colleague's; whoever asks has made sure of the second. What is there already is taken over
 * by the set as it is now: it is still independent.
 */
async function freezeSet(disk: Disk, folder: string, annotatorKey: string, article: string): Promise<Result<null>> {
  const place = createSetPaths(folder, annotatorKey).set(article)
  const set = await readSet(disk, place)
  if (!set.ok) return set
  if (set.value?.set.state.status !== 'done') return ok(null)
  const bytes = await disk.readBytes(place.path)
  if (!bytes.ok) return bytes
  const name = independentPath(annotatorKey, article)
  const inside = await resolveInside(disk, folder, name)
  if (!inside.ok) return inside
  const there = await disk.readBytes(join(folder, ...name.split('/')))
  if (there.ok && sha256(there.value) === sha256(bytes.value)) return ok(null)
  const written = await disk.writeAtomic(inside.value, bytes.value, { expected: undefined })
  return written.ok ? ok(null) : written
}
