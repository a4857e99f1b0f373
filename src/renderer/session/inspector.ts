import { createStore, type StoreApi } from 'zustand/vanilla'
import { annotationById } from '../../core/annotating/commands.ts'
import { compareInnermost } from '../../core/annotating/span-index.ts'
import { resolveId } from '../../core/codebook/lookup.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { hullEnd, hullStart, type Annotation } from '../../core/model/annotation.ts'
import { incompleteIds } from './incomplete.ts'
import { isNarrow } from './narrow.ts'
import type { Session } from './session.ts'
import { shownHere } from './showing.ts'

/** What the inspector shows besides the selection: never saved. */
export interface InspectorState {
  /** Definition, rules and examples of the label at hand are unfolded. */
  readonly atHand: boolean
  readonly filter: { readonly incomplete: boolean; readonly label: string | null }
  /** Asks for the focus: a field, or with `attribute` null the first that wants one. Counts, so that asking twice focuses twice. */
  readonly goal: { readonly attribute: string | null; readonly count: number } | null
  /** The selection as it was made in the list: as long as it is this very one, the list stays beside what is done to it. */
  readonly chosen: readonly string[] | null
}

/** The annotations that the inspector lists, in order of place. */
export function listedAnnotations(set: AnnotationSet, codebook: Codebook, filter: InspectorState['filter']): readonly Annotation[] {
  const incomplete = filter.incomplete ? incompleteIds(set, codebook) : null
  return set.annotations.filter(
    ({ id, label }) => (incomplete?.has(id) ?? true) && (filter.label === null || resolveId(codebook, 'label', label) === filter.label),
  )
}

const stores = new WeakMap<Session, StoreApi<InspectorState>>()

export function inspectorOf(session: Session): StoreApi<InspectorState> {
  const known = stores.get(session)
  if (known) return known
  const store = createStore<InspectorState>(() => ({ atHand: false, filter: { incomplete: false, label: null }, goal: null, chosen: null }))
  stores.set(session, store)
  return store
}

/** Unfolds the inspector where it is folded. */
export function showInspector({ view }: Session): void {
  view.setState(({ panes }) => ({
    tab: 'annotate',
    dialog: null,
    ...(isNarrow('inspector') ? { drawer: 'inspector' as const } : { panes: { ...panes, inspector: true } }),
  }))
}

/**
 * Puts the focus into a field of the annotation; without `attribute` into the first that misses a value. With nothing
 * selected and none named, into the list of annotations.
 */
export function goToField(session: Session, annotation: string | null, attribute: string | null): void {
  showInspector(session)
  if (annotation !== null) session.view.setState({ selected: [annotation] })
  if ((session.store.getState().article?.set.annotations.length ?? 0) === 0) return
  inspectorOf(session).setState(({ goal }) => ({ goal: { attribute, count: (goal?.count ?? 0) + 1 } }))
}

/** The innermost annotation at a caret, also right behind its last character; UTF-16. */
export function innermostAt(annotations: readonly Annotation[], caret: number): Annotation | null {
  const touching = annotations.find(({ fragments }) => fragments.some(({ start, end }) => start <= caret && caret <= end))
  return touching ? (annotationsHere(annotations, touching, caret).here[0] ?? null) : null
}

/** Annotations that lie where the person is, the innermost first: at the caret where it is in the annotation, else at its beginning. */
export function annotationsHere(annotations: readonly Annotation[], selected: Annotation, caret: number): { readonly place: number; readonly here: readonly Annotation[] } {
  const inside = selected.fragments.some(({ start, end }) => caret >= start && caret <= end)
  const place = inside ? caret : hullStart(selected)
  const covers = (annotation: Annotation) => annotation.fragments.some(({ start, end }) => start <= place && (place < end || (inside && place === end)))
  const hull = (annotation: Annotation) => ({ start: hullStart(annotation), end: hullEnd(annotation) })
  return { place, here: annotations.filter(covers).toSorted((a, b) => compareInnermost(hull(a), hull(b))) }
}

/**
 * The next annotation at the same place; with none selected the innermost at the caret. The caret goes there, so that going
 * round comes back.
 */
export function goHere(session: Session, step: 1 | -1): void {
  const { article } = session.store.getState()
  const { selected, selection } = session.view.getState()
  if (!article) return
  const current = selected[0] === undefined ? undefined : annotationById(article.set, selected[0])
  if (!current) {
    const innermost = innermostAt(shownHere(session), selection.focus)
    if (innermost) session.view.setState({ selected: [innermost.id] })
    return
  }
  const { place, here } = annotationsHere(shownHere(session), current, selection.focus)
  const at = here.findIndex(({ id }) => id === current.id)
  const next = here[(at + step + here.length) % here.length]
  if (next) selectHere(session, next.id, place)
}

/** Selects one of those that lie at a place, and stays there; UTF-16. */
export function selectHere({ view }: Session, id: string, place: number): void {
  view.setState({ selected: [id], selection: { anchor: place, focus: place } })
}
