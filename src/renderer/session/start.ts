import { isActionId, type ActionId } from '../../core/actions/table.ts'
import type { SaveStatus } from '../../ipc/shapes.ts'
import { takeRows } from './articles.ts'
import { takeChangedSets, takeFacts } from './follow.ts'
import { takeBroughtOver } from './brought-over.ts'
import { keepDrafts, leaving } from './drafts.ts'
import { GRID_OPEN } from './grid.ts'
import { foldedKey } from './narrow.ts'
import { enterProject } from './project.ts'
import { hearOfSets } from './review-heard.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewOf } from './review.ts'
import type { Session } from './session.ts'
import type { Pane } from './view.ts'

/** Listens to main, then asks it what is open. `act` performs an action chosen in the native menu. */
export async function start(session: Session, act: (id: ActionId) => void): Promise<void> {
  listen(session, act)
  const answer = await session.client.ask('app.info', null)
  if (!answer.ok) return session.store.setState({ phase: 'failed', failure: answer.error })
  const { version, platform, settings, recent, project } = answer.value
  session.store.setState({ phase: 'ready', failure: null, version, platform, settings, recent })
  const open = (pane: Pane) => settings.layout[foldedKey(pane)] !== 1
  session.view.setState({ panes: { list: open('list'), inspector: open('inspector') }, grid: { open: settings.layout[GRID_OPEN] === 1, maximised: false } })
  if (project) await enterProject(session, project)
}

function listen(session: Session, act: (id: ActionId) => void): void {
  const { client, store, queue, place } = session
  let latest: SaveStatus | null = null
  client.on('save.status', (save) => {
    latest = save
    // Main may report the gesture before last: what still waits here is not saved yet.
    if (save.state !== 'saved' || queue.size() === 0) store.setState({ save })
    else void queue.drained().then(() => latest === save && store.setState({ save }))
  })
  client.on('undo.state', (undo) => store.setState({ undo }))
  client.on('rows.changed', ({ rows, removed }) => takeRows(session, rows, removed))
  client.on('project.changed', (facts) => takeFacts(session, facts))
  client.on('article.broughtOver', (outcome) => takeBroughtOver(session, outcome))
  client.on('sets.changed', (changed) => {
    takeChangedSets(session, changed)
    hearOfSets(session, changed.articles)
  })
  client.on('review.undoState', (undo) => reviewOf(session).setState({ undo }))
  client.on('settings.changed', (settings) => store.setState({ settings }))
  client.on('work.progress', (work) => store.setState({ work: work.done >= work.total ? null : work }))
  client.on('project.opened', (project) => void enterProject(session, project))
  client.on('menu.action', ({ id }) => {
    if (isActionId(id)) act(id)
  })
  client.on('app.closing', () => {
    keepDrafts(session)
    queue.flush()
    reviewQueue(session).flush()
    place.flush()
    const settled = () => void client.ask('app.settled', null)
    const parting = leaving(session)
    if (parting) void parting.then(settled)
    else settled()
  })
}
