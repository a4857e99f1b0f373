import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command } from '../../core/annotating/commands.ts'
import type { PlaceEdit } from '../../core/annotating/place-unplaced.ts'
import { proposalFor, type Candidate, type Proposal } from '../../core/anchoring/candidates.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Unplaced } from '../../core/model/unplaced.ts'
import { openArticle } from './articles.ts'
import { showInspector } from './inspector.ts'
import { perform } from './perform.ts'
import type { Session } from './session.ts'
import { selectedRange } from './view.ts'

export type PlacesFilter = 'open' | 'aside'

/** Which of the annotations that wait for a place is at hand: never saved, as what waits is in the set. */
export interface PlacesState {
  readonly filter: PlacesFilter
  /** Null: the first. */
  readonly id: string | null
  /** Index of the proposed place that is shown. */
  readonly candidate: number
}

const stores = new WeakMap<Session, StoreApi<PlacesState>>()

export function placesOf(session: Session): StoreApi<PlacesState> {
  const known = stores.get(session)
  if (known) return known
  const store = createStore<PlacesState>(() => ({ filter: 'open', id: null, candidate: 0 }))
  stores.set(session, store)
  return store
}

export function waitingIn(set: AnnotationSet | undefined, filter: PlacesFilter): readonly Unplaced[] {
  return set?.unplaced?.filter(({ state }) => state === filter) ?? []
}

let known: { readonly text: string; readonly proposals: WeakMap<Annotation, Proposal> } | null = null

/** Worked out when somebody looks at it, and once for a text. */
export function proposalOn(text: string, annotation: Annotation): Proposal {
  if (known?.text !== text) known = { text, proposals: new WeakMap() }
  const before = known.proposals.get(annotation)
  if (before) return before
  const made = proposalFor(annotation, text)
  known.proposals.set(annotation, made)
  return made
}

export interface AtHand {
  readonly waiting: Unplaced
  readonly index: number
  readonly count: number
  readonly proposal: Proposal
  readonly candidate: Candidate | null
}

export function placeAtHand({ filter, id, candidate }: PlacesState, article: { readonly text: string; readonly set: AnnotationSet } | null): AtHand | null {
  const list = waitingIn(article?.set, filter)
  const index = Math.max(0, list.findIndex(({ annotation }) => annotation.id === id))
  const waiting = list[index]
  if (!article || !waiting) return null
  const proposal = proposalOn(article.text, waiting.annotation)
  return { waiting, index, count: list.length, proposal, candidate: proposal.candidates[candidate] ?? null }
}

export function atHandNow(session: Session): AtHand | null {
  if (session.view.getState().tab !== 'annotate' || !session.view.getState().placing) return null
  return placeAtHand(placesOf(session).getState(), session.store.getState().article)
}

/** Shows what waits: in the open article, else in the next one that has something. */
export async function openPlaces(session: Session): Promise<void> {
  const { article, rows } = session.store.getState()
  if (waitingIn(article?.set, 'open').length === 0) {
    const next = [...rows.values()].find(({ id, unplaced }) => unplaced > 0 && id !== article?.id)
    if (next) await openArticle(session, next.id)
  }
  placesOf(session).setState({ filter: 'open', id: null, candidate: 0 })
  showInspector(session)
  session.view.setState({ placing: true, beside: false, selected: [] })
  showCandidate(session)
}

export function closePlaces({ view }: Session): void {
  view.setState(({ wants }) => ({ placing: false, drawer: null, wants: { ...wants, text: wants.text + 1 } }))
}

export function showPlace(session: Session, id: string | null, candidate = 0): void {
  placesOf(session).setState({ id, candidate })
  showCandidate(session)
}

export function stepPlace(session: Session, step: 1 | -1): void {
  const here = atHandNow(session)
  const list = waitingIn(session.store.getState().article?.set, placesOf(session).getState().filter)
  const next = here && list[(here.index + step + list.length) % list.length]
  if (next) showPlace(session, next.annotation.id)
}

export function stepCandidate(session: Session, step: 1 | -1): void {
  const here = atHandNow(session)
  const count = here?.proposal.candidates.length ?? 0
  if (!here || count === 0) return
  showPlace(session, here.waiting.annotation.id, (placesOf(session).getState().candidate + step + count) % count)
}

/** The proposed words are selected in the text, so that they are seen where they stand. */
function showCandidate(session: Session): void {
  const ranges = atHandNow(session)?.candidate?.pieces.flatMap(({ range }) => range ?? []) ?? []
  const first = ranges[0]
  const last = ranges.at(-1)
  if (first && last) session.view.setState({ selected: [], selection: { anchor: first.start, focus: last.end } })
}

export function acceptPlace(session: Session): void {
  const here = atHandNow(session)
  const ranges = here?.candidate?.pieces.flatMap(({ range }) => range ?? []) ?? []
  if (here && ranges.length > 0) decide(session, here, { kind: 'place', places: [{ id: here.waiting.annotation.id, ranges }] })
}

export function placeOnSelection(session: Session): void {
  const here = atHandNow(session)
  const words = selectedRange(session.view.getState())
  if (here && words) decide(session, here, { kind: 'place', places: [{ id: here.waiting.annotation.id, ranges: [words] }] })
}

export function keepAside(session: Session): void {
  const here = atHandNow(session)
  if (here) decide(session, here, { kind: 'place_aside', ids: [here.waiting.annotation.id] })
}

export function deleteWaiting(session: Session): void {
  const here = atHandNow(session)
  if (here) decide(session, here, { kind: 'place_delete', ids: [here.waiting.annotation.id] })
}

/** Those whose words stand unchanged in one place only. */
export function plainPlaces(text: string, waiting: readonly Unplaced[]): PlaceEdit[] {
  return waiting.flatMap(({ annotation }) => {
    const { outcome, candidates } = proposalOn(text, annotation)
    const [only, second] = candidates
    return only && !second && outcome === 'several' ? [{ id: annotation.id, ranges: only.pieces.flatMap(({ range }) => range ?? []) }] : []
  })
}

export function acceptPlain(session: Session): void {
  const { article } = session.store.getState()
  if (!article || !session.view.getState().placing) return
  const places = plainPlaces(article.text, waitingIn(article.set, 'open'))
  if (places.length > 0 && perform(session, { kind: 'place', places }).ok) showPlace(session, null)
}

/** One decision, one undo, and on to the next, in the next article where this one has no more. */
function decide(session: Session, here: AtHand, command: Command): void {
  const { filter } = placesOf(session).getState()
  const list = waitingIn(session.store.getState().article?.set, filter)
  const next = list[here.index + 1] ?? list[here.index - 1]
  const made = perform(session, command)
  if (!made.ok) return
  session.view.setState({ selected: [] })
  if (next) showPlace(session, next.annotation.id)
  else if (filter === 'open') void nextArticle(session)
}

async function nextArticle(session: Session): Promise<void> {
  const { article, rows } = session.store.getState()
  const next = [...rows.values()].find(({ id, unplaced }) => unplaced > 0 && id !== article?.id)
  if (next && (await openArticle(session, next.id))) showPlace(session, null)
}
