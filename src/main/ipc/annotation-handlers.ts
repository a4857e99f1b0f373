import { fail, ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { isImportToRedo, undoStateOf } from '../workspace/import-desk.ts'
import { performCommands } from '../workspace/perform-commands.ts'
import { articleOf } from '../workspace/workspace.ts'
import { byId, byPath, outcomeById } from './changes.ts'
import type { HandlerContext } from './context.ts'

export function annotationHandlers({ desk }: HandlerContext): SomeHandlers<'annotations'> & SomeHandlers<'register'> {
  return {
    'annotations.apply': async ({ gesture, changes }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const named = byPath(workspace.value, changes)
      if (!named.ok) return named
      const applied = await workspace.value.annotations.apply(gesture, named.value)
      return applied.ok ? ok(applied.value.map(byId)) : applied
    },
    'annotations.undo': async () => {
      const workspace = desk.requireWritable()
      return workspace.ok ? outcomeById(await workspace.value.annotations.undo()) : workspace
    },
    'annotations.redo': async () => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      if (await isImportToRedo(workspace.value, desk)) return fail('import.redo', 'An import that was taken back is not done again by Redo.', 'Import the files again.')
      return outcomeById(await workspace.value.annotations.redo())
    },
    'annotations.undoState': async () => {
      const workspace = desk.require()
      return workspace.ok ? ok(await undoStateOf(workspace.value, await workspace.value.annotations.undoState())) : workspace
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
      return performed.ok ? ok(performed.value.map(byId)) : performed
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
