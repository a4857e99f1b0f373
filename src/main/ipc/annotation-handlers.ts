import { fail, ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { performCommands } from '../workspace/perform-commands.ts'
import { articleOf } from '../workspace/workspace.ts'
import { articleId } from '../../core/model/folder-name.ts'
import type { UndoOutcome } from '../services/sets/annotation-service.ts'
import type { Result } from '../../core/result.ts'
import { sha256 } from '../services/hash.ts'
import type { HandlerContext } from './context.ts'

export function annotationHandlers({ desk }: HandlerContext): SomeHandlers<'annotations'> & SomeHandlers<'register'> {
  return {
    'annotations.apply': async ({ gesture, changes }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const named = []
      for (const { article, base, diff } of changes) {
        const facts = articleOf(workspace.value, article)
        if (!facts.ok) return facts
        named.push({ article: facts.value.path, base, diff })
      }
      const applied = await workspace.value.annotations.apply(gesture, named)
      if (!applied.ok) return applied
      return ok(applied.value.map(({ article, revision }) => ({ article: articleId(article, sha256), revision })))
    },
    'annotations.undo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? byId(await workspace.value.annotations.undo()) : workspace
    },
    'annotations.redo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? byId(await workspace.value.annotations.redo()) : workspace
    },
    'annotations.undoState': async () => {
      const workspace = desk.require()
      return workspace.ok ? ok(await workspace.value.annotations.undoState()) : workspace
    },
    'annotations.reload': async ({ article }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const facts = articleOf(workspace.value, article)
      return facts.ok ? workspace.value.annotations.open(facts.value.path) : facts
    },
    'annotations.perform': async ({ commands }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const [first] = commands
      if (commands.some(({ command }) => command.kind !== first?.command.kind)) return fail('gesture.mixed', 'One gesture does two kinds of things.', 'Make the changes one after the other.')
      const performed = await performCommands(workspace.value, desk.environment, first?.command.kind ?? 'set_values', commands)
      return performed.ok ? ok(performed.value.map(byArticleId)) : performed
    },
    'annotations.list': async ({ articles }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const known = articles.flatMap((id) => workspace.value.articles.byId(id) ?? [])
      const sets = await workspace.value.annotations.look(known.map(({ path }) => path))
      return ok(known.flatMap(({ id }, index) => sets[index] ? [{ article: id, set: sets[index] }] : []))
    },
    'annotations.saveNow': async () => {
      const workspace = desk.require()
      return workspace.ok ? workspace.value.annotations.saveNow() : workspace
    },
    'register.suggest': async ({ query, near }) => {
      const workspace = desk.require()
      return workspace.ok ? ok([...workspace.value.register.suggest(query, { kept: workspace.value.opened.codebook.entities ?? [], near })]) : workspace
    },
  }
}

/** The renderer knows articles by id. */
function byId(outcome: Result<UndoOutcome | null>) {
  if (!outcome.ok || outcome.value === null) return outcome.ok ? ok(null) : outcome
  const { kind, changes } = outcome.value
  return ok({ kind, changes: changes.map(byArticleId) })
}

function byArticleId(change: UndoOutcome['changes'][number]) {
  return { ...change, article: articleId(change.article, sha256) }
}
