import type { RowEdit } from '../../core/annotating/set-values.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import { articleId } from '../../core/model/folder-name.ts'
import type { Environment } from '../../core/model/environment.ts'
import { sameJson } from '../../core/model/equal.ts'
import type { Entity, Value } from '../../core/model/value.ts'
import { ok, type Result } from '../../core/result.ts'
import type { UndoOutcome } from '../services/sets/annotation-service.ts'
import { sha256 } from '../services/hash.ts'
import { performCommands, type ArticleCommand } from './perform-commands.ts'
import type { Workspace } from './workspace.ts'

/**
 * Entities stand whole in the values, so another name is written into each of the annotator's own that has exactly one of
 * these: one gesture, one undo. Nobody else's sets are touched.
 */
export async function renameEntity(workspace: Workspace, environment: Environment, from: readonly Entity[], to: Entity): Promise<Result<UndoOutcome['changes']>> {
  const paths = workspace.articles.all().map(({ path }) => path)
  const sets = await workspace.annotations.look(paths)
  const commands = paths.flatMap((path, index): ArticleCommand[] => {
    const rows = (sets[index]?.annotations ?? []).flatMap((annotation) => rowOf(annotation, from, to))
    return rows.length === 0 ? [] : [{ article: articleId(path, sha256), command: { kind: 'set_values', rows } }]
  })
  return commands.length === 0 ? ok([]) : performCommands(workspace, environment, 'set_values', commands)
}

function rowOf({ id, attributes }: Annotation, from: readonly Entity[], to: Entity): RowEdit[] {
  const values: Record<string, Value> = {}
  for (const [attribute, value] of Object.entries(attributes)) {
    const renamed = withName(value, from, to)
    if (renamed) values[attribute] = renamed
  }
  return Object.keys(values).length === 0 ? [] : [{ id, values }]
}

/** Null where it names none of them. Two that are one by now stand there once. */
function withName(value: Value, from: readonly Entity[], to: Entity): Value | null {
  if (!('value' in value) || !Array.isArray(value.value)) return null
  const entities = value.value.filter((item): item is Entity => typeof item !== 'string')
  const isMeant = (entity: Entity) => from.some((each) => sameJson(each, entity))
  if (entities.length !== value.value.length || !entities.some(isMeant)) return null
  const renamed: Entity[] = []
  for (const entity of entities) {
    const next = isMeant(entity) ? to : entity
    if (!renamed.some((known) => sameJson(known, next))) renamed.push(next)
  }
  return { state: value.state, value: renamed }
}
