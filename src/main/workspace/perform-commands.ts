import { applyCommand } from '../../core/annotating/apply-command.ts'
import type { Command } from '../../core/annotating/commands.ts'
import { newId, timestamp, type Environment } from '../../core/model/environment.ts'
import type { GestureKind } from '../../core/model/gesture.ts'
import { fail, type Result } from '../../core/result.ts'
import type { UndoOutcome } from '../services/sets/annotation-service.ts'
import { articleOf, rowOf, type Workspace } from './workspace.ts'

/** What is done to one article, open or not; by the article's id. */
export interface ArticleCommand {
  readonly article: string
  readonly command: Command
}

/**
 * Does commands on articles that nobody needs to have open, as one gesture that one undo takes back: all of them or none.
 * Answers what has changed, by article path; nothing at all where no command changes anything.
 */
export async function performCommands(
  workspace: Workspace,
  environment: Environment,
  kind: GestureKind,
  commands: readonly ArticleCommand[],
): Promise<Result<UndoOutcome['changes']>> {
  const plans = []
  const seen = new Set<string>()
  for (const { article, command } of commands) {
    if (seen.has(article)) return fail('gesture.twice', 'One gesture names an article twice.', 'Make the changes one after the other.')
    seen.add(article)
    const facts = articleOf(workspace, article)
    if (!facts.ok) return facts
    const { date: articleDate } = rowOf(workspace, facts.value)
    plans.push({
      article: facts.value.path,
      decide: (set: Parameters<typeof applyCommand>[0], { text }: { readonly text: string }) =>
        applyCommand(set, command, { text, codebook: workspace.opened.codebook, articleDate, environment }),
    })
  }
  const gesture = { id: newId(environment), at: timestamp(environment.now()), kind }
  return workspace.annotations.perform(gesture, plans)
}
