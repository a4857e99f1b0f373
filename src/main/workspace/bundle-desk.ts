import { diffBetween } from '../../core/annotating/diff-between.ts'
import { invertDiff } from '../../core/annotating/diff.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ChangeOwnSets } from '../services/bundle/apply-import.ts'
import type { BundleContext } from '../services/bundle/context.ts'
import type { UndoOwnSets } from '../services/bundle/take-back.ts'
import { createHistory } from '../services/sets/history.ts'
import { createSetPaths } from '../services/sets/paths.ts'
import type { Desk } from '../desk.ts'
import type { Workspace } from './workspace.ts'

/** A workspace as bundles see it, with everything on disk. */
export async function bundleContext(desk: Pick<Desk, 'disk' | 'environment'>, workspace: Workspace): Promise<Result<BundleContext>> {
  const { annotations, articles, opened, annotator, sight } = workspace
  const flushed = await annotations.flush()
  if (!flushed.ok) return flushed
  const visible = opened.project.blind === false ? null : await sight.visible(articles.all().map(({ path }) => path))
  return ok({ disk: desk.disk, environment: desk.environment, opened, articles, by: annotator, maySee: (article) => visible === null || visible.has(article) })
}

/** Own sets that come are a gesture: the history has it, and undo takes it back. */
export function changeOwn({ annotations }: Workspace, { environment }: BundleContext): ChangeOwnSets {
  return async (gesture, sets) => {
    const plans = sets.flatMap(({ article, set }) => (article === null ? [] : [{ article, decide: (here: typeof set) => ok(diffBetween(here, set)) }]))
    const changed = await annotations.perform({ id: gesture, at: timestamp(environment.now()), kind: 'import' }, plans)
    return changed.ok ? annotations.flush() : changed
  }
}

/** Undoes that gesture where it is the last one; else its opposite, as another one. Refused where something has changed since. */
export function undoOwn({ annotations, folder, annotator }: Workspace, { environment, disk }: BundleContext): UndoOwnSets {
  return async (gesture, articles) => {
    if ((await annotations.nextStep('undo'))?.id === gesture) {
      const undone = await annotations.undo()
      return undone.ok ? annotations.flush() : undone
    }
    const paths = createSetPaths(folder, annotator.key)
    const history = createHistory(disk, paths.historyFile, paths.historyName)
    const plans = []
    for (const article of articles) {
      const read = await history.read(article)
      if (!read.ok) return read
      const line = read.value.lines.find((each) => each.gesture.id === gesture)
      if (!line) return fail('import.history', 'the history does not have this import.', 'Change it by hand.')
      plans.push({ article, decide: () => ok(invertDiff(line.diff)) })
    }
    const changed = await annotations.perform({ id: newId(environment), at: timestamp(environment.now()), kind: 'import' }, plans)
    return changed.ok ? annotations.flush() : changed
  }
}
