import type { Environment } from '../../../core/model/environment.ts'
import type { Decision, ReviewDiff, ReviewGesture, ReviewGestureKind } from '../../../core/model/review.ts'
import { EMPTY_REVIEW_DIFF } from '../../../core/review/diff.ts'
import { ok } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import type { SaveStatus } from '../sets/save-status.ts'
import { CODEBOOK, manualTimer, TEXTS, textOf, unwrap, type ManualTimer } from '../sets/testing.ts'
import { createReviewService, type ReviewService, type ReviewServiceOptions } from './review-service.ts'

export interface ReviewRig {
  readonly service: ReviewService
  readonly timer: ManualTimer
  readonly statuses: SaveStatus[]
  /** Articles whose adjudicated set was to be derived, in order. */
  readonly derived: string[]
  readonly problems: string[]
}

export async function startReviews(disk: Disk, options: Partial<ReviewServiceOptions> & { environment: Environment }): Promise<ReviewRig> {
  const timer = manualTimer()
  const statuses: SaveStatus[] = []
  const derived: string[] = []
  const problems: string[] = []
  unwrap(await disk.makeFolder('/project'))
  const service = await createReviewService({
    disk,
    folder: '/project',
    reviewer: { key: 'noor', name: 'Noor' },
    codebookVersion: () => CODEBOOK,
    text: textOf(TEXTS),
    derive: async (article) => {
      derived.push(article)
      return ok(null)
    },
    onStatus: (status) => statuses.push(status),
    onProblem: ({ message }) => problems.push(message),
    startTimer: timer.start,
    ...options,
  })
  return { service, timer, statuses, derived, problems }
}

const AT = '2031-03-04T09:15:00.000Z'

export function aDecision(id: string, more: Partial<Decision> = {}): Decision {
  return { id, sources: [{ annotator: 'ines', id: `a-${id}`, sha256: 'd'.repeat(64) }], outcome: { kind: 'nothing' }, created: AT, modified: AT, ...more }
}

export function deciding(...decisions: Decision[]): ReviewDiff {
  return { ...EMPTY_REVIEW_DIFF, decisions: { added: decisions, updated: [], removed: [] } }
}

export function aGesture(id: string, kind: ReviewGestureKind = 'decide', at = AT): ReviewGesture {
  return { id, at, kind }
}
