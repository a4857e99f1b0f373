import { hullStart } from '../../core/model/annotation.ts'
import type { ActionId } from '../../core/actions/table.ts'
import { stepCodebook } from '../session/codebook-versions.ts'
import { incompleteIds, missingIn } from '../session/incomplete.ts'
import { perform } from '../session/perform.ts'
import type { Session } from '../session/session.ts'
import { shownHere } from '../session/showing.ts'
import { reviewOf } from '../session/review.ts'
import { stepReview } from '../session/review-undo.ts'
import { redo, undo } from '../session/undo.ts'
import type { Action } from './action.ts'

const hasArticle = (session: Session) => session.store.getState().article !== null
/** In the codebook the text is out of sight: nothing may happen to what is selected there. */
const inCodebook = ({ view }: Session) => view.getState().tab === 'codebook'
const inReview = ({ view }: Session) => view.getState().tab === 'review'
const hasSelected = (session: Session) => hasArticle(session) && !inCodebook(session) && !inReview(session) && session.view.getState().selected.length > 0
/** Decisions and annotations are each taken back in their own tab. */
const undoHere = (session: Session) => (inReview(session) ? reviewOf(session).getState().undo : session.store.getState().undo)
const has = (ids: ReadonlySet<string> | null) => (id: string) => ids === null || ids.has(id)

/** The next annotation by place, around the end; null: all of them, else only these. */
function go(session: Session, step: 1 | -1, among: ReadonlySet<string> | null): void {
  const { article } = session.store.getState()
  const { selected, selection } = session.view.getState()
  const list = among === null ? shownHere(session) : (article?.set.annotations ?? []).filter(({ id }) => has(among)(id))
  if (list.length === 0) return
  const current = article?.set.annotations.find(({ id }) => id === selected[0])
  const place = current ? hullStart(current) : (selection.focus - (step === 1 ? 1 : 0))
  const at = list.findIndex(({ id }) => id === current?.id)
  const after = list.findIndex((annotation) => hullStart(annotation) > place)
  const before = list.findLastIndex((annotation) => hullStart(annotation) < place)
  const next = at >= 0 ? at + step : step === 1 ? after : before
  const target = list.at(next >= list.length ? 0 : step === 1 && next < 0 ? 0 : next)
  if (target) session.view.setState({ tab: 'annotate', selected: [target.id] })
}

/** Done and back; asks first when something is missing. */
function toggleDone(session: Session): void {
  const { article, project } = session.store.getState()
  if (!article || !project) return
  if (article.set.state.status === 'done') perform(session, { kind: 'set_status', status: 'in_progress' })
  else if (missingIn(article.set, project.codebook).length > 0) session.view.setState({ dialog: { kind: 'mark-done' } })
  else perform(session, { kind: 'set_status', status: 'done' })
}

export const annotatingActions = {
  'edit.undo': {
    when: (session) => session.store.getState().project !== null && (inCodebook(session) || undoHere(session).undo !== null),
    perform: (session) => (inCodebook(session) ? stepCodebook(session, 'back') : void (inReview(session) ? stepReview(session, 'undo') : undo(session))),
  },
  'edit.redo': {
    when: (session) => session.store.getState().project !== null && (inCodebook(session) || undoHere(session).redo !== null),
    perform: (session) => (inCodebook(session) ? stepCodebook(session, 'forward') : void (inReview(session) ? stepReview(session, 'redo') : redo(session))),
  },
  'annotation.delete': {
    // Nowhere else can it be seen what would be gone.
    when: (session) => hasSelected(session) && session.view.getState().tab === 'annotate',
    perform: (session) => perform(session, { kind: 'delete', ids: session.view.getState().selected }),
  },
  'annotation.link': {
    when: hasSelected,
    perform: ({ view }) => {
      const [from, ...to] = view.getState().selected
      if (from !== undefined) view.setState({ dialog: { kind: 'link', from, to } })
    },
  },
  'annotation.confirm': {
    when: hasSelected,
    perform: (session) => perform(session, { kind: 'confirm_defaults', ids: session.view.getState().selected }),
  },
  'annotation.next': { when: hasArticle, perform: (session) => go(session, 1, null) },
  'annotation.previous': { when: hasArticle, perform: (session) => go(session, -1, null) },
  'annotation.nextIncomplete': {
    when: hasArticle,
    perform: (session) => {
      const { article, project } = session.store.getState()
      if (article && project) go(session, 1, incompleteIds(article.set, project.codebook))
    },
  },
  'annotation.previousIncomplete': {
    when: hasArticle,
    perform: (session) => {
      const { article, project } = session.store.getState()
      if (article && project) go(session, -1, incompleteIds(article.set, project.codebook))
    },
  },
  'article.done': { when: (session) => hasArticle(session) && !inReview(session), perform: toggleDone },
} as const satisfies Partial<Record<ActionId, Action>>
