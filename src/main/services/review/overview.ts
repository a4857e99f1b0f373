import type { Annotator } from '../../../core/model/annotation-set.ts'
import { standingOf, type SetStanding } from '../../../core/review/standing.ts'
import type { Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import type { Problem } from '../sets/problem.ts'
import type { ArticleText } from '../sets/set-file.ts'
import { peopleFolders, placesOf } from './people-folders.ts'
import { readSetsOf } from './read-sets.ts'
import { readReviewsOf } from './review-file.ts'

export interface ReviewCounts {
  /** Nobody has decided them, or what was decided on has changed since. Those that wait for later are among them. */
  readonly open: number
  readonly later: number
  readonly stale: number
  /** Two reviewers decided differently. */
  readonly conflicts: number
  readonly decided: number
  /** What all have alike and nobody has merged yet. */
  readonly agreed: number
}

/** What there is on one article, whoever may see it. */
export interface ArticleOverview {
  readonly sets: readonly { readonly annotator: Annotator; readonly standing: SetStanding; readonly annotations: number }[]
  /** null: nobody has a set on it. */
  readonly counts: ReviewCounts | null
  readonly problems: readonly Problem[]
}

export interface OverviewOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export interface Overviews {
  of(articles: readonly string[], onProgress?: (done: number, total: number) => void): Promise<ArticleOverview[]>
}

interface Kept {
  /** Names, sizes and times of the files that it was made from. */
  readonly stamps: string
  readonly newest: number
  readonly read: number
  readonly overview: ArticleOverview
}

const AT_ONCE = 8
/** A file that was changed so shortly before it was read may have been changed again without its time showing it. */
const TOO_FRESH = 2500
const NOTHING: ArticleOverview = { sets: [], counts: null, problems: [] }

/** The state of the sets and reviews of each article. Read again only where a file is another than the last time. */
export function createOverviews({ disk, folder, text, now }: OverviewOptions): Overviews {
  const kept = new Map<string, Kept>()

  const look = async (article: string, annotators: readonly string[], reviewers: readonly string[]): Promise<ArticleOverview> => {
    const places = [...placesOf(folder, 'annotations', annotators, article), ...placesOf(folder, 'reviews', reviewers, article)]
    let stamps = ''
    let newest = 0
    for (const { path, name } of places) {
      const stat = await disk.stat(path)
      if (!stat.ok || !stat.value) continue
      stamps += `${name} ${stat.value.size} ${stat.value.modified}\n`
      newest = Math.max(newest, stat.value.modified)
    }
    if (stamps === '') return NOTHING
    const known = kept.get(article)
    if (known?.stamps === stamps && known.read - known.newest > TOO_FRESH) return known.overview
    const read = now()
    const overview = await readOverview(article)
    kept.set(article, { stamps, newest, read, overview })
    return overview
  }

  const readOverview = async (article: string): Promise<ArticleOverview> => {
    const found = await text(article)
    if (!found.ok) return NOTHING
    const [{ sets, problems }, reviews] = [await readSetsOf(disk, folder, article, found.value), await readReviewsOf(disk, folder, article)]
    const all = sets.map(({ set }) => set)
    return {
      sets: all.map((set) => ({ annotator: set.annotator, standing: standingOf(set, reviews.reviews), annotations: set.annotations.length })),
      counts: null,
      problems: [...problems, ...reviews.problems],
    }
  }

  return {
    of: async (articles, onProgress) => {
      const annotators = await peopleFolders(disk, folder, 'annotations')
      const reviewers = await peopleFolders(disk, folder, 'reviews')
      let done = 0
      return inParallel(articles, AT_ONCE, async (article) => {
        const overview = await look(article, annotators, reviewers)
        done += 1
        if (done % 25 === 0 || done === articles.length) onProgress?.(done, articles.length)
        return overview
      })
    },
  }
}
