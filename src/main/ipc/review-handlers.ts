import { ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { alikeElsewhere, earlierElsewhere } from '../workspace/elsewhere.ts'
import { openReview } from '../workspace/open-review.ts'
import { overviewRows, reviewOverview } from '../workspace/review-overview.ts'
import { byId, byPath, outcomeById } from './changes.ts'
import type { HandlerContext } from './context.ts'

export function reviewHandlers({ desk }: HandlerContext): SomeHandlers<'review'> {
  return {
    'review.overview': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      return ok(await reviewOverview(workspace.value, (done, total) => desk.send('work.progress', { kind: 'review', done, total })))
    },
    'review.rows': async ({ articles }) => {
      const workspace = desk.require()
      return workspace.ok ? ok(await overviewRows(workspace.value, articles)) : workspace
    },
    'review.open': async ({ article, reviewing }) => {
      const workspace = desk.require()
      return workspace.ok ? openReview(workspace.value, desk.disk, article, reviewing) : workspace
    },
    'review.earlier': async ({ article }) => {
      const workspace = desk.require()
      return workspace.ok ? earlierElsewhere(workspace.value, desk.disk, article) : workspace
    },
    'review.alike': async ({ article, words }) => {
      const workspace = desk.require()
      return workspace.ok ? alikeElsewhere(workspace.value, desk.disk, article, words) : workspace
    },
    'review.apply': async ({ gesture, changes }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const named = byPath(workspace.value, changes)
      if (!named.ok) return named
      const applied = await workspace.value.reviews.apply(gesture, named.value)
      return applied.ok ? ok(applied.value.map(byId)) : applied
    },
    'review.undo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? outcomeById(await workspace.value.reviews.undo()) : workspace
    },
    'review.redo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? outcomeById(await workspace.value.reviews.redo()) : workspace
    },
    'review.undoState': async () => {
      const workspace = desk.require()
      return workspace.ok ? ok(await workspace.value.reviews.undoState()) : workspace
    },
  }
}
