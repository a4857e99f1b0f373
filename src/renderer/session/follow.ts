import type { EventPayload } from '../../ipc/contract.ts'
import type { ProjectFacts } from '../../ipc/shapes.ts'
import { codebookDesk } from './codebook-desk.ts'
import { reloadArticle } from './reload.ts'
import type { Session } from './session.ts'

const waiting = new WeakMap<Session, ProjectFacts>()

/**
 * What the project itself says now. A colleague's new codebook waits as long as this person has changes of their own to it that
 * are no version yet: nothing that is being written goes away under the hands.
 */
export function takeFacts(session: Session, facts: ProjectFacts): void {
  const { project } = session.store.getState()
  if (!project) return
  const desk = codebookDesk(session)
  if (facts.codebookVersion === project.codebookVersion || desk.getState().draft === null) {
    waiting.delete(session)
    session.store.setState({ project: { ...project, ...facts } })
    return
  }
  const { codebook: _, codebookVersion: __, ...others } = facts
  session.store.setState({ project: { ...project, ...others } })
  if (!waiting.has(session)) {
    const stop = desk.subscribe(({ draft }) => {
      if (draft !== null) return
      stop()
      const latest = waiting.get(session)
      if (latest) takeFacts(session, latest)
    })
  }
  waiting.set(session, facts)
}

/** The open article's own set came from another computer: it is shown anew, unless something done here is still on its way. */
export function takeChangedSets(session: Session, { own }: EventPayload<'sets.changed'>): void {
  const open = session.store.getState().article?.id
  if (open !== undefined && own.includes(open) && session.queue.size() === 0) void reloadArticle(session, open)
}
