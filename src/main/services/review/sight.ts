import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Round } from '../../../core/model/round.ts'
import type { Review } from '../../../core/model/review.ts'
import { isAssigned, isUnseen, mayView, type Visibility } from '../../../core/review/visibility.ts'
import { inParallel } from '../articles/in-parallel.ts'

export interface SightOptions {
  readonly annotatorKey: string
  readonly blind: () => boolean | undefined
  readonly rounds: () => readonly Round[]
  /** The own sets on these articles, as they are now. */
  readonly ownSets: (articles: readonly string[]) => Promise<readonly (AnnotationSet | null)[]>
  /** The own review of an article, or null. */
  readonly ownReview: (article: string) => Promise<Pick<Review, 'seen'> | null>
}

/**
 * What of colleagues' work whoever is at work may be shown. Everything in main that reads other people's sets asks here first: a
 * review, counts, exports, the codebook's uses.
 */
export interface Sight {
  of(article: string, reviewing?: boolean): Promise<Visibility>
  /** Those of the articles on which colleagues' sets may be shown. */
  visible(articles: readonly string[]): Promise<ReadonlySet<string>>
}

const AT_ONCE = 16

export function createSight({ annotatorKey, blind, rounds, ownSets, ownReview }: SightOptions): Sight {
  const judge = async (article: string, own: AnnotationSet | null, reviewing: boolean): Promise<Visibility> => {
    const question = { blind: blind(), own, assigned: isAssigned(rounds(), annotatorKey, article) }
    const plain = mayView({ ...question, reviewing })
    // The own review is read only where it could make a difference.
    if (plain.visible || plain.why !== 'say_so') return plain
    return mayView({ ...question, reviewing: !isUnseen(await ownReview(article)) })
  }
  return {
    of: async (article, reviewing = false) => judge(article, (await ownSets([article]))[0] ?? null, reviewing),
    visible: async (articles) => {
      if (blind() === false) return new Set(articles)
      const sets = await ownSets(articles)
      const seen = await inParallel(articles, AT_ONCE, (article, index) => judge(article, sets[index] ?? null, false))
      return new Set(articles.filter((_, index) => seen[index]?.visible === true))
    },
  }
}
