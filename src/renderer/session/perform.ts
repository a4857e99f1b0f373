import { applyCommand } from '../../core/annotating/apply-command.ts'
import { gestureKindOf, type Command } from '../../core/annotating/commands.ts'
import { applyDiff, isEmptyDiff } from '../../core/annotating/diff.ts'
import { doneFacts } from '../../core/annotating/facts.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import type { SetDiff } from '../../core/model/gesture.ts'
import { fail, type Result } from '../../core/result.ts'
import type { Session } from './session.ts'
import { textFirst } from './text-first.ts'
import { sayError, stepMade } from './view.ts'

/** What is seen in the text before anywhere else. */
const IN_TEXT: ReadonlySet<Command['kind']> = new Set(['annotate', 'move_boundary', 'edit_fragments'])

/**
 * Does what the person asked for, on the open article: shown at once, sent to main after what was asked before. Says why
 * when it cannot be done; the answer is for callers that go on with what was made (select the new annotation, say).
 */
export function perform(session: Session, command: Command): Result<SetDiff> {
  const { store, view, environment, queue } = session
  const { article, project, rows } = store.getState()
  if (!article || !project) return fail('article.none', 'No article is open.', 'Open one from the list.')
  if (project.readOnly !== null) {
    const refused = fail('project.read_only', 'Nothing can be changed in this project.', project.readOnly)
    sayError(view, refused.error)
    return refused
  }
  const made = applyCommand(article.set, command, {
    text: article.text,
    codebook: project.codebook,
    articleDate: rows.get(article.id)?.date ?? null,
    environment,
  })
  if (!made.ok) {
    sayError(view, made.error)
    return made
  }
  if (isEmptyDiff(made.value)) return made
  const set = applyDiff(article.set, made.value)
  if (!set.ok) {
    sayError(view, set.error)
    return set
  }
  const gesture = { id: newId(environment), at: timestamp(environment.now()), kind: gestureKindOf(command) }
  const show = (): void => {
    store.setState({ article: { ...article, set: set.value }, save: { state: 'saving' } })
    view.setState((state) => {
      const selected = selectedAfter(state.selected, command, made.value)
      const told = { kind: 'done', facts: doneFacts(project.codebook, command, made.value) } as const
      // The words are an annotation now: left selected, the next key would label them a second time.
      return command.kind === 'annotate' ? { selected, told, selection: { anchor: state.selection.focus, focus: state.selection.focus } } : { selected, told }
    })
    stepMade(view, 'gesture')
  }
  // Not what is typed or chosen in a field, which has to show it at once itself.
  if (IN_TEXT.has(command.kind)) textFirst(show)
  else show()
  queue.push({ gesture, changes: [{ article: article.id, base: article.set.revision, diff: made.value }] })
  return made
}

function selectedAfter(selected: readonly string[], command: Command, diff: SetDiff): readonly string[] {
  if (command.kind === 'annotate') return diff.annotations.added.map(({ id }) => id)
  const gone = new Set(diff.annotations.removed.map(({ id }) => id))
  return gone.size === 0 ? selected : selected.filter((id) => !gone.has(id))
}
