import { join } from 'node:path'
import { annotationSetSchema } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { adjudicatedPath } from '../../../core/model/folder-name.ts'
import { adjudicate, type Adjudicated } from '../../../core/review/adjudicate.ts'
import { withHashes } from '../../../core/review/hash.ts'
import { ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { verifiedText, type ArticleText } from '../sets/set-file.ts'
import { readSetsOf } from './read-sets.ts'
import { readReviewsOf } from './review-file.ts'

export interface DeriveOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly article: string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly codebook: Codebook
  readonly codebookVersion: string
}

/** What everybody's decisions on disk make of everybody's sets; null: nobody has decided anything. */
export async function adjudicatedOf({ disk, folder, article, text, codebook, codebookVersion }: DeriveOptions): Promise<Result<Adjudicated | null>> {
  const found = await text(article)
  if (!found.ok) return found
  const { reviews } = await readReviewsOf(disk, folder, article)
  if (reviews.every(({ decisions }) => decisions.length === 0)) return ok(null)
  const { sets } = await readSetsOf(disk, folder, article, found.value)
  const reviewed = sets.map(({ set }) => withHashes(set, sha256))
  return ok(adjudicate({ path: article, text_sha256: found.value.textSha256 }, reviewed, reviews, codebook, codebookVersion))
}

/**
 * Brings `adjudicated/<article>.json` in step with the decisions on disk. Whoever derives it writes the same bytes, so that it has no
 * owner; what is the same already is not written again.
 */
export async function deriveAdjudicated(options: DeriveOptions): Promise<Result<null>> {
  const { disk, folder, article, text } = options
  const adjudicated = await adjudicatedOf(options)
  if (!adjudicated.ok) return adjudicated
  const name = adjudicatedPath(article)
  const inside = await resolveInside(disk, folder, name)
  if (!inside.ok) return inside
  const place = { path: join(folder, ...name.split('/')), name, article, annotatorFolder: 'adjudicated' }
  if (!adjudicated.value) return disk.remove(inside.value).then((gone) => (gone.ok ? ok(null) : gone))
  const found = await text(article)
  if (!found.ok) return found
  const content = verifiedText(adjudicated.value.set, found.value, place)
  if (!content.ok) return content
  const there = await disk.readText(inside.value)
  if (there.ok && there.value === content.value) return ok(null)
  const written = await disk.writeAtomic(inside.value, content.value, { expected: undefined })
  return written.ok ? ok(null) : written
}

/** The bytes that the file has when it is in step. */
export function adjudicatedText({ set }: Adjudicated): string {
  return serialise(annotationSetSchema, set)
}
