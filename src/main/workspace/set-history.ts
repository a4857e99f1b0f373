import { isEmptyDiff } from '../../core/annotating/diff.ts'
import { restoreDiff, setAt, versionsOf, type SetVersion } from '../../core/history/versions.ts'
import { newId, timestamp, type Environment } from '../../core/model/environment.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { HistoryLine } from '../../core/model/gesture.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Disk } from '../services/disk/disk.ts'
import type { UndoOutcome } from '../services/sets/annotation-service.ts'
import { createHistory } from '../services/sets/history.ts'
import { createSetPaths } from '../services/sets/paths.ts'
import { articleOf, type Workspace } from './workspace.ts'

interface Past {
  readonly path: string
  readonly set: AnnotationSet
  readonly lines: readonly HistoryLine[]
}

/** The own set on an article with every line of its history, also those that could not be written yet. */
async function pastOf(workspace: Workspace, disk: Disk, id: string): Promise<Result<Past>> {
  const facts = articleOf(workspace, id)
  if (!facts.ok) return facts
  const { path } = facts.value
  const set = await workspace.annotations.open(path)
  if (!set.ok) return set
  const paths = createSetPaths(workspace.folder, workspace.annotator.key)
  const read = await createHistory(disk, paths.historyFile, paths.historyName).read(path)
  if (!read.ok) return read
  const unsaved = workspace.annotations.unsaved([]).filter((each) => each.set.article.path === path)
  return ok({ path, set: set.value, lines: [...read.value.lines, ...unsaved.flatMap(({ lines }) => lines)] })
}

/** Earlier states of the own set on an article, the latest first. */
export async function historyOf(workspace: Workspace, disk: Disk, id: string): Promise<Result<SetVersion[]>> {
  const past = await pastOf(workspace, disk, id)
  return past.ok ? ok(versionsOf(past.value.set, past.value.lines)) : past
}

/** The own set as it was, and as it is. */
export async function historyAt(workspace: Workspace, disk: Disk, id: string, revision: number): Promise<Result<{ before: AnnotationSet; now: AnnotationSet }>> {
  const past = await pastOf(workspace, disk, id)
  if (!past.ok) return past
  const then = setAt(past.value.set, past.value.lines, revision)
  return then ? ok({ before: then, now: past.value.set }) : gone()
}

/** Brings the own set, or some of its records, back to what they were: one gesture, which one undo takes back. */
export async function restoreHistory(workspace: Workspace, disk: Disk, environment: Environment, id: string, revision: number, ids: readonly string[] | null): Promise<Result<UndoOutcome['changes']>> {
  const past = await pastOf(workspace, disk, id)
  if (!past.ok) return past
  const then = setAt(past.value.set, past.value.lines, revision)
  if (!then) return gone()
  const gesture = { id: newId(environment), at: timestamp(environment.now()), kind: 'restore' as const }
  const decide = (now: AnnotationSet) => ok(restoreDiff(now, then, ids && new Set(ids)))
  if (isEmptyDiff(restoreDiff(past.value.set, then, ids && new Set(ids)))) return ok([])
  return workspace.annotations.perform(gesture, [{ article: past.value.path, decide }])
}

function gone() {
  return fail('history.gone', 'The history does not reach back to this state.', 'Choose a later one.')
}
