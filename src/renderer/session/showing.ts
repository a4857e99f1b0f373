import { resolveId } from '../../core/codebook/lookup.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { incompleteIds } from './incomplete.ts'
import { memoLast } from './memo.ts'
import type { Session } from './session.ts'
import type { Showing } from './view.ts'

export const SHOW_ALL: Showing = { kind: 'all' }
const NOTHING: readonly Annotation[] = []

const chosen = memoLast((set: AnnotationSet, codebook: Codebook, showing: Showing): readonly Annotation[] => {
  if (showing.kind === 'all') return set.annotations
  if (showing.kind === 'none') return NOTHING
  if (showing.kind === 'label') return set.annotations.filter(({ label }) => resolveId(codebook, 'label', label) === showing.label)
  const incomplete = incompleteIds(set, codebook)
  return set.annotations.filter(({ id }) => incomplete.has(id))
})

/**
 * The annotations that the text shows, in order of place; the set's own list when it is all of them. What is selected is
 * shown too: what somebody works on must not vanish, as when its last value is filled in.
 */
export const shownAnnotations: (set: AnnotationSet, codebook: Codebook, showing: Showing, selected: readonly string[]) => readonly Annotation[] = memoLast(
  (set: AnnotationSet, codebook: Codebook, showing: Showing, selected: readonly string[]) => {
    const shown = chosen(set, codebook, showing)
    if (shown === set.annotations || selected.length === 0) return shown
    const there = new Set(shown.map(({ id }) => id))
    if (selected.every((id) => there.has(id))) return shown
    for (const id of selected) there.add(id)
    return set.annotations.filter(({ id }) => there.has(id))
  },
)

/** What the open article shows now. */
export function shownHere({ store, view }: Session): readonly Annotation[] {
  const { article, project } = store.getState()
  if (!article || !project) return NOTHING
  const { showing, selected } = view.getState()
  return shownAnnotations(article.set, project.codebook, showing, selected)
}

/** Nothing that it hides stays selected. */
export function show(session: Session, showing: Showing): void {
  const { article, project } = session.store.getState()
  session.view.setState(({ selected }) => {
    if (!article || !project) return { showing }
    const there = new Set(chosen(article.set, project.codebook, showing).map(({ id }) => id))
    const kept = selected.filter((id) => there.has(id))
    return { showing, tab: 'annotate', selected: kept.length === selected.length ? selected : kept }
  })
}
