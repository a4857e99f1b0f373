import type { Progress } from '../model/annotation-set.ts'
import type { Round } from '../model/round.ts'

export interface AnnotatorProgress {
  readonly annotator: string
  readonly assigned: number
  readonly started: number
  readonly done: number
}

export interface RoundProgress {
  /** In the order of the round's annotators. */
  readonly annotators: readonly AnnotatorProgress[]
  readonly articles: number
  /** Articles that everybody who was given them has finished. */
  readonly done: number
  /** Articles that several code, and those of them that all have finished, which agreement can be computed on. */
  readonly overlap: number
  readonly overlapDone: number
}

/** How far a round is. `progressOf` answers for an annotator's key and an article's path. */
export function progressOfRound({ annotators, assignments }: Round, progressOf: (annotator: string, article: string) => Progress): RoundProgress {
  const isDone = (annotator: string, article: string) => ['done', 'nothing_to_mark'].includes(progressOf(annotator, article))
  const shared = assignments.filter((assignment) => assignment.annotators.length > 1)
  const allDone = ({ article, annotators: coders }: Round['assignments'][number]) => coders.every((coder) => isDone(coder, article))
  return {
    annotators: annotators.map(({ key }) => {
      const own = assignments.filter((assignment) => assignment.annotators.includes(key))
      const done = own.filter(({ article }) => isDone(key, article)).length
      const started = own.filter(({ article }) => progressOf(key, article) === 'in_progress').length
      return { annotator: key, assigned: own.length, started, done }
    }),
    articles: assignments.length,
    done: assignments.filter(allDone).length,
    overlap: shared.length,
    overlapDone: shared.filter(allDone).length,
  }
}
