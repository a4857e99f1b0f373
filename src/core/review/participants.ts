import type { ReviewedSet } from './hash.ts'

/** Annotators who take part in the review of an article, by key. */
export interface Participants {
  /** Their set is done: what it does not have, they did not mark. */
  readonly done: readonly string[]
  /** Their set is being coded: what it has counts, what it lacks says nothing yet. */
  readonly unfinished: readonly string[]
}

/** A set that was only opened, or emptied again, takes no part. */
export function participantsOf(sets: readonly ReviewedSet[]): Participants {
  const by = (status: string) =>
    sets
      .filter(({ set }) => set.state.status === status && (status === 'done' || set.annotations.length > 0))
      .map(({ set }) => set.annotator.key)
      .toSorted()
  return { done: by('done'), unfinished: by('in_progress') }
}
