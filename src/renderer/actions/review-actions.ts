import type { ActionId } from '../../core/actions/table.ts'
import { leaveReview, openReview, showReview } from '../session/review-open.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

export const reviewActions = {
  'view.review': { when: hasProject, perform: showReview },
  'review.overview': { when: hasProject, perform: leaveReview },
  'review.open': {
    when: (session) => session.store.getState().article !== null,
    perform: (session) => {
      const { article } = session.store.getState()
      if (article) void openReview(session, article.id)
    },
  },
} as const satisfies Partial<Record<ActionId, Action>>
