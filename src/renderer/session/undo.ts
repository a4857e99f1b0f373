import { getI18n } from 'react-i18next'
import { applyDiff } from '../../core/annotating/diff.ts'
import type { SetDiff } from '../../core/model/gesture.ts'
import type { UndoOutcome } from '../../ipc/shapes.ts'
import { openArticle } from './articles.ts'
import { keepDrafts } from './drafts.ts'
import { enterProject, settle } from './project.ts'
import { reloadArticle } from './reload.ts'
import type { Session } from './session.ts'
import { tellTakenBack } from './tell-taken-back.ts'
import { sayError, stepMade } from './view.ts'

const turns = new WeakMap<Session, Promise<void>>()

/** Takes back the last gesture, wherever it was made, and goes there. Quick repeats wait for each other. */
export function undo(session: Session): Promise<void> {
  return inTurn(session, 'annotations.undo')
}

/** Does again what was last taken back. */
export function redo(session: Session): Promise<void> {
  return inTurn(session, 'annotations.redo')
}

function inTurn(session: Session, name: 'annotations.undo' | 'annotations.redo'): Promise<void> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(() => step(session, name))
  turns.set(session, turn)
  return turn
}

async function step(session: Session, name: 'annotations.undo' | 'annotations.redo'): Promise<void> {
  keepDrafts(session)
  await session.queue.drained()
  if (name === 'annotations.undo' && session.store.getState().undo.undo === 'import' && (await undoImport(session))) return
  const answer = await session.client.ask(name, null)
  if (!answer.ok) return sayError(session.view, answer.error)
  if (!answer.value) return
  stepMade(session.view, 'gesture')
  await show(session, answer.value)
  session.view.setState({ told: { kind: name === 'annotations.undo' ? 'undone' : 'redone', gesture: answer.value.kind } })
}

/** An import of other formats goes back as a whole: annotations, articles, codebook. Answers whether that was what undo meant. */
async function undoImport(session: Session): Promise<boolean> {
  await settle(session)
  const answer = await session.client.ask('import.undo', null)
  if (!answer.ok) sayError(session.view, answer.error)
  else if (answer.value) {
    const { project, ...back } = answer.value
    await enterProject(session, project)
    tellTakenBack(session, back, getI18n().t)
    session.view.setState({ told: { kind: 'undone', gesture: 'import' } })
  }
  return !answer.ok || answer.value !== null
}

async function show(session: Session, outcome: UndoOutcome): Promise<void> {
  const { store, view } = session
  const open = store.getState().article
  const here = outcome.changes.find((change) => change.article === open?.id)
  const change = here ?? outcome.changes[0]
  if (!change) return
  view.setState({ tab: 'annotate' })
  if (open && here) {
    const set = open.set.revision + 1 === here.revision ? applyDiff(open.set, here.diff) : null
    if (set?.ok) store.setState({ article: { ...open, set: { ...set.value, revision: here.revision } } })
    else await reloadArticle(session, open.id)
  } else {
    await openArticle(session, change.article)
  }
  view.setState({ selected: touched(change.diff) })
}

/** What an undo or redo brought back or changed, so that it can be seen. */
function touched(diff: SetDiff): string[] {
  return [...diff.annotations.added.map(({ id }) => id), ...diff.annotations.updated.map(({ to }) => to.id)]
}
