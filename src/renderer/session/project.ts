import type { Codebook } from '../../core/model/codebook.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'
import type { ProjectView, Settings } from '../../ipc/shapes.ts'
import { openArticle } from './articles.ts'
import { keepDrafts, leaving } from './drafts.ts'
import type { Session } from './session.ts'
import { SHOW_ALL } from './showing.ts'
import { NO_PROJECT } from './state.ts'
import { NO_LIST_FILTER, NO_SELECTION, say, sayError, stepMade } from './view.ts'

/** Shows a project that main has opened, at the place where it was left, else at its first usable article. */
export async function enterProject(session: Session, opened: ProjectView): Promise<void> {
  const { store, view } = session
  const { rows, ...project } = opened
  store.setState({ ...NO_PROJECT, project, rows: new Map(rows.map((row) => [row.id, row])) })
  view.setState((state) => ({
    tab: 'annotate', dialog: null, selection: NO_SELECTION, selected: [], showing: SHOW_ALL, toasts: [], filter: NO_LIST_FILTER, find: { ...state.find, open: false },
  }))
  if (project.recovered !== null) say(view, project.recovered)
  const known = rows.find((row) => row.id === project.place?.article) ?? rows.find((row) => row.problem === null)
  if (known) await openArticle(session, known.id)
  await learnUndo(session, project.id)
}

/** What earlier sessions did can be taken back too. Asked for last: main reads the history for it. */
async function learnUndo({ client, store }: Session, project: string): Promise<void> {
  const answer = await client.ask('annotations.undoState', null)
  if (answer.ok && store.getState().project?.id === project) store.setState({ undo: answer.value })
}

async function enter(session: Session, answer: Result<ProjectView>): Promise<boolean> {
  if (answer.ok) await enterProject(session, answer.value)
  else sayError(session.view, answer.error)
  return answer.ok
}

/** Everything pending reaches main before another project takes over. */
export async function settle(session: Session): Promise<void> {
  keepDrafts(session)
  await leaving(session)
  session.place.flush()
  await session.queue.drained()
}

export async function createProject(session: Session, input: RequestInput<'project.create'>): Promise<Result<ProjectView>> {
  await settle(session)
  const answer = await session.client.ask('project.create', input)
  if (answer.ok) await enterProject(session, answer.value)
  return answer
}

export async function openRecent(session: Session, id: string): Promise<void> {
  await settle(session)
  await enter(session, await session.client.ask('project.open', { kind: 'recent', id }))
}

export async function openFromDialog(session: Session): Promise<void> {
  const chosen = await session.client.ask('dialog.chooseFolder', { purpose: 'open-project' })
  if (!chosen.ok) return sayError(session.view, chosen.error)
  if (!chosen.value) return
  await settle(session)
  await enter(session, await session.client.ask('project.open', { kind: 'folder', token: chosen.value.token }))
}

/** In place of a project that cannot be saved: nothing is waited for, since the copy has it all. */
export async function openCopy(session: Session, token: string): Promise<void> {
  keepDrafts(session)
  session.place.flush()
  session.queue.flush()
  await enter(session, await session.client.ask('project.open', { kind: 'copy', token }))
}

export async function openSample(session: Session): Promise<void> {
  await settle(session)
  await enter(session, await session.client.ask('project.openSample', null))
}

export async function forgetRecent(session: Session, id: string): Promise<void> {
  const answer = await session.client.ask('project.forgetRecent', { id })
  if (answer.ok) session.store.setState({ recent: answer.value })
  else sayError(session.view, answer.error)
}

export async function closeProject(session: Session): Promise<void> {
  await settle(session)
  const answer = await session.client.ask('project.close', null)
  if (!answer.ok) return sayError(session.view, answer.error)
  session.store.setState(NO_PROJECT)
  session.view.setState({ tab: 'annotate', dialog: null, selection: NO_SELECTION, selected: [], toasts: [] })
  const info = await session.client.ask('app.info', null)
  if (info.ok) session.store.setState({ recent: info.value.recent })
}

/** The annotator's own name: for new projects, and for the open one, where it changes whose sets are shown. */
export async function setAnnotator(session: Session, name: string): Promise<Result<null>> {
  const saved = await updateSettings(session, { annotator: name })
  if (!saved.ok) return saved
  if (!session.store.getState().project) return ok(null)
  await settle(session)
  const answer = await session.client.ask('project.setAnnotator', { name })
  if (!answer.ok) return answer
  await enterProject(session, answer.value)
  return ok(null)
}

/** For everybody in the project. Shown at once, and as it was when main refuses. */
export async function setBlind(session: Session, blind: boolean): Promise<void> {
  const put = (now: boolean) => session.store.setState(({ project }) => (project ? { project: { ...project, blind: now } } : {}))
  put(blind)
  const answer = await session.client.ask('project.setBlind', { blind })
  if (answer.ok) return
  put(!blind)
  sayError(session.view, answer.error)
}

export async function updateSettings(session: Session, change: Partial<Settings>): Promise<Result<Settings>> {
  session.store.setState((state) => ({ settings: { ...state.settings, ...change } }))
  const answer = await session.client.ask('settings.update', change)
  if (answer.ok) session.store.setState({ settings: answer.value })
  else sayError(session.view, answer.error)
  return answer
}

/** Saves a changed codebook as a new version; `change` says what changed, in the words of the history. */
export async function saveCodebook(session: Session, codebook: Codebook, change: string): Promise<Result<Codebook>> {
  const { project } = session.store.getState()
  if (!project) return fail('project.none', 'No project is open.', 'Open one first.')
  await session.queue.drained()
  const next = { ...codebook, parent: project.codebookVersion, change }
  const answer = await session.client.ask('codebook.save', { codebook: next })
  if (!answer.ok) return answer
  session.store.setState((state) =>
    state.project ? { project: { ...state.project, codebook: answer.value.codebook, codebookVersion: answer.value.version } } : {},
  )
  stepMade(session.view, 'version')
  return ok(answer.value.codebook)
}
