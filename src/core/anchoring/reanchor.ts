import type { Annotation } from '../model/annotation.ts'
import { contextOf } from '../text/selector.ts'
import { certainPlace } from './certain-place.ts'
import { nearlyPinned } from './nearly-pinned.ts'
import { verifyAnnotation } from './verify.ts'

/** A text that became another. `before` is null where the earlier text is no longer to be had: then nothing is placed without asking. */
export interface TextChange {
  readonly before: string | null
  readonly after: string
}

/** Placed without asking: at the same offsets, or with the same words elsewhere. */
export interface Placed {
  readonly outcome: 'exact' | 'moved'
  readonly from: Annotation
  /** The same record at its place in the later text. */
  readonly to: Annotation
}

export interface Reanchored {
  readonly placed: readonly Placed[]
  /** Annotations that somebody has to decide about, as they were. */
  readonly open: readonly Annotation[]
}

/**
 * Takes annotations from a text to the one that it became. Only what is certain is placed, with its quote unchanged; every other
 * one is left to the person. Each annotation is in exactly one of the two lists.
 */
export function reanchor(annotations: readonly Annotation[], change: TextChange): Reanchored {
  const placed: Placed[] = []
  const open: Annotation[] = []
  for (const annotation of annotations) {
    const found = reanchorOne(annotation, change)
    if (found) placed.push(found)
    else open.push(annotation)
  }
  return { placed, open }
}

/** Null: it has no certain place. */
export function reanchorOne(annotation: Annotation, { before, after }: TextChange): Placed | null {
  // Without the earlier text it is not known what stood there twice; what does not fit its own text proves nothing about another.
  if (before === null || verifyAnnotation(before, annotation) !== null) return null
  const ranges = annotation.fragments.map((fragment) => certainPlace(before, after, fragment) ?? nearlyPinned(before, after, fragment))
  const fragments = []
  for (const [index, range] of ranges.entries()) {
    const quote = annotation.fragments[index]?.quote
    if (!range || quote === undefined) return null
    fragments.push({ ...range, quote })
  }
  const first = fragments[0]
  const last = fragments.at(-1)
  if (!first || !last) return null
  const to = { ...annotation, fragments, ...contextOf(after, first.start, last.end) }
  if (verifyAnnotation(after, to) !== null) return null
  const stayed = fragments.every(({ start }, index) => start === annotation.fragments[index]?.start)
  return { outcome: stayed ? 'exact' : 'moved', from: annotation, to }
}
