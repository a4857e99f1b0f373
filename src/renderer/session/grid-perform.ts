import { applyDiff } from '../../core/annotating/diff.ts'
import type { RowEdit } from '../../core/annotating/set-values.ts'
import type { GridRow } from '../../core/grid/columns.ts'
import type { GridPlan } from '../../core/grid/plan.ts'
import type { ArticleCommand, ChangedSet } from '../../ipc/shapes.ts'
import { keepDrafts } from './drafts.ts'
import { perform } from './perform.ts'
import { takeChanges } from './project-sets.ts'
import { reloadArticle } from './reload.ts'
import type { Session } from './session.ts'
import { sayError, stepMade } from './view.ts'

/** Does what a plan says, as one gesture, in one article or several; answers whether it was done. */
export function performPlan(session: Session, plan: GridPlan): Promise<boolean> {
  const edits = new Map<string, RowEdit[]>()
  for (const { row, edit } of plan.edits) edits.set(row.article, [...(edits.get(row.article) ?? []), edit])
  return performAll(session, Array.from(edits, ([article, rows]) => ({ article, command: { kind: 'set_values', rows } })))
}

/** Confirms what was filled in by rule, in these rows and attributes. */
export function confirmCells(session: Session, rows: readonly GridRow[], attributes: readonly string[]): Promise<boolean> {
  const ids = new Map<string, string[]>()
  for (const { article, annotation } of rows) ids.set(article, [...(ids.get(article) ?? []), annotation.id])
  return performAll(session, Array.from(ids, ([article, of]) => ({ article, command: { kind: 'confirm_defaults', ids: of, attribute: [...attributes] } })))
}

/** One gesture. In the open article at once, like every gesture there; what touches another one is decided by main. */
export async function performAll(session: Session, commands: ArticleCommand[]): Promise<boolean> {
  const [first] = commands
  if (!first) return true
  if (commands.length === 1 && first.article === session.store.getState().article?.id) return perform(session, first.command).ok
  keepDrafts(session)
  // Main must know what was done before.
  await session.queue.drained()
  const answer = await session.client.ask('annotations.perform', { commands })
  if (!answer.ok) {
    sayError(session.view, answer.error)
    return false
  }
  stepMade(session.view, 'gesture')
  await follow(session, answer.value)
  return true
}

async function follow(session: Session, changes: readonly ChangedSet[]): Promise<void> {
  const { store } = session
  const open = store.getState().article
  takeChanges(session, changes.filter(({ article }) => article !== open?.id))
  const here = changes.find(({ article }) => article === open?.id)
  if (!open || !here) return
  const set = open.set.revision + 1 === here.revision ? applyDiff(open.set, here.diff) : null
  if (set?.ok) store.setState({ article: { ...open, set: { ...set.value, revision: here.revision } } })
  else await reloadArticle(session, open.id)
}
