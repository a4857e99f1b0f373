import { progressOf, type AnnotationSet, type Annotator } from '../model/annotation-set.ts'
import type { Timestamp } from '../model/environment.ts'
import type { Review, Standing } from '../model/review.ts'
import { compareText } from './compare.ts'

export type StandingStatus = 'not_started' | 'in_progress' | 'done' | Standing['status']

/** Where a set stands, who put it there, and when. */
export interface SetStanding {
  readonly status: StandingStatus
  readonly by: Annotator | null
  readonly at: Timestamp | null
  /** What the annotator or the reviewer noted with it. */
  readonly note: string | null
  /** What a reviewer last said and holds no more, because the set was changed since: “returned, being changed”. */
  readonly before: ReviewerStanding | null
}

export interface ReviewerStanding extends Standing {
  readonly by: Annotator
}

/** What asks for something to be done comes first, where reviewers say different things of the same set. */
const WEIGHT: Readonly<Record<Standing['status'], number>> = { returned: 0, accepted: 1, in_review: 2 }

/**
 * The status of an annotator's set. A reviewer's word holds while the set is what it was said of, told by revision and by the
 * moment its own status was set: no clocks are compared between two people's computers.
 */
export function standingOf(set: AnnotationSet | null, reviews: readonly Review[]): SetStanding {
  if (!set) return { status: 'not_started', by: null, at: null, note: null, before: null }
  const said = reviews
    .flatMap(({ reviewer, standings }) => standings.map((standing): ReviewerStanding => ({ ...standing, by: reviewer })))
    .filter(({ annotator }) => annotator === set.annotator.key)
    .toSorted((a, b) => WEIGHT[a.status] - WEIGHT[b.status] || compareText(b.at, a.at) || compareText(a.by.key, b.by.key))
  const holding = said.find((standing) => holds(standing, set))
  if (holding) return { status: holding.status, by: holding.by, at: holding.at, note: holding.note ?? null, before: null }
  const progress = progressOf(set)
  const [before] = said.toSorted((a, b) => b.on.revision - a.on.revision)
  return {
    status: progress === 'nothing_to_mark' ? 'done' : progress,
    by: set.annotator,
    at: set.state.changed,
    note: set.state.note ?? null,
    before: before ?? null,
  }
}

/** The reviewer's word on a set as it is now, to be kept in their review; it takes the place of what they said of it before. */
export function makeStanding(set: AnnotationSet, status: Standing['status'], at: Timestamp, note?: string): Standing {
  const on = { revision: set.revision, state_changed: set.state.changed }
  const said = { annotator: set.annotator.key, status, at, on }
  return note === undefined || note.trim() === '' ? said : { ...said, note }
}

function holds({ status, on }: Standing, set: AnnotationSet): boolean {
  return status === 'accepted' ? on.revision === set.revision : on.state_changed === set.state.changed
}

