import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyDiff } from '../../core/annotating/diff.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { AppError } from '../../core/result.ts'
import type { ChangedSet } from '../../ipc/shapes.ts'
import type { Session } from './session.ts'

/** The annotator's sets of the whole project, for who asks for them; without those that hold nothing. */
export interface ProjectSets {
  /** Of which project; null: nobody has asked yet. */
  readonly project: string | null
  readonly sets: ReadonlyMap<string, AnnotationSet>
  /** Articles asked for so far, of how many; null: all are there. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly failure: AppError | null
}

interface Known {
  readonly store: StoreApi<ProjectSets>
  /** Articles whose set has changed in main, to be asked for again. */
  readonly stale: Set<string>
}

const NOTHING: ProjectSets = { project: null, sets: new Map(), progress: null, failure: null }
const AT_ONCE = 200
/** Main tells of each article for itself; those of one gesture are asked for together. */
const GATHER = 60

const known = new WeakMap<Session, Known>()

function knownOf(session: Session): Known {
  const found = known.get(session)
  if (found) return found
  const made: Known = { store: createStore<ProjectSets>(() => NOTHING), stale: new Set() }
  known.set(session, made)
  let timer: ReturnType<typeof setTimeout> | undefined
  session.client.on('rows.changed', ({ rows, removed }) => {
    if (made.store.getState().project === null) return
    made.store.setState(({ sets }) => (removed.some((id) => sets.has(id)) ? { sets: without(sets, removed) } : {}))
    // The open one is followed where it is shown, and may be ahead.
    const { sets } = made.store.getState()
    for (const { id, annotations } of rows) if (id !== session.store.getState().article?.id && (annotations > 0 || sets.has(id))) made.stale.add(id)
    clearTimeout(timer)
    timer = setTimeout(() => void askAgain(session, made), GATHER)
  })
  session.store.subscribe(({ article, project }, before) => {
    const { project: mine } = made.store.getState()
    if (mine !== null && project?.id !== mine) made.store.setState(NOTHING)
    else if (mine !== null && article && article.set !== before.article?.set) take(made, article.id, article.set)
  })
  return made
}

export function projectSetsOf(session: Session): StoreApi<ProjectSets> {
  return knownOf(session).store
}

/** Asks main for all sets, some at a time; what is there already is not asked for again. */
export async function loadProjectSets(session: Session): Promise<void> {
  const { store } = knownOf(session)
  const { project, rows, article } = session.store.getState()
  if (!project) return
  const state = store.getState()
  if (state.project === project.id && state.failure === null) return
  const wanted = [...rows.values()].filter((row) => row.annotations > 0).map(({ id }) => id)
  const own = article ? new Map([[article.id, article.set]]) : new Map<string, AnnotationSet>()
  store.setState({ project: project.id, sets: own, failure: null, progress: { done: 0, total: wanted.length } })
  for (let done = 0; done < wanted.length; done += AT_ONCE) {
    const answer = await session.client.ask('annotations.list', { articles: wanted.slice(done, done + AT_ONCE) })
    if (store.getState().project !== project.id) return
    if (!answer.ok) return store.setState({ failure: answer.error, progress: null })
    const found = answer.value
    store.setState(({ sets }) => ({
      sets: withNewer(sets, found),
      progress: { done: Math.min(wanted.length, done + AT_ONCE), total: wanted.length },
    }))
  }
  store.setState({ progress: null })
}

/** What main has changed in sets that are not open. */
export function takeChanges(session: Session, changes: readonly ChangedSet[]): void {
  const made = known.get(session)
  if (!made || made.store.getState().project === null) return
  made.store.setState(({ sets }) => {
    const next = new Map(sets)
    for (const { article, revision, diff } of changes) {
      const set = sets.get(article)
      const applied = set && set.revision + 1 === revision ? applyDiff(set, diff) : null
      if (applied?.ok) next.set(article, { ...applied.value, revision })
      else made.stale.add(article)
    }
    return { sets: next }
  })
}

async function askAgain(session: Session, { store, stale }: Known): Promise<void> {
  const articles = [...stale]
  stale.clear()
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    const answer = await session.client.ask('annotations.list', { articles: articles.slice(from, from + AT_ONCE) })
    if (!answer.ok) return
    const found = answer.value
    store.setState(({ sets, project }) => (project === null ? {} : { sets: withNewer(sets, found) }))
  }
}

function withNewer(sets: ReadonlyMap<string, AnnotationSet>, found: readonly { readonly article: string; readonly set: AnnotationSet }[]): ReadonlyMap<string, AnnotationSet> {
  const newer = found.filter(({ article, set }) => (sets.get(article)?.revision ?? -1) < set.revision)
  return newer.length === 0 ? sets : new Map([...sets, ...newer.map(({ article, set }) => [article, set] as const)])
}

function take({ store }: Known, article: string, set: AnnotationSet): void {
  store.setState(({ sets }) => (sets.get(article) === set ? {} : { sets: new Map(sets).set(article, set) }))
}

function without(sets: ReadonlyMap<string, AnnotationSet>, removed: readonly string[]): ReadonlyMap<string, AnnotationSet> {
  const next = new Map(sets)
  for (const id of removed) next.delete(id)
  return next
}
