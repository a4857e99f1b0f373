import { join } from 'node:path'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { ArticleRow } from '../../../core/model/project.ts'
import type { Review } from '../../../core/model/review.ts'
import { standingOf } from '../../../core/review/standing.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { peopleFolders } from './people-folders.ts'
import { readReviewsOf } from './review-file.ts'

export interface StandingsOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  /** Own sets as they are now; null: there is none, or it cannot be read. */
  readonly ownSets: (articles: readonly string[]) => Promise<readonly (AnnotationSet | null)[]>
}

/** What reviewers said of one annotator's sets, kept in step with the sets: an accepted set that is changed is accepted no more. */
export interface Standings {
  /** Looks at everybody's reviews. Answers the articles on which something is said. */
  scan(): Promise<string[]>
  /** Looks at the reviews of these articles again. Answers those where something else is said now. */
  refresh(articles: readonly string[]): Promise<string[]>
  /** After a gesture. */
  update(set: AnnotationSet): void
  of(article: string): ArticleRow['review']
}

const AT_ONCE = 16

export function createStandings({ disk, folder, ownSets }: StandingsOptions): Standings {
  /** Reviews without what makes them large. */
  const said = new Map<string, readonly Review[]>()
  const shown = new Map<string, NonNullable<ArticleRow['review']>>()

  const judge = (article: string, set: AnnotationSet | null): boolean => {
    const before = shown.get(article)
    const { status, by, at, note } = standingOf(set, said.get(article) ?? [])
    const now = (status === 'in_review' || status === 'returned' || status === 'accepted') && by && at ? { status, by: by.name, at, note } : null
    if (now) shown.set(article, now)
    else shown.delete(article)
    return before?.status !== now?.status || before?.at !== now?.at || before?.by !== now?.by
  }

  const refresh = async (articles: readonly string[]): Promise<string[]> => {
    await inParallel(articles, AT_ONCE, async (article) => {
      const { reviews } = await readReviewsOf(disk, folder, article)
      const speaking = reviews.filter(({ standings }) => standings.length > 0)
      if (speaking.length > 0) said.set(article, speaking.map((review) => ({ ...review, decisions: [], comments: [] })))
      else said.delete(article)
    })
    const sets = await ownSets(articles)
    return articles.filter((article, index) => judge(article, sets[index] ?? null))
  }

  return {
    scan: async () => {
      const articles = new Set<string>()
      for (const person of await peopleFolders(disk, folder, 'reviews')) {
        const walked = await disk.walk(join(folder, 'reviews', person))
        for (const { path, kind } of walked.ok ? walked.value : []) {
          if (kind === 'file' && path.endsWith('.json')) articles.add(path.slice(0, -'.json'.length))
        }
      }
      return refresh([...articles])
    },
    refresh,
    update: (set) => void judge(set.article.path, set),
    of: (article) => shown.get(article) ?? null,
  }
}
