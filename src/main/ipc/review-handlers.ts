import { articleId } from '../../core/model/folder-name.ts'
import { ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { sha256 } from '../services/hash.ts'
import type { ReviewOutcome } from '../services/review/review-service.ts'
import { openReview } from '../workspace/open-review.ts'
import { overviewRows, reviewOverview } from '../workspace/review-overview.ts'
import { articleOf } from '../workspace/workspace.ts'
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
    'review.apply': async ({ gesture, changes }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const named = []
      for (const { article, base, diff } of changes) {
        const facts = articleOf(workspace.value, article)
        if (!facts.ok) return facts
        named.push({ article: facts.value.path, base, diff })
      }
      const applied = await workspace.value.reviews.apply(gesture, named)
      return applied.ok ? ok(applied.value.map(byId)) : applied
    },
    'review.undo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? outcome(await workspace.value.reviews.undo()) : workspace
    },
    'review.redo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? outcome(await workspace.value.reviews.redo()) : workspace
    },
    'review.undoState': async () => {
      const workspace = desk.require()
      return workspace.ok ? ok(await workspace.value.reviews.undoState()) : workspace
    },
  }
}

/** The renderer knows articles by id. */
function byId<T extends { readonly article: string }>(change: T): T {
  return { ...change, article: articleId(change.article, sha256) }
}

function outcome(made: Result<ReviewOutcome | null>) {
  if (!made.ok || made.value === null) return made.ok ? ok(null) : made
  return ok({ kind: made.value.kind, changes: made.value.changes.map(byId) })
}
