import type { Codebook } from '../../../core/model/codebook.ts'
import { acceptanceOf, addAcceptance, type Acceptance } from '../../../core/review/acceptance.ts'
import { withHashes } from '../../../core/review/hash.ts'
import type { Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { readSetsOf } from '../review/read-sets.ts'
import { readReviewsOf } from '../review/review-file.ts'
import type { ArticleText } from '../sets/set-file.ts'

export interface AcceptanceOptions {
  readonly disk: Disk
  readonly folder: string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** Those on which reviews may be seen. */
  readonly articles: readonly string[]
  readonly codebook: Codebook
}

/** What became of annotators' spans under review, over articles, by annotator and label. Never agreement: a reviewer sees the labels. */
export async function readAcceptance({ disk, folder, text, articles, codebook }: AcceptanceOptions): Promise<Acceptance[]> {
  const counts = await inParallel(articles, 8, async (article): Promise<Acceptance[]> => {
    const { reviews } = await readReviewsOf(disk, folder, article)
    if (reviews.every(({ decisions }) => decisions.length === 0)) return []
    const words = await text(article)
    if (!words.ok) return []
    const { sets } = await readSetsOf(disk, folder, article, words.value)
    return acceptanceOf(sets.map(({ set }) => withHashes(set, sha256)), reviews, codebook)
  })
  return addAcceptance(counts)
}
