import { offeredLabels } from '../../core/codebook/lookup.ts'
import type { SavedQuery } from '../../core/model/saved-queries.ts'
import type { AppError } from '../../core/result.ts'
import type { LineOrder } from '../../core/search/lines.ts'
import { parseQuery } from '../../core/search/parse.ts'
import type { FoundLine, SearchOutcome } from '../../ipc/search-shapes.ts'
import { annotatePlaces } from './annotate-places.ts'
import { openArticle } from './articles.ts'
import { perProject } from './per-project.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** What the Find tab knows and how it is looked at. */
export interface SearchState {
  readonly query: string
  /** The form is shown beside the text of the query. */
  readonly form: boolean
  /** Of the query `asked`; those of the one before stay until the first of the next have come. */
  readonly lines: readonly FoundLine[]
  /** Null while they are still coming. */
  readonly outcome: SearchOutcome | null
  readonly asked: string
  readonly running: boolean
  readonly failure: AppError | null
  readonly order: LineOrder
  /** Key of the line that has, or last had, the focus. */
  readonly active: string | null
  /** Keys. */
  readonly chosen: ReadonlySet<string>
  /** Null: not asked for yet. */
  readonly saved: readonly SavedQuery[] | null
  /** Counts requests for the focus in the field of the query. */
  readonly wantsField: number
}

const NO_LINES: Pick<SearchState, 'lines' | 'outcome' | 'asked' | 'running' | 'failure' | 'active' | 'chosen'> = {
  lines: [], outcome: null, asked: '', running: false, failure: null, active: null, chosen: new Set(),
}

const NOTHING: SearchState = { ...NO_LINES, query: '', form: false, order: 'text', saved: null, wantsField: 0 }

export function lineKey({ article, start, end, annotation }: FoundLine): string {
  return `${start} ${end} ${article} ${annotation?.id ?? ''}`
}

/** The search of the open project; another project begins anew. */
export const searchOf = perProject<SearchState>(NOTHING, (session, store) => {
  session.client.on('search.lines', ({ run, lines }) => {
    if (run === runs) take(lines)
  })
  const outdated = () => {
    const { asked, outcome } = store.getState()
    // What is annotated changes what is found; the lines stay where they are until the new ones are whole.
    if (session.view.getState().tab === 'find' && asked !== '' && outcome) later(session, asked, true)
  }
  session.client.on('rows.changed', outdated)
  session.client.on('sets.changed', outdated)
})

/** One window, one question. */
let runs = 0
let take: (lines: readonly FoundLine[]) => void = () => undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** A pause between keystrokes, so that not each letter of a quick word is searched; milliseconds. */
const PAUSE = 60
/** After something has changed: several changes come together. */
const REST = 300

function later(session: Session, query: string, again: boolean): void {
  clearTimeout(timer)
  timer = setTimeout(() => void ask(session, query, again), again ? REST : PAUSE)
}

/** As it is typed: searched once it can be. */
export function setQuery(session: Session, query: string): void {
  const store = searchOf(session)
  const { project } = session.store.getState()
  if (!project || store.getState().query === query) return
  store.setState({ query })
  const parsed = parseQuery(query, project.codebook)
  if (!parsed.ok) {
    clearTimeout(timer)
    return
  }
  if (parsed.value) return later(session, query.trim(), false)
  clearTimeout(timer)
  runs += 1
  void session.client.ask('search.cancel', null)
  store.setState(NO_LINES)
}

/** Opens the tab with this query. */
export function find(session: Session, query: string): void {
  session.view.setState({ tab: 'find', drawer: null })
  const store = searchOf(session)
  store.setState(({ wantsField }) => ({ active: null, wantsField: wantsField + 1 }))
  setQuery(session, query)
}

async function ask(session: Session, query: string, again: boolean): Promise<void> {
  const store = searchOf(session)
  runs += 1
  const run = runs
  let found: FoundLine[] = []
  let first = true
  let answered = false
  take = (lines) => {
    found = [...found, ...lines]
    // Again: they take the place of those before all at once. Lines and the answer come on ways of their own, and the answer may be faster.
    if (again && !answered) return
    store.setState(first && !again ? { ...NO_LINES, running: true, lines: found, asked: query } : { lines: found })
    first = false
  }
  store.setState({ running: true, failure: null })
  // Main must know what was annotated just before.
  await session.queue.drained()
  const answer = await session.client.ask('search.run', { run, query })
  if (run !== runs) return
  if (answer.ok) {
    // With the first lines the ones before went; without any, they go now. Again: what is chosen stays chosen.
    const begun = again || !first ? {} : NO_LINES
    answered = true
    const late = again && found.length === 0 && answer.value.hits > 0
    store.setState({ ...begun, ...(late ? {} : { lines: found }), running: false, asked: query, outcome: answer.value })
  } else store.setState({ running: false, failure: answer.error.code === 'work.cancelled' ? null : answer.error })
}

export function cancelSearch(session: Session): void {
  void session.client.ask('search.cancel', null)
}

/** The tab is shown: files may have changed meanwhile, and what is kept to look for again is read. */
export async function enterSearch(session: Session): Promise<void> {
  const store = searchOf(session)
  const opened = await session.client.ask('search.open', null)
  const { asked } = store.getState()
  if (opened.ok && asked !== '') later(session, asked, true)
  await readSaved(session)
}

export async function readSaved(session: Session): Promise<void> {
  const store = searchOf(session)
  if (store.getState().saved) return
  const answer = await session.client.ask('search.saved', null)
  if (answer.ok) store.setState({ saved: answer.value })
  else sayError(session.view, answer.error)
}

/** Keeps this list in place of the one before. */
export async function keepSaved(session: Session, saved: readonly SavedQuery[]): Promise<void> {
  const store = searchOf(session)
  const before = store.getState().saved
  store.setState({ saved })
  const answer = await session.client.ask('search.save', { queries: [...saved] })
  if (answer.ok) return
  store.setState({ saved: before })
  sayError(session.view, answer.error)
}

/** Opens the place in its article; the tab leads back to the line. */
export async function openLine(session: Session, line: FoundLine): Promise<void> {
  searchOf(session).setState({ active: lineKey(line) })
  const isOpen = session.store.getState().article?.id === line.article
  if (!isOpen && !(await openArticle(session, line.article))) return
  session.view.setState(({ wants }) => ({
    tab: 'annotate',
    drawer: null,
    selection: { anchor: line.start, focus: line.annotation?.own ? line.start : line.end },
    selected: line.annotation?.own ? [line.annotation.id] : [],
    wants: { ...wants, text: wants.text + 1 },
  }))
}

interface AnnotateWords {
  readonly done: (count: number, left: number) => string
  readonly none: (left: number) => string
  readonly undo: string
}

/** Gives a label to the places of these lines: one gesture. Those that have it already exactly there are left out, and said. */
export async function annotateLines(session: Session, label: string, lines: readonly FoundLine[], words: AnnotateWords): Promise<void> {
  const { project } = session.store.getState()
  if (!project || !offeredLabels(project.codebook).some(({ id }) => id === label)) return
  const seen = new Set<string>()
  const places = lines.filter(({ article, start, end, exact }) => {
    const place = `${start} ${end} ${article}`
    if (exact.includes(label) || seen.has(place)) return false
    seen.add(place)
    return true
  })
  const left = lines.length - places.length
  if (places.length === 0) return say(session.view, words.none(left))
  await annotatePlaces(session, label, places, { done: words.done(places.length, left), undo: words.undo })
  searchOf(session).setState({ chosen: new Set() })
}
