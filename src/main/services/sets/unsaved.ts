import { applyDiff } from '../../../core/annotating/diff.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Gesture, HistoryLine, SetDiff } from '../../../core/model/gesture.ts'
import type { SetStore } from './set-store.ts'

/** A set that its file does not have yet, with the lines that its history lacks. */
export interface UnsavedSet {
  readonly set: AnnotationSet
  readonly lines: readonly HistoryLine[]
}

/** A gesture that main could not even journal: the window holds it. */
export interface HeldGesture {
  readonly gesture: Gesture
  readonly changes: readonly { readonly article: string; readonly base: number; readonly diff: SetDiff }[]
}

/** Everything that is in memory only, here and in the window, as it would be saved. Changes nothing. */
export function unsavedSets(store: Pick<SetStore, 'dirty' | 'known'>, held: readonly HeldGesture[]): UnsavedSet[] {
  const found = new Map<string, UnsavedSet>(store.dirty().map(({ article, set, pending }) => [article, { set, lines: pending }]))
  for (const { gesture, changes } of held) {
    for (const { article, base, diff } of changes) {
      const known = store.known(article)
      const here = found.get(article) ?? (known ? { set: known.set, lines: [] } : null)
      // What main has accepted meanwhile is there already.
      if (here === null || here.set.revision !== base) continue
      const next = applyDiff(here.set, diff)
      if (next.ok) found.set(article, { set: next.value, lines: [...here.lines, { gesture, revision: next.value.revision, diff }] })
    }
  }
  return [...found.values()]
}
