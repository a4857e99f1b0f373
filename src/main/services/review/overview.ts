import { join } from 'node:path'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ReviewCounts } from '../../../core/review/counts.ts'
import { withHashes } from '../../../core/review/hash.ts'
import { articleProgress } from '../../../core/review/progress.ts'
import type { Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import type { Problem } from '../sets/problem.ts'
import type { ArticleText } from '../sets/set-file.ts'
import { openOverviewCache, type KeptOverview, type OverviewCache } from './overview-cache.ts'
import { peopleFolders, placesOf } from './people-folders.ts'
import { readSetsOf } from './read-sets.ts'
import { readReviewsOf } from './review-file.ts'

/** What there is on one article, whoever may see it. */
export interface ArticleOverview extends KeptOverview {
  /** Files that cannot be used. */
  readonly problems: readonly Problem[]
}

export interface OverviewOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly codebook: () => { readonly codebook: Codebook; readonly version: string }
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Whether what was worked out may be kept beside the project. */
  readonly keep: boolean
}

export interface Overviews {
  of(articles: readonly string[], onProgress?: (done: number, total: number) => void): Promise<ArticleOverview[]>
}

const AT_ONCE = 8
const NOTHING: ArticleOverview = { sets: [], counts: null, problems: [] }

function shortCounts({ open, byStatus, agreed }: ReviewCounts): KeptOverview['counts'] {
  return { open, later: byStatus.later, stale: byStatus.stale, conflicts: byStatus.conflict, decided: byStatus.decided, agreed }
}

/** The state of the sets and reviews of each article. Worked out again only where a file is another than the last time. */
export function createOverviews({ disk, folder, text, codebook, now, keep }: OverviewOptions): Overviews {
  let opened: { readonly version: string; readonly cache: Promise<OverviewCache> } | null = null
  const cacheFor = (version: string): Promise<OverviewCache> => {
    if (opened?.version !== version) opened = { version, cache: openOverviewCache(disk, join(folder, '.concord', 'review-cache.json'), version) }
    return opened.cache
  }

  const look = async (article: string, annotators: readonly string[], reviewers: readonly string[], cache: OverviewCache): Promise<ArticleOverview> => {
    let stamps = ''
    let newest = 0
    for (const { path, name } of [...placesOf(folder, 'annotations', annotators, article), ...placesOf(folder, 'reviews', reviewers, article)]) {
      const stat = await disk.stat(path)
      if (!stat.ok || !stat.value) continue
      stamps += `${name} ${stat.value.size} ${stat.value.modified}\n`
      newest = Math.max(newest, stat.value.modified)
    }
    if (stamps === '') {
      cache.drop(article)
      return NOTHING
    }
    const known = cache.get(article, stamps)
    if (known) return { ...known, problems: [] }
    const read = now()
    const overview = await readOverview(article)
    const { problems, ...kept } = overview
    // What cannot be used is told each time.
    if (problems.length === 0) cache.set(article, stamps, newest, read, kept)
    return overview
  }

  const readOverview = async (article: string): Promise<ArticleOverview> => {
    const found = await text(article)
    if (!found.ok) return NOTHING
    const [{ sets, problems }, reviews] = [await readSetsOf(disk, folder, article, found.value), await readReviewsOf(disk, folder, article)]
    const reviewed = sets.map(({ set }) => withHashes(set, sha256))
    const { counts, cells } = articleProgress(reviewed, reviews.reviews, codebook().codebook)
    const people = new Map(sets.map(({ set }) => [set.annotator.key, set.annotator]))
    return {
      sets: cells.flatMap(({ annotator, ...cell }) => {
        const person = people.get(annotator)
        return person ? [{ annotator: person, ...cell }] : []
      }),
      counts: sets.length === 0 ? null : shortCounts(counts),
      problems: [...problems, ...reviews.problems],
    }
  }

  return {
    of: async (articles, onProgress) => {
      const annotators = await peopleFolders(disk, folder, 'annotations')
      const reviewers = await peopleFolders(disk, folder, 'reviews')
      const cache = await cacheFor(codebook().version)
      let done = 0
      const found = await inParallel(articles, AT_ONCE, async (article) => {
        const overview = await look(article, annotators, reviewers, cache)
        done += 1
        if (done % 25 === 0 || done === articles.length) onProgress?.(done, articles.length)
        return overview
      })
      if (keep) await cache.save()
      return found
    },
  }
}
