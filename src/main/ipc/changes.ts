import { articleId } from '../../core/model/folder-name.ts'
import { ok, type Result } from '../../core/result.ts'
import { sha256 } from '../services/hash.ts'
import { articleOf, type Workspace } from '../workspace/workspace.ts'

/** The window knows articles by id, the services by path: the changes of a gesture on their way in. */
export function byPath<T extends { readonly article: string }>(workspace: Workspace, changes: readonly T[]): Result<T[]> {
  const named: T[] = []
  for (const change of changes) {
    const facts = articleOf(workspace, change.article)
    if (!facts.ok) return facts
    named.push({ ...change, article: facts.value.path })
  }
  return ok(named)
}

/** And on their way out. */
export function byId<T extends { readonly article: string }>(change: T): T {
  return { ...change, article: articleId(change.article, sha256) }
}

/** What an undo or redo did, or that there was nothing to do. */
export function outcomeById<T extends { readonly article: string }, K>(made: Result<{ readonly kind: K; readonly changes: readonly T[] } | null>): Result<{ kind: K; changes: T[] } | null> {
  if (!made.ok || made.value === null) return made.ok ? ok(null) : made
  return ok({ kind: made.value.kind, changes: made.value.changes.map(byId) })
}
